using DigestBot.Attribution;
using DigestBot.Training.Annotations;

namespace DigestBot.Training.Acts;

/// <summary>
/// Measures on the corpus what is done by saying it: each annotated attribution is compared with the engine's statement whose content shares the most
/// with it, where they share at least half of both together.
/// </summary>
internal static class ActsCommand
{
    private const double LeastOverlap = 0.5;

    /// <summary>Reads the corpus ("test", "train", "all") and prints the share of acts that are right, and which are taken for which; each mistake with a second argument.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var part = arguments is [var name, ..] ? name : "all";
        var isWordy = arguments.Length > 1;
        var pairs = new List<(SpeechAct Gold, SpeechAct Found)>();
        var articles = CorpusFolder.Articles(CorpusFolder.Find()).Select(file => CorpusReader.Read(file).Article);
        foreach (var article in articles.Where(article => part == "all" || (part == "test") == article.IsTest))
        {
            foreach (var (gold, found) in Match(article))
            {
                pairs.Add((gold.Act, found.Act));
                if (isWordy && gold.Act != found.Act)
                {
                    Console.WriteLine($"{article.Id}: {found.Act} for {gold.Act}: [{Join(gold.Cue, article.Text)}] {Join(gold.Content, article.Text)}");
                }
            }
        }

        Describe(pairs);
        return 0;
    }

    private static IEnumerable<(AnnotatedAttribution Gold, Statement Found)> Match(CorpusArticle article)
    {
        var statements = StatementExtractor.Default.Read(article.Text).Statements;
        foreach (var gold in article.Attributions)
        {
            // Of two statements with one content ("he said he wanted") the cue tells which is meant.
            var best = statements.Select(found => (Found: found, Overlap: Overlap(gold.Content, found.ContentSpans), HasCue: Shared(gold.Cue, found.CueSpans) > 0))
                .Where(pair => pair.Overlap >= LeastOverlap)
                .OrderByDescending(pair => pair.HasCue).ThenByDescending(pair => pair.Overlap).FirstOrDefault();
            if (best.Found is not null)
            {
                yield return (gold, best.Found);
            }
        }
    }

    private static void Describe(List<(SpeechAct Gold, SpeechAct Found)> pairs)
    {
        var right = pairs.Count(pair => pair.Gold == pair.Found);
        Console.WriteLine($"{right} of {pairs.Count} acts right ({100.0 * right / Math.Max(1, pairs.Count):F1} %)");
        foreach (var group in pairs.GroupBy(pair => pair.Gold).OrderByDescending(group => group.Count()))
        {
            var taken = group.Where(pair => pair.Found != pair.Gold).GroupBy(pair => pair.Found).OrderByDescending(wrong => wrong.Count()).Select(wrong => $"{wrong.Key} {wrong.Count()}");
            Console.WriteLine($"  {group.Key}: {group.Count(pair => pair.Found == pair.Gold)} of {group.Count()} right; else {string.Join(", ", taken.DefaultIfEmpty("none"))}");
        }
    }

    // Characters in both over characters in either.
    private static double Overlap(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> found)
    {
        var shared = Shared(gold, found);
        return (double)shared / Math.Max(1, gold.Sum(span => span.Length) + found.Sum(span => span.Length) - shared);
    }

    private static int Shared(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> found) =>
        gold.Sum(one => found.Sum(other => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start))));

    private static string Join(IReadOnlyList<TextSpan> spans, string text) => string.Join(" … ", spans.Select(span => span.Of(text))).ReplaceLineEndings(" ");
}
