using System.Globalization;

namespace DigestBot.Answers;

/// <summary>How an answer came about: what the question was read as, who was meant, and every statement's scores.</summary>
public sealed record Explanation
{
    private const int MostLines = 25;

    private readonly Question _question;
    private readonly IReadOnlyList<FoundSpeakers> _speakers;
    private readonly IReadOnlyList<RankedStatement> _ranked;

    internal Explanation(Question question, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> ranked, Answer answer)
    {
        (_question, _speakers, _ranked) = (question, speakers, ranked);
        Answer = answer;
    }

    /// <summary>The answer itself.</summary>
    public Answer Answer { get; init; }

    /// <summary>Lines of plain text: the parsed question, then a line for each of at most 25 statements looked at, best first.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"“{_question.Text}”";
        foreach ((var part, var value) in Parts())
        {
            yield return $"  {part,-10} {value}";
        }

        if (_ranked.Count == 0)
        {
            yield break;
        }

        yield return $"Statements looked at, {_ranked.Count}, best first; score = 3 topic + 2 verb + 2 clue + text + 0.6 recency + 1.8 prominence:";
        yield return "  line  score  topic   verb   clue   text recency promin.";
        foreach (var r in _ranked.Take(MostLines))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {Place(r),4} {r.Total,6:F2} {r.Topic,6:F2} {r.Verb,6:F2} {r.Clue,6:F2} {r.Text,6:F2} {r.Recency,7:F2} {r.Prominence,7:F2}  {r.Statement.Speaker} {r.Statement.Act}: {Short(r.Statement.Content)}");
        }
    }

    private IEnumerable<(string Part, string Value)> Parts()
    {
        yield return ("asks for", $"{_question.Form}{(_question.IsNegated ? ", negated" : "")}{(_question.IsOverTime ? ", over time" : "")}");
        foreach (var speaker in _speakers)
        {
            yield return ("speaker", $"“{speaker.Asked}” is {Meant(speaker)}{(speaker.IsMistyped ? ", mistyped" : "")}");
        }

        yield return ("act", _question.Act is not { } act ? "any" : act.Breadth switch
        {
            ActBreadth.Any => $"any, by “{_question.Verb}”",
            ActBreadth.Act => $"{act.Act}, by “{_question.Verb}”",
            _ => $"only what is told with “{_question.Verb}” or its kin",
        });
        Topic topic = new(_question.Topic);
        foreach (var word in topic.Words)
        {
            yield return ("about", topic.Others[word].Count == 0 ? word : $"{word}, or {string.Join(", ", topic.Others[word])}");
        }

        if (_question.Addressee is not null)
        {
            yield return ("said to", _question.Addressee);
        }

        if (_question.Since is not null || _question.Until is not null)
        {
            yield return ("time", string.Create(CultureInfo.InvariantCulture, $"{(_question.Since is { } since ? $"from {since:u}" : "")} {(_question.Until is { } until ? $"before {until:u}" : "")}").Trim());
        }

        if (_question.Weekday is not null)
        {
            yield return ("day", $"the last {_question.Weekday} told of");
        }

        if (_question.Outlet is not null)
        {
            yield return ("outlet", _question.Outlet);
        }
    }

    /// <summary>The number of the line that shows a statement; "-" where none does.</summary>
    private string Place(RankedStatement statement)
    {
        long[] shown = [.. Answer.Lines.Concat(Answer.More).Select(l => l.StatementId)];
        var at = Array.FindIndex(shown, id => id == statement.Statement.Id || statement.Same.Any(s => s.Id == id));
        return at < 0 ? "-" : $"{at + 1}";
    }

    private static string Meant(FoundSpeakers speaker) =>
        speaker.SpeaksFor is { } silent ? $"{silent}, who says nothing; on that side {(speaker.Speakers.Count > 0 ? string.Join(" or ", speaker.Speakers.Select(s => $"{s.Name} ({s.Statements} statements)")) : "those who are called so")}"
        : speaker.PeopleWords is { } words ? $"everybody called {string.Join(' ', words)}"
        : speaker.IsKnown ? string.Join(" or ", speaker.Speakers.Select(s => $"{s.Name} ({s.Statements} statements)"))
        : "nobody in the archive";

    private static string Short(string content) => content.Length <= 80 ? content : $"{content[..77]}...";
}
