using DigestBot.Answers;

namespace DigestBot.Chat;

/// <summary>Turns what somebody said over time into a reply.</summary>
internal static class TimelineReply
{
    /// <summary>A section for each day; another begins where the position turns, and says so.</summary>
    public static Reply Of(Answer answer) => answer.Answered
        ? new Reply { Text = answer.Text, Sections = [.. Days([.. answer.Lines, .. answer.More])] }
        : AnswerReply.Of(answer);

    private static IEnumerable<ReplySection> Days(IReadOnlyList<AnswerLine> lines)
    {
        var from = 0;
        for (var at = 1; at <= lines.Count; at++)
        {
            if (at < lines.Count && !lines[at].IsTurn && Day(lines[at]) == Day(lines[from]))
            {
                continue;
            }

            yield return new ReplySection
            {
                Heading = Day(lines[from])?.ToString("d MMMM yyyy") ?? "Without a date",
                Note = lines[from].IsTurn ? "Here the position turns." : null,
                Lines = [.. lines.Skip(from).Take(at - from)],
            };
            from = at;
        }
    }

    private static DateTime? Day(AnswerLine line) => line.Citation.Published?.UtcDateTime.Date;
}
