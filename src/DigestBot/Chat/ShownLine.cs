using System.Text.RegularExpressions;
using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.Chat;

/// <summary>A line in its plain-text parts, as every platform shows it: "Lavrov | offers | to meet Khatib in a neutral capital | 1".</summary>
/// <param name="Speaker">Who says it.</param>
/// <param name="Act">"demands", "does not demand".</param>
/// <param name="Content">What is said: the story's words, in quotation marks only where the story quotes.</param>
/// <param name="Notes">Numbers of its footnotes.</param>
internal sealed partial record ShownLine(string Speaker, string Act, string Content, IReadOnlyList<int> Notes)
{
    private const int LongestSpeaker = 120;

    /// <summary>The footnotes' numbers as one writes them behind the content: " ¹", " ¹ ²"; empty where there are none.</summary>
    public string Marks => string.Concat(Notes.Select(n => $" {CitedStories.Mark(n)}"));

    /// <summary>The line, its content cut to a length.</summary>
    /// <param name="longest">UTF-16 units of content.</param>
    public static ShownLine Of(AnswerLine line, CitedStories notes, int longest) => new(
        PlainText.Cut(PlainText.OneLine(line.Speaker), LongestSpeaker),
        ActWord(line),
        PlainText.Clean(QuotedContent.Of(line, longest)),
        [.. notes.NumbersOf(line)]);

    /// <summary>"demands", "do not demand" where several speak; "is" where the story itself says who somebody is. "demands:" before a bare verb.</summary>
    public static string ActWord(AnswerLine line) => line.IsDescription
        ? "is"
        : $"{ActWord(line.Act, line.IsNegated, SpeakerNumber.IsPlural(line.Speaker))}{(BareVerb().IsMatch(line.Content) ? ":" : "")}";

    /// <summary>"demands", "does not demand"; where several speak "demand", "do not demand".</summary>
    public static string ActWord(SpeechAct act, bool isNegated, bool isPlural = false)
    {
        string verb = act.ToString().ToLowerInvariant();
        string bare = verb.EndsWith("ies", StringComparison.Ordinal) ? $"{verb[..^3]}y" : verb[..^1];
        return (isNegated, isPlural) switch
        {
            (false, false) => verb,
            (false, true) => bare,
            (true, false) => $"does not {bare}",
            _ => $"do not {bare}",
        };
    }

    // "issue a clear condemnation": only a verb stands before an article, but for the words that lead up to one.
    [GeneratedRegex(@"^(?!(?:to|that|of|for|on|in|at|by|with|from|as|about|against|and|or|but|if|not|all|both|half|such|what|quite|rather|over|after|before|under|during|into|like|than|when|while|where|because|is|was|are|were|be|being|it|he|she|they|who|whether|how|why|the|a|an|this|these|those|his|her|its|their|our|my|your)\b)[a-z]+ (?:a|an|the|his|her|its|their|our|this|these|those) ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareVerb();
}
