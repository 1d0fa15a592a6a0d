using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>
/// How far two annotations of the same articles agree: attributions are paired greedily by the overlap of their contents' words (Dice), as the
/// exam's scorer pairs them; the figures are the agreement that PolNeAR and PARC report, and Cohen's kappa (1960) for the acts.
/// </summary>
internal sealed class CorpusAgreement
{
    private readonly List<(AnnotatedAttribution First, AnnotatedAttribution Second, double Overlap, string Text)> _pairs = [];
    private int _first;
    private int _second;

    /// <summary>Compares two annotations of one article.</summary>
    /// <exception cref="ArgumentException">Their plain texts differ.</exception>
    public void Add(CorpusArticle first, CorpusArticle second)
    {
        if (first.Text != second.Text)
        {
            throw new ArgumentException($"{first.Id} and its second annotation have different texts: only the tags may differ.", nameof(second));
        }

        _first += first.Attributions.Count;
        _second += second.Attributions.Count;
        var candidates = first.Attributions
            .SelectMany(one => second.Attributions, (one, other) => (First: one, Second: other, Overlap: Dice(first.Text, one.Content, other.Content), first.Text))
            .Where(pair => pair.Overlap > 0)
            .OrderByDescending(pair => pair.Overlap);
        HashSet<AnnotatedAttribution> taken = [];
        foreach (var pair in candidates.Where(pair => !taken.Contains(pair.First) && !taken.Contains(pair.Second)))
        {
            taken.Add(pair.First);
            taken.Add(pair.Second);
            _pairs.Add(pair);
        }
    }

    /// <summary>F1 of the contents in percent at three overlaps, and in how many of the pairs speaker, cue and act agree.</summary>
    public IEnumerable<string> Describe()
    {
        var matched = _pairs.Where(pair => pair.Overlap >= 0.3).ToList();
        yield return $"attributions {_first} and {_second}; content F1 ≥ 0.3 {F1(0.3):F1}, ≥ 0.8 {F1(0.8):F1}, same words {F1(1):F1}";
        yield return $"of {matched.Count} pairs: speaker overlaps {Share(matched, pair => Agree(pair, one => one.Speaker, 0)):F1} %, same {Share(matched, pair => Agree(pair, one => one.Speaker, 1)):F1} %; " +
            $"cue overlaps {Share(matched, pair => Agree(pair, one => one.Cue, 0)):F1} %; act {Share(matched, pair => pair.First.Act == pair.Second.Act):F1} %, kappa {Kappa(matched.ConvertAll(pair => (pair.First.Act, pair.Second.Act))):F2}";
    }

    private double F1(double threshold) => 200.0 * _pairs.Count(pair => pair.Overlap >= threshold) / Math.Max(1, _first + _second);

    // Neither names a speaker: they agree.
    private static bool Agree((AnnotatedAttribution First, AnnotatedAttribution Second, double Overlap, string Text) pair, Func<AnnotatedAttribution, IReadOnlyList<TextSpan>> part, double atLeast)
    {
        var (first, second) = (part(pair.First), part(pair.Second));
        var dice = Dice(pair.Text, first, second);
        return (first.Count == 0 && second.Count == 0) || (dice > 0 && dice >= atLeast);
    }

    private static double Dice(string text, IReadOnlyList<TextSpan> first, IReadOnlyList<TextSpan> second)
    {
        var (one, other) = (WordsOf(text, first), WordsOf(text, second));
        return one.Count + other.Count == 0 ? 0 : 2.0 * one.Intersect(other).Count() / (one.Count + other.Count);
    }

    // A leading "that" or "to" is a matter of taste, as in the exam's scorer.
    private static List<int> WordsOf(string text, IReadOnlyList<TextSpan> spans)
    {
        var words = spans.SelectMany(span => Words.In(text, span)).ToList();
        return [.. words.Where((word, index) => index > 0 || words.Count == 1 || word.Of(text) is not ("that" or "to")).Select(word => word.Start)];
    }

    private static double Share<T>(List<T> all, Func<T, bool> holds) => 100.0 * all.Count(holds) / Math.Max(1, all.Count);

    private static double Kappa(List<(SpeechAct First, SpeechAct Second)> acts)
    {
        var count = Math.Max(1, acts.Count);
        var observed = acts.Count(pair => pair.First == pair.Second) / (double)count;
        var expected = Enum.GetValues<SpeechAct>().Sum(act => acts.Count(pair => pair.First == act) * (double)acts.Count(pair => pair.Second == act)) / count / count;
        return expected >= 1 ? 1 : (observed - expected) / (1 - expected);
    }
}
