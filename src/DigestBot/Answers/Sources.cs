namespace DigestBot.Answers;

/// <summary>Where a question says by whose account, or in which outlet: "according to the UN", "in the Daily Planet".</summary>
internal static class Sources
{
    /// <summary>Takes "according to X" out of the words, and gives a name at the end behind "in" or "reported by" as a possible outlet.</summary>
    public static (string? Speaker, string? Outlet) Take(List<QuestionToken> tokens)
    {
        string? speaker = null;
        var at = tokens.FindIndex(t => t.Lower == "according");
        if (at >= 0 && at + 2 < tokens.Count && tokens[at + 1].Lower == "to")
        {
            var end = at + 2;
            while (end < tokens.Count && !(end > at + 2 && IsPreposition(tokens[end].Lower)))
            {
                end++;
            }

            speaker = AskedNames.Bare(tokens[(at + 2)..end]);
            tokens.RemoveRange(at, end - at);
        }
        return (speaker, speaker is null ? Outlet(tokens) : null);
    }

    // The archive decides whether there is such an outlet; until then the words stay with the rest too.
    private static string? Outlet(List<QuestionToken> tokens)
    {
        var at = tokens.FindLastIndex(t => t.Lower is "in" or "by" or "from");
        return at > 0 && at + 1 < tokens.Count && tokens.Count - at <= 5 ? AskedNames.Bare(tokens[(at + 1)..]) : null;
    }

    private static bool IsPreposition(string word) => word is "about" or "on" or "over" or "in" or "at" or "when" or "how" or "what" or "who";
}
