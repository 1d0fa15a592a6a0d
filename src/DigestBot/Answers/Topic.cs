using DigestBot.Attribution;

namespace DigestBot.Answers;

/// <summary>What a question is about: its words, each with those that say the same.</summary>
internal sealed class Topic
{
    private static readonly ILookup<string, string[]> _synonyms = WordTable.Rows("synonyms.txt", ' ')
        .Select(group => group.Select(w => w.Replace('_', ' ')).ToArray())
        .SelectMany(group => group.Select(word => (word, group))).ToLookup(p => p.word, p => p.group, StringComparer.Ordinal);

    private readonly HashSet<string>[] _stems;

    public Topic(IReadOnlyList<string> words)
    {
        Words = words = [.. words.Distinct(StringComparer.Ordinal)];
        Others = words.ToDictionary(w => w, OthersOf, StringComparer.Ordinal);
        _stems = [.. words.Select(w => Others[w].Where(o => !o.Contains(' ', StringComparison.Ordinal)).Append(w).Select(Porter.Stem).ToHashSet(StringComparer.Ordinal))];
    }

    /// <summary>The words as asked, lower case, each once.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>For each word those that do as well.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Others { get; }

    /// <summary>Whether nothing is asked about.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>The share of the words that occur in <paramref name="text"/>, from 0 to 1; 1 where there are none.</summary>
    public double CoverageOf(string text) => IsEmpty ? 1 : (double)Matches(text).Count(m => m) / Words.Count;

    /// <summary>Whether all of the topic's words that are among <paramref name="needed"/> stand in the text.</summary>
    public bool IsIn(string text, IReadOnlySet<string> needed)
    {
        var matches = Matches(text);
        return !Words.Where((word, at) => needed.Contains(word) && !matches[at]).Any();
    }

    private bool[] Matches(string text)
    {
        HashSet<string> there = [.. TextWords.Of(text).SelectMany(w => Lemmas.Known(w).Append(w)).Select(Porter.Stem)];
        return [.. Words.Select((word, at) => _stems[at].Overlaps(there) || Others[word].Any(o => o.Contains(' ', StringComparison.Ordinal) && IsPhraseIn(o, there)))];
    }

    private static bool IsPhraseIn(string phrase, HashSet<string> there) => phrase.Split(' ').All(w => there.Contains(Porter.Stem(w)));

    private static IReadOnlyList<string> OthersOf(string word)
    {
        var lemmas = Lemmas.Of(word);
        var same = lemmas.SelectMany(l => _synonyms[l]).SelectMany(g => g);
        return [.. same.SelectMany(Lemmas.IrregularForms).Concat(lemmas.SelectMany(Lemmas.IrregularForms))
            .Concat(Countries.WordsOf(word).Select(w => w.ToLowerInvariant())).Where(w => w != word).Distinct(StringComparer.Ordinal)];
    }
}
