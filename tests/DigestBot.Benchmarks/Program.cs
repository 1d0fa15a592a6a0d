using DigestBot.Benchmarks;

// Each verb measures one thing and prints it; without one the verbs are listed.
Dictionary<string, (string What, Func<string[], Task<int>> Run)> verbs = new(StringComparer.Ordinal)
{
    ["attribution"] = ("attribution [--file JSONL]: speed of the engine over 2,000 stories dealt from the corpus, or those of JSONL", AttributionBenchmark.RunAsync),
    ["ask"] = ("ask [STATEMENTS…] [--folder DIR] [--svg FILE]: time of a whole /ask over so many synthetic statements (100000), kept in DIR; FILE plots cost against size", AskBenchmark.RunAsync),
    ["discord"] = ("discord [STATEMENTS] [FOLDER] [RATE] [SECONDS]: signed commands over HTTP to the bot, RATE a second (1000) for SECONDS (60)", DiscordBenchmark.RunAsync),
    ["model"] = ("model [STATEMENTS]: what an answer costs where no language model is set, against the command handler alone", ModelOffBenchmark.RunAsync),
    ["slack"] = ("slack [STATEMENTS] [FOLDER] [RATE] [SECONDS]: the same with Slack's commands", SlackBenchmark.RunAsync),
};
if (args.Length > 0 && verbs.TryGetValue(args[0], out var verb))
{
    return await verb.Run(args[1..]);
}

foreach ((var what, _) in verbs.Values)
{
    Console.Error.WriteLine(what);
}

return 2;
