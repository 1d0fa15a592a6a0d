using System.Globalization;
using DigestBot.Answers;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Chat;

/// <summary>Shows the paragraphs in which cited lines stand, as their stories have them.</summary>
internal static class SourcesReply
{
    private const int LongestParagraph = 480;

    /// <summary>The command that shows where lines stand: "sources 12 15".</summary>
    public static Button ButtonOf(IEnumerable<AnswerLine> lines) =>
        new("Sources", $"sources {string.Join(' ', lines.Select(l => l.StatementId))}", ButtonPlace.Private);

    /// <summary>A section for each story: its headline, outlet and day, and the paragraphs.</summary>
    public static async Task<Reply> OfAsync(Archive archive, Command command, CancellationToken cancel)
    {
        var statements = await archive.Store.StatementsAsync(command.Workspace, Ids(command.Text), cancel);
        if (statements.Count == 0)
        {
            return new Reply { Text = Gone, Found = false, IsPrivate = true };
        }

        List<ReplySection> sections = [];
        foreach (var story in statements.GroupBy(s => s.StoryId))
        {
            if (await archive.Store.GetStoryAsync(command.Workspace, story.Key, cancel) is { } told)
            {
                sections.Add(Section(told, story));
            }
        }
        return new Reply { Text = "Where it stands:", Sections = sections, IsPrivate = true };
    }

    /// <summary>What is said where the lines of an old reply are there no more.</summary>
    public const string Gone = "Those lines are not in the archive any more: their story was read anew. Please ask again.";

    /// <summary>Row ids in a command's text, at most a picker's choices.</summary>
    public static IReadOnlyList<long> Ids(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => long.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Take(Picker.Most)];

    private static ReplySection Section(Story story, IEnumerable<StoredStatement> statements) => new()
    {
        Heading = story.Title,
        Note = Origin(story),
        Items = [.. statements.Select(s => Paragraph(story.Text, s.Spans[0].Start)).Distinct()],
    };

    private static string Origin(Story story) => string.Join(", ", new[]
    {
        story.Outlet,
        story.Published?.UtcDateTime.ToString("d MMMM yyyy"),
        story.Url,
    }.OfType<string>());

    private static string Paragraph(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at);
        var paragraph = text[start..(end < 0 ? text.Length : end)].Trim();
        return paragraph.Length <= LongestParagraph ? paragraph : Around(paragraph, Math.Max(0, at - start));
    }

    // A long paragraph is shown from a sentence's begin shortly before the content.
    private static string Around(string paragraph, int at)
    {
        var from = at < LongestParagraph / 2 ? 0 : PlainText.WordEnd(paragraph, at - (LongestParagraph / 3));
        return $"{(from > 0 ? "… " : "")}{PlainText.Cut(paragraph[from..].TrimStart(), LongestParagraph)}";
    }
}
