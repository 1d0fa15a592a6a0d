namespace DigestBot.Stories;

/// <summary>
/// A story as plain text: its title, an empty line, the body. The text is kept from the title to the last line that belongs to
/// the story; nothing inside it is changed but line ends, so that citations are byte for byte.
/// </summary>
internal static class PlainStory
{
    public static StoryBatch Read(string text, StoryHints hints) => StoryBatch.Of(new StoryFacts().ToStory(Kept(text), hints));

    /// <summary>The text without white space around it and without the page's furniture behind it, line ends as LF.</summary>
    public static string Kept(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        return text[start..PageFurniture.EndOfStory(text)].Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>The title above the body, unless the body begins with it.</summary>
    public static string Under(string? title, string body) =>
        string.IsNullOrWhiteSpace(title) || body.StartsWith(title.Trim(), StringComparison.Ordinal) ? body : $"{title.Trim()}\n\n{body}";
}
