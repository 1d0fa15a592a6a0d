using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>
/// Finds words that are cues nearly wherever else they stand in the corpus, but are unmarked here: what a reader is most likely to have passed over.
/// After the variation n-grams of Dickinson and Meurers (2003), cut down to single words.
/// </summary>
internal sealed class PassedOverCues(IReadOnlyList<CorpusArticle> corpus)
{
    private const int Least = 3;
    private const double Share = 0.6;

    private readonly HashSet<string> _usualCues = UsualCues(corpus);

    /// <summary>One line for each suspicion in <paramref name="article"/>, with the words around it.</summary>
    public IEnumerable<CorpusProblem> In(string file, CorpusArticle article)
    {
        foreach (var (word, _) in WordsOf(article).Where(pair => !pair.IsCue && _usualCues.Contains(pair.Word.Of(article.Text))))
        {
            var start = Math.Max(0, word.Start - 40);
            var around = article.Text[start..Math.Min(article.Text.Length, word.End + 40)].ReplaceLineEndings(" ");
            yield return new CorpusProblem(file, CorpusReader.LineOf(article, word.Start), $"‘{word.Of(article.Text)}’ is mostly a cue: “…{around}…”", IsDoubt: true);
        }
    }

    private static HashSet<string> UsualCues(IReadOnlyList<CorpusArticle> corpus)
    {
        Dictionary<string, (int Cues, int All)> counts = [];
        foreach (var article in corpus)
        {
            foreach (var (word, isCue) in WordsOf(article))
            {
                var (cues, all) = counts.GetValueOrDefault(word.Of(article.Text));
                counts[word.Of(article.Text)] = (cues + (isCue ? 1 : 0), all + 1);
            }
        }

        return [.. counts.Where(pair => pair.Value.Cues >= Least && pair.Value.Cues >= Share * pair.Value.All).Select(pair => pair.Key)];
    }

    private static IEnumerable<(TextSpan Word, bool IsCue)> WordsOf(CorpusArticle article)
    {
        var cues = article.Attributions.SelectMany(attribution => attribution.Cue).ToList();
        return Words.In(article.Text, new TextSpan(0, article.Text.Length)).Select(word => (word, cues.Exists(cue => cue.Contains(word))));
    }
}
