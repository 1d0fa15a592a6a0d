namespace DigestBot.Training.Annotations;

/// <summary>What a corpus holds, in the figures by which corpora of attributions are compared.</summary>
internal static class CorpusStatistics
{
    private static readonly string[] _pronouns = ["he", "she", "they", "it", "we", "i", "who", "which"];

    public static IEnumerable<string> Describe(IReadOnlyList<CorpusArticle> articles)
    {
        var words = articles.Sum(article => Words.Count(article.Text));
        var all = articles.SelectMany(article => article.Attributions, (article, attribution) => (Article: article, Attribution: attribution)).ToList();
        yield return $"articles {articles.Count} ({articles.Count(article => article.IsTest)} test), words {words}, attributions {all.Count} ({100.0 * all.Count / Math.Max(1, words):F1} in 100 words)";
        yield return "kinds: " + Counts(all.Select(one => QuotationMarks.KindOf(one.Article.Text, one.Attribution.Content).ToString()));
        yield return "acts: " + Counts(all.Select(one => one.Attribution.Act.ToString()));
        yield return $"without source {Percent(all, one => one.Attribution.Speaker.Count == 0)}, split contents {Percent(all, one => one.Attribution.Content.Count > 1)}, nested {Percent(all, one => one.Article.Attributions.Any(one.Attribution.IsNestedIn))}";
        yield return $"pronouns as source {Percent(all, one => one.Attribution.Speaker is [var span, ..] && _pronouns.Contains(span.Of(one.Article.Text).ToLowerInvariant()))}, cue after or inside the content {Percent(all, CueFollows)}";
        var cues = all.Select(one => string.Join(" … ", one.Attribution.Cue.Select(span => span.Of(one.Article.Text))).ToLowerInvariant()).ToList();
        yield return $"distinct cues {cues.Distinct().Count()}: {Counts(cues, 40)}";
        yield return $"people {articles.Sum(article => article.People.Count)}, mentions {articles.Sum(article => article.Mentions.Count)}";
        yield return "styles: " + Counts(articles.Select(article => article.Header.GetValueOrDefault("style", "?")), 30);
    }

    private static bool CueFollows((CorpusArticle Article, AnnotatedAttribution Attribution) one) =>
        one.Attribution.Cue is [var cue, ..] && cue.Start > one.Attribution.Content[0].Start;

    private static string Percent<T>(List<T> all, Func<T, bool> holds) => $"{100.0 * all.Count(holds) / Math.Max(1, all.Count):F1} %";

    private static string Counts(IEnumerable<string> values, int most = 20) => string.Join(", ", values
        .CountBy(value => value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Take(most).Select(pair => $"{pair.Key} {pair.Value}"));
}
