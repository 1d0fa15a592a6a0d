namespace DigestBot.Attribution;

/// <summary>The grammatical place of a phrase, from the parse where the sentence has one, else from its neighbours.</summary>
internal static class Position
{
    /// <summary>Whether the phrase whose main word is <paramref name="head"/> is the subject of a verb.</summary>
    public static bool IsSubject(WordView words, Sentence sentence, int head, int last)
    {
        var token = words.Document.Tokens[head];
        if (token.Label.Length > 0)
        {
            return token.Label.StartsWith("nsubj", StringComparison.Ordinal)
                || (token.Label is "flat" or "appos" && token.Head >= 0 && words.Document.Tokens[token.Head].Label.StartsWith("nsubj", StringComparison.Ordinal));
        }

        return last + 1 < sentence.Last && words.IsFiniteVerb(last + 1);
    }

    /// <summary>Whether the phrase hangs on a preposition or owns what follows.</summary>
    public static bool IsEmbedded(WordView words, Sentence sentence, int first, int last)
    {
        var before = first - 1;
        while (before >= sentence.First && (words.Tag(before) is "DT" or "JJ" or "PRP$" or "CD" || words.Tag(before) == "NN" && before > first - 3))
        {
            before--;
        }

        return (before >= sentence.First && words.Tag(before) is "IN" or "TO") || (last + 1 < sentence.Last && words.Tag(last + 1) == "POS");
    }
}
