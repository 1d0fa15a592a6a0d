namespace DigestBot.Attribution.Contents;

/// <summary>
/// Tells which statements inside another's content nobody makes: what somebody is urged or expected to say ("urged Oslo to support the strike"),
/// what would be said on a condition ("if the crews wanted a vote"), and what has no speaker at all.
/// </summary>
internal static class Hypothetical
{
    private const int LongestChain = 6;

    /// <summary>Whether <paramref name="draft"/>, made inside another's content, says something that was not said.</summary>
    public static bool IsUnsaid(Document document, Draft draft)
    {
        if (draft.Cue is not { } cue)
        {
            return false;
        }

        var isInfinitive = document.IsWord(draft.CueRange.First, "to") || cue.First > 0 && document.Tokens[cue.First - 1].Tag == "TO" && document.Tokens[cue.First].Tag == "VB";
        return isInfinitive || !draft.Source.IsNamed || IsOnCondition(document, cue.Top);
    }

    // The verb's own "if", or that of a clause it hangs on.
    private static bool IsOnCondition(Document document, int verb)
    {
        for (var step = 0; step < LongestChain && verb >= 0; step++)
        {
            if (document.Is(verb, "advcl") && document.Child(verb, "mark") is var mark and >= 0 && (document.IsWord(mark, "if") || document.IsWord(mark, "unless")))
            {
                return true;
            }

            verb = document.Is(verb, "conj") || document.Is(verb, "ccomp") ? document.Tokens[verb].Head : -1;
        }

        return false;
    }
}
