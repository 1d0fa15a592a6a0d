namespace DigestBot.Answers;

/// <summary>The closed vocabulary of asking: the words by which a question is known for one, whatever the archive holds.</summary>
internal static class AskingWords
{
    // The commonest first: of two words that are as near the first is meant.
    private static readonly string[] _openings = ["what", "who", "how", "when", "where", "why", "did", "does", "has", "which", "whom", "latest", "is", "was", "will", "would", "have", "are", "were", "can", "could", "should", "any", "tell", "compare"];
    private static readonly string[] _auxiliaries = ["did", "does", "has", "is", "was", "will", "would", "have", "do", "are", "were", "had", "can", "could", "should"];
    private static readonly string[] _about = ["about", "regarding", "concerning", "against", "from"];

    private static readonly Dictionary<string, string> _verbs = Verbs();
    private static readonly HashSet<string> _realWords = [.. WordTable.Rows("real-words.txt", ' ').SelectMany(r => r)];
    private static readonly HashSet<string> _known = [.. _openings, .. _auxiliaries, .. _about, .. _verbs.Keys, .. Openings.Words];

    /// <summary>A word of asking that a word as typed is near to.</summary>
    /// <param name="Word">The one that is meant.</param>
    /// <param name="Weight">See <see cref="Slips"/>.</param>
    internal sealed record Near(string Word, int Weight);

    /// <summary>Whether a word is one of asking, or otherwise English with no need to be mended.</summary>
    public static bool IsKnown(string word) => IsOfAsking(word) || _realWords.Contains(word);

    /// <summary>Whether a word is one of asking: "does", and not "dose".</summary>
    public static bool IsOfAsking(string word) =>
        _known.Contains(word) || TopicWords.IsStop(word) || Auxiliaries.Is(word) || Auxiliaries.IsPronoun(word) || Auxiliaries.IsAdverb(word) || ActWords.NounGroup(word) is not null;

    /// <summary>Question words and auxiliaries near to <paramref name="typed"/> with which a question may begin, the nearest first, the commonest of these.</summary>
    public static IEnumerable<Near> Opening(string typed) => NearTo(typed, _openings);

    /// <summary>The nearest of what stands behind an opening: an auxiliary, or the second word of a longer opening ("how many", "what about").</summary>
    public static Near? Second(string typed, string opening) => NearTo(typed, [.. _auxiliaries, .. Openings.Seconds(opening)]).FirstOrDefault();

    /// <summary>An auxiliary with two letters that changed places, or one caught beside; for a word that is another one too.</summary>
    public static Near? Auxiliary(string typed) => NearTo(typed, _auxiliaries).FirstOrDefault(n => n.Weight <= Slips.Likely);

    /// <summary>"about" or another of its kind.</summary>
    public static Near? About(string typed) => NearTo(typed, _about).FirstOrDefault();

    /// <summary>What makes another verb of the one before it: "for" of "call".</summary>
    public static Near? Particle(string typed, string verb) => IsVerb(verb) ? NearTo(typed, Lemmas.Of(verb).SelectMany(ActWords.Particles)).FirstOrDefault() : null;

    /// <summary>The verb of an act; null also where two different ones are as near.</summary>
    /// <param name="canStand">Which forms can stand where the word stands.</param>
    public static Near? Verb(string typed, Func<string, bool> canStand)
    {
        var near = NearTo(typed, _verbs.Keys.Where(canStand)).ToList();
        return near.Count > 0 && near.TrueForAll(n => n.Weight > near[0].Weight || _verbs[n.Word] == _verbs[near[0].Word]) ? near[0] : null;
    }

    /// <summary>Whether it is a form of an act's verb.</summary>
    public static bool IsVerb(string word) => _verbs.ContainsKey(word);

    /// <summary>Whether it is a question word or an auxiliary with which a question may begin.</summary>
    public static bool IsOpening(string word) => _openings.Contains(word);

    /// <summary>Whether it is an auxiliary that may stand behind a question word.</summary>
    public static bool IsAuxiliary(string word) => _auxiliaries.Contains(word);

    private static IEnumerable<Near> NearTo(string typed, IEnumerable<string> words) =>
        words.Select(w => (Word: w, Weight: Slips.Between(typed, w))).Where(n => n.Weight is > 0).Select(n => new Near(n.Word, n.Weight!.Value)).OrderBy(n => n.Weight);

    private static Dictionary<string, string> Verbs()
    {
        Dictionary<string, string> verbs = new(StringComparer.Ordinal);
        foreach (var lemma in ActWords.All.Where(v => v.Length >= 3 && !v.Contains(' ', StringComparison.Ordinal)))
        {
            foreach (var form in Lemmas.Forms(lemma))
            {
                verbs.TryAdd(form, lemma);
            }
        }
        return verbs;
    }
}
