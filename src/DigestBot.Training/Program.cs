using DigestBot.Training.Annotations;

return args switch
{
    ["corpus", ..] => CorpusCommand.Run(args.AsSpan(1)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("DigestBot.Training VERB …   with one of the verbs: corpus");
    return 2;
}
