namespace DigestBot.Answers;

/// <summary>Tells what a speaker has said over time, oldest first, and marks where the speaker turns.</summary>
internal static class Timelines
{
    /// <summary>Whether it was said on more than one day: only then does its order tell anything.</summary>
    public static bool IsOverDays(IReadOnlyList<RankedStatement> right) => right.DistinctBy(r => r.Statement.Time.UtcDateTime.Date).Skip(1).Any();

    /// <summary>The answer over statements that are right; at most the best 25 of them, in order of time.</summary>
    public static Answer Of(Question asked, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> right)
    {
        var told = SameContent.Join(right.Take(Selection.MostCompared).OrderBy(r => r.Statement.Time).ThenBy(r => r.Statement.Id));
        HashSet<RankedStatement> best = [.. told.OrderByDescending(r => r.Total).Take(Selection.MostPaged)];
        RankedStatement[] shown = [.. told.Where(best.Contains)];
        var turns = Turns.Of([.. shown.Select(s => s.Statement)], asked.Topic.Count > 0);
        AnswerLine[] lines = [.. shown.Select((s, at) => AnswerLines.Of(s) with { IsTurn = turns[at] })];
        return new Answer
        {
            Answered = true,
            Text = AnswerText.OverTime(asked, speakers, shown, turns.Count(t => t), right.Count > Selection.MostCompared ? int.MaxValue : told.Count),
            Lines = lines[..Math.Min(Selection.Most, lines.Length)],
            More = lines[Math.Min(Selection.Most, lines.Length)..],
        };
    }
}
