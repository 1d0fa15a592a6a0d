namespace DigestBot.Stories;

/// <summary>
/// A story as plain text: its title, an empty line, the body. The text is kept from the title to the last line that belongs to
/// the story; nothing inside it is changed, so that citations are byte for byte.
/// </summary>
internal static class PlainStory
{
    public static StoryBatch Read(string name, string text, StoryHints hints) => StoryBatch.Of(Of(text, hints, title: null));

    /// <summary>The story with the dateline's facts.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="title">The headline, where the source gives it apart from the text.</param>
    public static Story Of(string text, StoryHints hints, string? title)
    {
        int start = text.Length - text.AsSpan().TrimStart().Length;
        string kept = text[start..PageFurniture.EndOfStory(text)].Replace("\r\n", "\n", StringComparison.Ordinal);
        int lineEnd = kept.IndexOf('\n', StringComparison.Ordinal);
        string firstLine = (lineEnd < 0 ? kept : kept[..lineEnd]).Trim();
        Dateline? dateline = Dateline.Find(kept);
        return new Story
        {
            Id = StoryId.FromText(kept),
            Title = title ?? Shortened(firstLine),
            Text = kept,
            Outlet = hints.Outlet ?? dateline?.Outlet,
            Place = dateline?.Place,
            Published = hints.Published ?? dateline?.Published,
            DatelineDay = hints.Published is null && dateline?.Published is null ? dateline?.Day : null,
        };
    }

    /// <summary>A first line that is a whole paragraph makes a title of its first words.</summary>
    private static string Shortened(string line)
    {
        const int Longest = 200;
        if (line.Length <= Longest)
            return line;
        int space = line.LastIndexOf(' ', Longest);
        return line[..(space > 0 ? space : Longest)] + "…";
    }
}
