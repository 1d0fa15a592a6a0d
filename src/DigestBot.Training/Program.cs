using DigestBot.Training;
using DigestBot.Training.Acts;
using DigestBot.Training.Annotations;
using DigestBot.Training.Judging;
using DigestBot.Training.Parsing;
using DigestBot.Training.Speakers;

return args switch
{
    ["acts", .. var options] => ActsCommand.Run(options),
    ["confidence"] => ConfidenceCommand.Run(),
    ["corpus", ..] => CorpusCommand.Run(args.AsSpan(1)),
    ["exam", var input, var output] => ExamCommand.Run(input, output),
    ["judge", ..] => JudgeCommand.Run(args.AsSpan(1)),
    ["parser", var folder] => Parser(folder),
    ["speakers", .. var options] => SpeakersCommand.Run(options),
    _ => Usage(),
};

static int Parser(string folder)
{
    new ParserCommand(folder, Path.Combine("src", "DigestBot.Attribution", "Resources")).Run();
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("DigestBot.Training VERB …   with one of the verbs: acts, confidence, corpus, exam, judge, parser, speakers");
    return 2;
}
