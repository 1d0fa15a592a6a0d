namespace DigestBot.Answers;

/// <summary>A bound of time by what happened then: "since the summit", "before the vote".</summary>
/// <param name="Name">As asked, without its article: "summit".</param>
/// <param name="Words">Its words that carry meaning.</param>
/// <param name="IsEnd">What is asked about lies before it.</param>
internal sealed record EventBound(string Name, IReadOnlyList<string> Words, bool IsEnd);

/// <summary>Finds such a bound at the end of a question.</summary>
internal static class AskedEvents
{
    private const int MostWords = 3;

    /// <summary>Takes it out of the words; null where there is none.</summary>
    public static EventBound? Take(List<QuestionToken> tokens)
    {
        var at = tokens.FindLastIndex(t => t.Lower is "since" or "after" or "before" or "until");
        if (at < 2 || at + 2 >= tokens.Count || tokens.Count - at - 2 > MostWords || tokens[at + 1].Lower is not ("the" or "his" or "her" or "their" or "its" or "this"))
        {
            return null;
        }

        var name = tokens[(at + 2)..];
        var words = TopicWords.Of(name);
        if (words.Count == 0 || name.Exists(t => Auxiliaries.Is(t.Lower)))
        {
            return null;
        }

        EventBound bound = new(AskedNames.Bare(name), words, tokens[at].Lower is "before" or "until");
        tokens.RemoveRange(at, tokens.Count - at);
        return bound;
    }
}
