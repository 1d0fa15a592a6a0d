namespace DigestBot.Answers;

/// <summary>How an answer came about: what the question was read as, who was meant, and every statement's scores.</summary>
public sealed class Explanation
{
    private readonly Question question;
    private readonly IReadOnlyList<FoundSpeakers> speakers;
    private readonly IReadOnlyList<RankedStatement> ranked;

    internal Explanation(Question question, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> ranked, Answer answer)
    {
        (this.question, this.speakers, this.ranked) = (question, speakers, ranked);
        Answer = answer;
    }

    /// <summary>The answer itself.</summary>
    public Answer Answer { get; }

    /// <summary>Lines of plain text: the parsed question, then a line for each statement looked at, best first.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"asks for   {question.Form}{(question.IsNegated ? ", negated" : "")}";
        yield return $"act        {(question.Act is null ? "none" : $"{question.Verb} ({question.Act.Act}, {question.Act.Breadth})")}";
        foreach (FoundSpeakers speaker in speakers)
            yield return $"speaker    {speaker.Asked} = {(speaker.PeopleWords is { } words ? $"everybody called {string.Join(' ', words)}" : speaker.IsKnown ? string.Join(" or ", speaker.Speakers.Select(s => s.Name)) : "nobody")}";
        yield return $"topic      {(question.Topic.Count == 0 ? "none" : string.Join(' ', question.Topic))}";
        if (question.Addressee is not null)
            yield return $"said to    {question.Addressee}";
        if (question.Since is not null || question.Until is not null)
            yield return $"time       {question.Since:u} to {question.Until:u}";
        if (question.Outlet is not null)
            yield return $"outlet     {question.Outlet}";
        foreach (RankedStatement r in ranked.Take(20))
            yield return $"{r.Total,5:F2}  topic {r.Topic:F2} verb {r.Verb:F2} clue {r.Clue:F2} text {r.Text:F2} recency {r.Recency:F2} prominence {r.Prominence:F2}  {r.Statement.Speaker} {r.Statement.Act}: {Short(r.Statement.Content)}";
    }

    private static string Short(string content) => content.Length <= 80 ? content : $"{content[..77]}...";
}
