using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>The direct sentence at the top of an answer: what the lines show, and nothing that they do not.</summary>
internal static class AnswerText
{
    /// <summary>The sentence over lines that answer.</summary>
    /// <param name="subject">Who says it; "" for anybody.</param>
    /// <param name="found">How many there are; <see cref="int.MaxValue"/> for more than were counted.</param>
    public static string Over(Question question, string subject, IReadOnlyList<AnswerLine> lines, int found)
    {
        var about = $"{About(question)}{(question.Outlet is { } outlet ? $" in {outlet}" : "")}";
        var stories = lines.SelectMany(l => l.AlsoIn.Append(l.Citation)).Select(c => c.StoryId).Distinct().Count();
        var count = found > lines.Count
            ? $"{Number(lines.Count, capital: true)} of {(found == int.MaxValue ? "many" : Number(found, capital: false))} statements"
            : Count(lines.Count, question) + Of(question);
        var where = (stories == 1 ? "one story" : $"{Number(stories, capital: false)} stories") + (question.Form == QuestionForm.When ? $", {Days(lines)}" : "");
        if (question.Form == QuestionForm.Who)
        {
            return $"{subject}{about}, in {where}:";
        }

        return subject.Length > 0 ? $"{subject}{about}: {Lower(count)}, in {where}." : $"{count}{about}, in {where}:";
    }

    /// <summary>The sentence over a timeline: how many, from when to when, and whether the speaker turns.</summary>
    public static string OverTime(Question question, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> shown, int turns, int found)
    {
        var count = found > shown.Count ? $"{Number(shown.Count, capital: false)} of {(found == int.MaxValue ? "many" : Number(found, capital: false))} statements" : Lower(Count(shown.Count, question));
        (var from, var to) = (Day(shown[0].Statement), Day(shown[^1].Statement));
        var turned = turns == 0 ? "" : turns == 1 ? "; one turn" : $"; {Number(turns, capital: false)} turns";
        return $"{Subject(speakers)}{About(question)}: {count}, {(from == to ? $"of {from}" : $"from {from} to {to}")}{(shown.Count > 1 ? ", oldest first" : "")}{turned}.";
    }

    /// <summary>The sentence over two sides; each with as many statements as it has on the matter.</summary>
    public static string OverSides(Question question, (FoundSpeakers Speaker, int Count) left, (FoundSpeakers Speaker, int Count) right)
    {
        var both = $"{Preface([left.Speaker, right.Speaker])}{left.Speaker.Name} and {right.Speaker.Name}{About(question)}";
        return (left.Count, right.Count) switch
        {
            (0, 0) => $"{both}: nothing by either.",
            (0, _) => $"{both}: nothing by {left.Speaker.Name}.",
            (_, 0) => $"{both}: nothing by {right.Speaker.Name}.",
            _ => $"{both}: {Lower(Count(left.Count, question))} against {Number(right.Count, capital: false)}.",
        };
    }

    /// <summary>"Lavrov and Khatib", with what their names were taken for where that is not plain.</summary>
    public static string Subject(IReadOnlyList<FoundSpeakers> speakers) => Through(speakers) + Preface(speakers) + Names(speakers);

    /// <summary>A sentence on those who are only spoken for; "" where everybody speaks.</summary>
    public static string Through(IReadOnlyList<FoundSpeakers> speakers) =>
        string.Concat(speakers.Where(s => s.SpeaksFor is not null).Select(s => $"Nothing by {s.SpeaksFor} directly, but from that side. "));

    /// <summary>Of several speakers asked for those who say nothing, as a sentence behind the first; "" where there are none.</summary>
    public static string Silent(IReadOnlyList<FoundSpeakers> silent) =>
        silent.Count == 0 ? "" : $" Nothing by {List([.. silent.Select(s => s.IsKnown ? s.Name : $"“{s.Asked}”")])}.";

    /// <summary>The sentence over a verdict.</summary>
    public static string Of(Verdict verdict, IReadOnlyList<FoundSpeakers> speakers, AnswerLine best)
    {
        var name = best.Speaker;
        return Through(speakers) + Preface(speakers) + verdict switch
        {
            Verdict.Yes => $"Yes: {name} {ActPhrase(best)}.",
            Verdict.No => $"No: {name} {ActPhrase(best)}.",
            _ => $"No statement says yes or no. {(speakers.Count > 0 ? name : "What is said")} on it:",
        };
    }

    /// <summary>The sentence over descriptions.</summary>
    public static string WhoIs(StoredSpeaker speaker, IReadOnlyList<AnswerLine> lines) =>
        $"{speaker.Name}: {lines[0].Content}{(speaker.Statements > 0 ? $"; {Plural(speaker.Statements, "statement")} in the stories searched" : "")}.";

    /// <summary>What the names of the question were taken for, where that is not plain.</summary>
    public static string Preface(IReadOnlyList<FoundSpeakers> speakers)
    {
        var mistyped = string.Concat(speakers.Where(s => s.IsMistyped).Select(s => $"“{s.Asked}” is taken for {s.Name}. "));
        var several = string.Concat(speakers.Where(s => s.Speakers.Count > 1)
            .Select(s => $"“{s.Asked}” can be {string.Join(" or ", s.Speakers.Select(p => p.Name))}. "));
        return mistyped + several;
    }

    /// <summary>"Lavrov, Khatib and three others".</summary>
    public static string WhoSays(IReadOnlyList<string> names) =>
        names.Count <= 3 ? List(names) : $"{string.Join(", ", names.Take(2))} and {Number(names.Count - 2, capital: false)} others";

    /// <summary>"Lavrov and Khatib".</summary>
    public static string Names(IReadOnlyList<FoundSpeakers> speakers) => List([.. speakers.Where(s => s.IsKnown).Select(s => s.Name)]);

    /// <summary>Whom the question names; not those who only speak for them.</summary>
    public static string Wanted(IReadOnlyList<FoundSpeakers> speakers) => List([.. speakers.Where(s => s.IsKnown).Select(s => s.SpeaksFor ?? s.Name)]);

    /// <summary>" of Russia": of whom it is demanded, where the question asks for nothing else.</summary>
    private static string Of(Question question) => IsOfAddressee(question) ? $" of {AskedNames.Capitalised(question.Addressee!)}" : "";

    private static bool IsOfAddressee(Question question) =>
        question is { Addressee: { } addressee, Act.Act: SpeechAct.Demands, WantsAnyAct: false } && question.Topic.All(TextWords.Of(addressee).Contains);

    private static string About(Question question) => question.Topic.Count > 0 && !IsOfAddressee(question) && question.Form != QuestionForm.YesNo ? $" on “{question.TopicAsTyped}”" : "";

    /// <summary>"of 12 July 2013", "from 12 July 2013 to 14 July 2013": when the stories were published.</summary>
    private static string Days(IReadOnlyList<AnswerLine> lines)
    {
        DateTimeOffset[] times = [.. lines.Select(l => l.Citation.Published).OfType<DateTimeOffset>().Order()];
        if (times.Length == 0)
        {
            return "undated";
        }

        (var from, var to) = ($"{times[0]:d MMMM yyyy}", $"{times[^1]:d MMMM yyyy}");
        return from == to ? $"of {from}" : $"from {from} to {to}";
    }

    private static string Day(StoredStatement statement) => statement.Time.ToString("d MMMM yyyy");

    private static string List(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static string Count(int count, Question question) => $"{Number(count, capital: true)} {(count == 1 ? Noun(question) : Noun(question) == "apology" ? "apologies" : $"{Noun(question)}s")}";

    /// <summary>What a statement of the act asked for is called.</summary>
    public static string Noun(Question question) => question.WantsAnyAct || question.Act!.Breadth == ActBreadth.Own ? "statement" : question.Act.Act switch
    {
        SpeechAct.Demands => "demand",
        SpeechAct.Asks => "question",
        SpeechAct.Rejects => "refusal",
        SpeechAct.Denies => "denial",
        SpeechAct.Offers => "offer",
        SpeechAct.Promises => "promise",
        SpeechAct.Warns => "warning",
        SpeechAct.Accuses => "accusation",
        SpeechAct.Apologises => "apology",
        SpeechAct.Expects => "expectation",
        SpeechAct.Announces => "announcement",
        _ => "statement",
    };

    /// <summary>"denies it", "does not say so": the act of a line that carries a yes or a no.</summary>
    private static string ActPhrase(AnswerLine line)
    {
        (var verb, var rest) = line.Act switch
        {
            SpeechAct.Says or SpeechAct.Thinks => (line.Act == SpeechAct.Says ? "say" : "think", "so"),
            SpeechAct.Warns => ("warn", "of it"),
            SpeechAct.Apologises => ("apologise", "for it"),
            SpeechAct.Accuses => ("make", "this accusation"),
            SpeechAct.Denies => ("deny", "it"),
            SpeechAct.Promises => ("promise", "it"),
            _ => ($"{line.Act}"[..^1].ToLowerInvariant(), "it"),
        };
        return line.IsNegated ? $"does not {verb} {rest}" : $"{(verb == "deny" ? "denies" : $"{verb}s")} {rest}";
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";

    private static string Number(int count, bool capital)
    {
        string[] words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        var word = count < words.Length ? words[count] : count.ToString("N0");
        return capital ? $"{char.ToUpperInvariant(word[0])}{word[1..]}" : word;
    }

    private static string Lower(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";
}
