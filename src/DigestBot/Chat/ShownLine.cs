using DigestBot.Answers;

namespace DigestBot.Chat;

/// <summary>A line in its plain-text parts, as every platform shows it: "Lavrov | offers | to meet Khatib in a neutral capital | 1".</summary>
/// <param name="Speaker">Who says it.</param>
/// <param name="Act">"demands", "does not demand".</param>
/// <param name="Content">What is said: the story's words, in quotation marks only where the story quotes.</param>
/// <param name="Notes">Numbers of its footnotes.</param>
internal sealed record ShownLine(string Speaker, string Act, string Content, IReadOnlyList<int> Notes)
{
    private const int LongestSpeaker = 120;

    /// <summary>The footnotes' numbers as one writes them behind the content: " ¹", " ¹ ²"; empty where there are none.</summary>
    public string Marks => string.Concat(Notes.Select(n => $" {CitedStories.Mark(n)}"));

    /// <summary>The line, its content cut to a length.</summary>
    /// <param name="longest">UTF-16 units of content.</param>
    public static ShownLine Of(AnswerLine line, CitedStories notes, int longest) => new(
        PlainText.Cut(PlainText.OneLine(line.Speaker), LongestSpeaker),
        ShownAct.Of(line),
        PlainText.Clean(QuotedContent.Of(line, longest)),
        [.. notes.NumbersOf(line)]);
}
