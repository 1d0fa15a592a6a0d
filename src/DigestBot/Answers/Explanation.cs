using System.Globalization;

namespace DigestBot.Answers;

/// <summary>How an answer came about: what the question was read as, who was meant, and every statement's scores.</summary>
public sealed record Explanation
{
    private const int MostLines = 25;

    private readonly Question question;
    private readonly IReadOnlyList<FoundSpeakers> speakers;
    private readonly IReadOnlyList<RankedStatement> ranked;

    internal Explanation(Question question, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> ranked, Answer answer)
    {
        (this.question, this.speakers, this.ranked) = (question, speakers, ranked);
        Answer = answer;
    }

    /// <summary>The answer itself.</summary>
    public Answer Answer { get; init; }

    /// <summary>Lines of plain text: the parsed question, then a line for each of at most 25 statements looked at, best first.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"“{question.Text}”";
        foreach ((string part, string value) in Parts())
            yield return $"  {part,-10} {value}";
        if (ranked.Count == 0)
            yield break;
        yield return $"Statements looked at, {ranked.Count}, best first; score = 3 topic + 2 verb + 2 clue + text + 0.6 recency + 1.8 prominence:";
        yield return "  line  score  topic   verb   clue   text recency promin.";
        foreach (RankedStatement r in ranked.Take(MostLines))
            yield return string.Create(CultureInfo.InvariantCulture, $"  {Place(r),4} {r.Total,6:F2} {r.Topic,6:F2} {r.Verb,6:F2} {r.Clue,6:F2} {r.Text,6:F2} {r.Recency,7:F2} {r.Prominence,7:F2}  {r.Statement.Speaker} {r.Statement.Act}: {Short(r.Statement.Content)}");
    }

    private IEnumerable<(string Part, string Value)> Parts()
    {
        yield return ("asks for", $"{question.Form}{(question.IsNegated ? ", negated" : "")}{(question.IsOverTime ? ", over time" : "")}");
        foreach (FoundSpeakers speaker in speakers)
            yield return ("speaker", $"“{speaker.Asked}” is {Meant(speaker)}{(speaker.IsMistyped ? ", mistyped" : "")}");
        yield return ("act", question.Act is not { } act ? "any" : act.Breadth switch
        {
            ActBreadth.Any => $"any, by “{question.Verb}”",
            ActBreadth.Act => $"{act.Act}, by “{question.Verb}”",
            _ => $"only what is told with “{question.Verb}” or its kin",
        });
        Topic topic = new(question.Topic);
        foreach (string word in topic.Words)
            yield return ("about", topic.Others[word].Count == 0 ? word : $"{word}, or {string.Join(", ", topic.Others[word])}");
        if (question.Addressee is not null)
            yield return ("said to", question.Addressee);
        if (question.Since is not null || question.Until is not null)
            yield return ("time", string.Create(CultureInfo.InvariantCulture, $"{(question.Since is { } since ? $"from {since:u}" : "")} {(question.Until is { } until ? $"before {until:u}" : "")}").Trim());
        if (question.Weekday is not null)
            yield return ("day", $"the last {question.Weekday} told of");
        if (question.Outlet is not null)
            yield return ("outlet", question.Outlet);
    }

    /// <summary>The number of the line that shows a statement; "-" where none does.</summary>
    private string Place(RankedStatement statement)
    {
        long[] shown = [.. Answer.Lines.Concat(Answer.More).Select(l => l.StatementId)];
        int at = Array.FindIndex(shown, id => id == statement.Statement.Id || statement.Same.Any(s => s.Id == id));
        return at < 0 ? "-" : $"{at + 1}";
    }

    private static string Meant(FoundSpeakers speaker) =>
        speaker.SpeaksFor is { } silent ? $"{silent}, who says nothing; on that side {(speaker.Speakers.Count > 0 ? string.Join(" or ", speaker.Speakers.Select(s => $"{s.Name} ({s.Statements} statements)")) : "those who are called so")}"
        : speaker.PeopleWords is { } words ? $"everybody called {string.Join(' ', words)}"
        : speaker.IsKnown ? string.Join(" or ", speaker.Speakers.Select(s => $"{s.Name} ({s.Statements} statements)"))
        : "nobody in the archive";

    private static string Short(string content) => content.Length <= 80 ? content : $"{content[..77]}...";
}
