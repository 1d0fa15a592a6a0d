namespace DigestBot.Answers;

/// <summary>Small words of English by what they do in a question.</summary>
internal static class Auxiliaries
{
    private static readonly HashSet<string> _doing = ["did", "does", "do", "will", "would", "can", "could", "should", "might", "may", "must", "shall", "'d", "'ll", "ca", "wo"];
    private static readonly HashSet<string> _having = ["has", "have", "had", "'ve"];
    private static readonly HashSet<string> _being = ["is", "are", "was", "were", "'s", "'re", "be", "been", "being", "am"];

    private static readonly HashSet<string> _adverbs =
    [
        "also", "else", "ever", "just", "already", "recently", "publicly", "now", "still", "actually", "really", "again", "once", "only", "all", "exactly", "today",
        "repeatedly", "reportedly", "later", "earlier", "first", "last", "so", "far", "to", "have", "had", "has", "been", "be", "being", "going", "not", "n't", "never",
    ];

    private static readonly HashSet<string> _determiners = ["the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "your", "my", "any", "some", "of", "by", "'s", "no", "and", "new", "on", "about", "over", "regarding", "concerning", "for", "from", "with", "at", "in"];

    private static readonly HashSet<string> _pronouns = ["he", "she", "they", "it", "we", "you", "i", "him", "them", "us"];

    private static readonly HashSet<string> _anybody = ["anyone", "anybody", "someone", "somebody", "everyone", "everybody", "something", "anything", "people", "they", "one", "nobody", "there", "it", "you", "we", "i", "others", "media", "press", "news", "stories"];

    private static readonly HashSet<string> _light = ["make", "made", "have", "set", "issue", "issued", "give", "gave", "given", "put", "raise", "raised", "express", "expressed", "voice", "voiced", "place", "placed", "receive", "got", "get", "cast", "level", "levelled", "leveled", "utter", "deliver"];

    /// <summary>Whether it is an auxiliary.</summary>
    public static bool Is(string word) => _doing.Contains(word) || _having.Contains(word) || _being.Contains(word);

    /// <summary>Followed by a base form: "did", "would".</summary>
    public static bool IsDoing(string word) => _doing.Contains(word);

    /// <summary>"has", "had".</summary>
    public static bool IsHaving(string word) => _having.Contains(word);

    /// <summary>"is", "was".</summary>
    public static bool IsBeing(string word) => _being.Contains(word);

    /// <summary>May stand between a subject and its verb without being of either.</summary>
    public static bool IsAdverb(string word) => _adverbs.Contains(word) || (word.Length > 5 && word.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>Articles, possessives and prepositions: what follows is a noun.</summary>
    public static bool IsDeterminer(string word) => _determiners.Contains(word);

    /// <summary>"he", "they".</summary>
    public static bool IsPronoun(string word) => _pronouns.Contains(word);

    /// <summary>A subject that is nobody in particular.</summary>
    public static bool IsAnybody(string word) => _anybody.Contains(word);

    /// <summary>A verb that leaves the act to its noun: "make demands", "set conditions".</summary>
    public static bool IsLight(string word) => _light.Contains(word);

    /// <summary>"not", "n't", "never".</summary>
    public static bool IsNegation(string word) => word is "not" or "n't" or "never";
}
