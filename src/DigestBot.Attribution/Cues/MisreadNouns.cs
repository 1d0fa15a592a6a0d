namespace DigestBot.Attribution.Cues;

/// <summary>Mends the tags of subjects that the tagger took for verbs: "Fishermen often argue", "Moen asserted", "Hope Lund, a deckhand, said".</summary>
internal static class MisreadNouns
{
    /// <summary>Sets <see cref="Token.Tag"/> of such words in <paramref name="sentence"/>; true where one was mended.</summary>
    public static bool Mend(Document document, CueLexicon lexicon, Sentence sentence)
    {
        var isMended = false;
        for (var i = sentence.First; i + 1 < sentence.Last; i++)
        {
            if (document.Tokens[i].Tag == "PRP$" && document.IsWord(i, "her") && document.Tokens[i + 1].Tag is "TO" or "IN" or "RB" or "MD" or "." or "," && !document.IsPunctuation(i + 1) && i > sentence.First && document.IsVerb(i - 1))
            {
                document.Tokens[i].Tag = "PRP";
                isMended = true;
            }

            // "According to exit polls".
            if (document.Tokens[i].Tag is "VB" or "VBP" && i > sentence.First + 1 && document.IsWord(i - 1, "to") && document.IsWord(i - 2, "according"))
            {
                document.Tokens[i].Tag = "NN";
                isMended = true;
            }

            if (document.IsVerb(i) && BeginsClause(document, sentence, i) && (IsGivenName(document, sentence, i) || IsBeforeVerb(document, lexicon, sentence, i)))
            {
                document.Tokens[i].Tag = NounTag(document, i);
                isMended = true;
            }
        }

        return isMended;
    }

    private static string NounTag(Document document, int i)
    {
        var isPlural = document.Word(i).EndsWith("s", StringComparison.Ordinal) && document.Tokens[i].Tag == "VBZ";
        return isPlural ? "NNS" : char.IsUpper(document.Word(i)[0]) ? "NNP" : "NN";
    }

    // Nothing stands before it but "but", "his", "many".
    private static bool BeginsClause(Document document, Sentence sentence, int i)
    {
        var before = i - 1;
        while (before >= sentence.First && document.Tokens[before].Tag is "DT" or "JJ" or "PRP$" or "POS")
        {
            before--;
        }

        return before < sentence.First || document.Tokens[before].Tag == "CC" && before == sentence.First || document.Word(before)[0] is '“' or '"' && before == sentence.First;
    }

    // "Hope Lund, a deckhand,": a given name that is a verb too.
    private static bool IsGivenName(Document document, Sentence sentence, int i) =>
        i == sentence.First && i + 2 < sentence.Last && document.Tokens[i].Tag is "VB" or "VBP" && char.IsUpper(document.Word(i)[0]) && document.Tokens[i + 1].Tag == "NNP"
        && document.Tokens[i + 2].Tag is "," or "VBD" or "VBZ" or "MD" && GivenNames.Contains(Folding.Fold(document.Word(i)));

    // Of two finite verbs in a row at the start of a clause, the first is the subject of the second.
    private static bool IsBeforeVerb(Document document, CueLexicon lexicon, Sentence sentence, int i)
    {
        var next = i + 1;
        while (next < sentence.Last && document.Tokens[next].Tag == "RB")
        {
            next++;
        }

        var isCue = next < sentence.Last && document.Tokens[next].Tag is "VBD" or "VBZ" or "VBP" && lexicon.Has(document.Word(next), CuePart.Verb, Frames.Clause);
        return isCue && document.Tokens[i].Tag is "VBZ" or "VB" or "VBP" && !document.IsWord(i, "is") && !document.IsWord(i, "has") && !document.IsWord(i, "does") && document.Word(i).Length > 2;
    }
}
