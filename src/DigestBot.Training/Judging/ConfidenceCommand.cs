using DigestBot.Attribution;
using DigestBot.Attribution.Contents;
using DigestBot.Attribution.Judging;
using DigestBot.Attribution.Syntax;
using DigestBot.Training.Annotations;

namespace DigestBot.Training.Judging;

/// <summary>The verb `confidence`: how often each rule's statements are among those that people marked in the corpus's test articles, for the constants of <see cref="Confidence"/>.</summary>
internal static class ConfidenceCommand
{
    // The share of the characters of both contents that both have, as the exam counts them.
    private const double LeastOverlap = 0.3;

    /// <summary>Prints a line for each rule; 0 when done.</summary>
    public static int Run()
    {
        var found = new List<(Rule Rule, bool IsNamed, bool IsRight)>();
        foreach (var article in CorpusFolder.Articles(CorpusFolder.Find()).Select(file => CorpusReader.Read(file).Article).Where(article => article.IsTest))
        {
            var document = new Document(article.Text);
            Grammar.Default.Analyse(document);
            var drafts = Judge.Default.Decide(document, StatementExtractor.Propose(document));
            var within = Nesting.Of(document, drafts);
            found.AddRange(drafts.Where((_, i) => within[i] < 0).Select(draft => (draft.Rule, draft.Source.IsNamed, IsMarked(article, StatementWriter.Proposal(document, draft).ContentSpans))));
        }

        foreach (var group in found.GroupBy(f => f.Rule).OrderByDescending(g => g.Count()))
        {
            Console.WriteLine($"{group.Key,-20} {group.Count(),5}  named {Share(group.Where(f => f.IsNamed))}  nobody named {Share(group.Where(f => !f.IsNamed))}");
        }

        return 0;
    }

    private static bool IsMarked(CorpusArticle article, IReadOnlyList<TextSpan> content) => article.Attributions.Any(gold =>
    {
        var shared = gold.Content.Sum(one => content.Sum(other => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start))));
        return shared >= LeastOverlap * (gold.Content.Sum(s => s.Length) + content.Sum(s => s.Length) - shared);
    });

    private static string Share(IEnumerable<(Rule Rule, bool IsNamed, bool IsRight)> found)
    {
        var all = found.ToList();
        return $"{(all.Count == 0 ? 0 : 100.0 * all.Count(f => f.IsRight) / all.Count):F1} % of {all.Count}";
    }
}
