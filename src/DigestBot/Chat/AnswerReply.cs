using DigestBot.Answers;

namespace DigestBot.Chat;

/// <summary>Turns an answer into a reply.</summary>
internal static class AnswerReply
{
    /// <summary>The direct sentence, all lines that answer (to be paged) or else the nearest there is, and what else one may ask.</summary>
    public static Reply Of(Answer answer) => new()
    {
        Text = answer.Text,
        Found = answer.Answered,
        IsPuzzled = answer.IsPuzzled,
        Sections = [.. Sections(answer)],
    };

    private static IEnumerable<ReplySection> Sections(Answer answer)
    {
        if (answer.Lines.Count > 0)
        {
            yield return new ReplySection { Lines = [.. answer.Lines, .. answer.More] };
        }

        if (answer.Nearest.Count > 0)
        {
            yield return new ReplySection { Heading = "The nearest there is", Lines = answer.Nearest };
        }

        if (answer.Suggestions.Count > 0)
        {
            yield return new ReplySection { Heading = "Try asking", Items = answer.Suggestions };
        }
    }
}
