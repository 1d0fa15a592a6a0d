namespace DigestBot.Answers;

/// <summary>Finds the word in a question that is its act's verb, not a name or a noun that is spelled alike ("Mike Pence", "the call").</summary>
internal static class VerbFinder
{
    /// <summary>Index of the verb behind a subject; -1 where there is none.</summary>
    /// <param name="first">Index of the subject's first word.</param>
    /// <param name="auxiliary">The auxiliary before the subject; "" where there is none.</param>
    public static int Find(IReadOnlyList<QuestionToken> tokens, int first, string auxiliary)
    {
        var capital = -1;
        for (var at = first; at < tokens.Count; at++)
        {
            if (!CanBeVerb(tokens, at, first, auxiliary))
            {
                continue;
            }
            // In "what did bob hope say" the last of verbs in a row is the verb.
            if (at + 1 < tokens.Count && CanBeVerb(tokens, at + 1, first, auxiliary) && ActWords.VerbAt(tokens, at).Behind == at + 1)
            {
                continue;
            }

            if (!tokens[at].IsCapital || at == first)
            {
                return at;
            }

            capital = capital < 0 ? at : capital;
        }
        return capital;
    }

    /// <summary>Index of the first word that can be a verb whatever stands before it; -1 where there is none.</summary>
    public static int FindFirst(IReadOnlyList<QuestionToken> tokens, int first)
    {
        var isBeing = first > 0 && Auxiliaries.IsBeing(tokens[first - 1].Lower);
        for (var at = first; at < tokens.Count; at++)
        {
            if (ActWords.VerbAt(tokens, at).Group is not null && !(isBeing && !IsParticiple(tokens[at].Lower)))
            {
                return at;
            }
        }
        return -1;
    }

    private static bool CanBeVerb(IReadOnlyList<QuestionToken> tokens, int at, int first, string auxiliary)
    {
        if (tokens[at].Quotation > 0 || ActWords.VerbAt(tokens, at) is not { Group: not null } verb)
        {
            return false;
        }

        var word = tokens[at].Lower;
        if (at > 0 && Auxiliaries.IsDeterminer(tokens[at - 1].Lower) && tokens[at - 1].Lower != "and")
        {
            return false;
        }

        if (auxiliary.Length == 0)
        {
            return at > first && (verb.Lemma.Split(' ')[0] != word || verb.Lemma.Contains(' ', StringComparison.Ordinal));
        }

        if (Auxiliaries.IsBeing(auxiliary))
        {
            return at >= first && IsParticiple(word);
        }

        return at > first && (!Auxiliaries.IsDoing(auxiliary) || verb.Lemma.Split(' ')[0] == word || IsParticiple(word));
    }

    private static bool IsParticiple(string word) =>
        word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal) || word is "said" or "told" or "written" or "sought" or "thought" or "spoken";
}
