using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Makes lines of statements: the content stays byte for byte as the story has it.</summary>
public static class AnswerLines
{
    /// <summary>The line of a statement.</summary>
    /// <param name="same">Other statements of the same content; stories that are cited already are left out.</param>
    public static AnswerLine Of(StoredStatement statement, IEnumerable<StoredStatement>? same = null)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new AnswerLine
        {
            StatementId = statement.Id,
            SpeakerId = statement.SpeakerId,
            Speaker = Speaker(statement),
            Act = statement.Act,
            IsNegated = statement.IsNegated,
            Cue = statement.Cue.Length == 0 ? null : statement.Cue,
            Kind = statement.Kind,
            Content = statement.Content,
            Citation = Cite(statement),
            AlsoIn = [.. (same ?? []).Where(s => s.StoryId != statement.StoryId).DistinctBy(s => s.StoryId).Select(Cite)],
        };
    }

    /// <summary>The speaker's name; "somebody" where the story names nobody.</summary>
    public static string Speaker(StoredStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Speaker.Length == 0 ? "somebody" : statement.Speaker;
    }

    internal static AnswerLine Of(RankedStatement ranked) => Of(ranked.Statement, ranked.Same);

    private static Citation Cite(StoredStatement statement) => new()
    {
        StoryId = statement.StoryId,
        Title = statement.Title,
        Outlet = statement.Outlet,
        Published = statement.Published,
        Url = statement.Url,
        Spans = statement.Spans,
    };
}
