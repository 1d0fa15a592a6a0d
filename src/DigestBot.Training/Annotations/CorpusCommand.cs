namespace DigestBot.Training.Annotations;

/// <summary>The verb `corpus`: validate, stats, jsonl, missed, agreement.</summary>
internal static class CorpusCommand
{
    private const string Usage = """
        corpus validate [FILES…]            says what is wrong in the files (all of the corpus without any)
        corpus stats [FILES…]               counts what they hold
        corpus jsonl OUT [train|test|all]   writes the corpus in the exam's form
        corpus missed [FILES…]              lists words that are cues nearly everywhere but there
        corpus agreement                    compares the articles in second/ with the corpus's own annotation
        """;

    /// <summary>0 when all is well, 1 when a file has problems, 2 when the command was not understood.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        switch (arguments)
        {
            case ["validate", .. var files]:
                return Validate(Files(files));
            case ["stats", .. var files]:
                Print(CorpusStatistics.Describe([.. Files(files).Select(file => CorpusReader.Read(file).Article)]));
                return 0;
            case ["jsonl", var target, .. var part]:
                return Export(target, part is [var name] ? name : "all");
            case ["missed", .. var files]:
                return Missed(Files(files));
            case ["agreement"]:
                return Compare(CorpusFolder.Find());
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static int Validate(List<string> files)
    {
        var wrong = 0;
        foreach (var file in files)
        {
            var (article, problems) = CorpusValidator.Check(file);
            Print(problems.Select(problem => problem.ToString()));
            var errors = problems.Count(problem => !problem.IsDoubt);
            wrong += errors > 0 ? 1 : 0;
            Console.WriteLine($"{Path.GetFileName(file)}: {Words.Count(article.Text)} words, {article.Attributions.Count} attributions, {errors} errors, {problems.Count - errors} doubts");
        }

        Console.WriteLine(wrong == 0 ? $"{files.Count} files are well." : $"{wrong} of {files.Count} files have errors.");
        return wrong == 0 ? 0 : 1;
    }

    private static int Export(string target, string part)
    {
        var articles = Files([]).Select(file => CorpusReader.Read(file).Article)
            .Where(article => part == "all" || (part == "test") == article.IsTest);
        File.WriteAllLines(target, articles.Select(CorpusJson.Line));
        return 0;
    }

    private static int Missed(List<string> files)
    {
        var cues = new PassedOverCues([.. Files([]).Select(file => CorpusReader.Read(file).Article)]);
        Print(files.SelectMany(file => cues.In(Path.GetFileName(file), CorpusReader.Read(file).Article)).Select(problem => problem.ToString()));
        return 0;
    }

    private static int Compare(string root)
    {
        var agreement = new CorpusAgreement();
        foreach (var second in CorpusFolder.SecondAnnotations(root))
        {
            var first = CorpusFolder.Articles(root).Single(file => Path.GetFileName(file) == Path.GetFileName(second));
            agreement.Add(CorpusReader.Read(first).Article, CorpusReader.Read(second).Article);
        }

        Print(agreement.Describe());
        return 0;
    }

    private static List<string> Files(ReadOnlySpan<string> named) =>
        named.Length > 0 ? [.. named] : CorpusFolder.Articles(CorpusFolder.Find());

    private static void Print(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }
    }
}
