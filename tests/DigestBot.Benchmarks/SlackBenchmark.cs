using DigestBot.Storage;

namespace DigestBot.Benchmarks;

/// <summary>The bot under load on this machine: signed Slack commands over HTTP, each with a look-up.</summary>
internal static class SlackBenchmark
{
    private const int MostSeconds = 240;
    private static readonly TimeSpan _closedLoop = TimeSpan.FromSeconds(10);

    /// <summary>Measures and prints; 0 when no answer was wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var statements = args.Length > 0 ? int.Parse(args[0]) : 100_000;
        using ArchiveFolder folder = new(args.Length > 1 ? args[1] : null);
        var rate = args.Length > 2 ? int.Parse(args[2]) : 1_000;
        var seconds = Math.Min(MostSeconds, args.Length > 3 ? int.Parse(args[3]) : 60);
        SyntheticArchive archive = new(seed: 4);
        using (Store store = new(folder.File(), TimeProvider.System))
        {
            await archive.FillAsync(store, statements);
        }

        using var bot = await ServedBot.StartAsync(folder.Path, ("DIGESTBOT_SLACK__SIGNINGSECRET", SlackRequests.Secret));
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = bot.Door };
        // An empty answer is an acknowledgement: the look-up took longer than Slack would have waited.
        Load load = new(client, bot, answer => answer.Length == 0 ? "deferred" : null);
        var questions = Load.QuestionsOf(archive);
        // What many read about, many ask about: questions come as often as Zipf's law has it.
        SignedRequest Ask(int i) => SlackRequests.Make($"U{i}", $"ask {questions[archive.Zipf(questions.Length)]}");
        await load.ClosedAsync("warm-up", [.. Enumerable.Range(0, 3_000).Select(Ask)], TimeSpan.FromSeconds(60));
        await load.OpenAsync($"ask, {rate} a second for {seconds} s", [.. Enumerable.Range(0, rate * seconds).Select(Ask)], rate);
        await load.ClosedAsync("ask as fast as it goes", [.. Enumerable.Range(0, 60_000).Select(Ask)], _closedLoop);
        await load.ClosedAsync("help as fast as it goes (no look-up)", [.. Enumerable.Range(0, 120_000).Select(i => SlackRequests.Make($"U{i}", "help ask"))], _closedLoop);
        return load.PrintEnd();
    }
}
