namespace DigestBot.Stories;

/// <summary>What a source says of its story beside the text: front matter, a page's metadata, an object's members. Each may be missing.</summary>
internal sealed record StoryFacts
{
    private const int LongestTitle = 200;

    /// <summary>The story's own id.</summary>
    public string? Id { get; init; }

    /// <summary>The headline, where it is given apart from the text.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The story's address; only http and https ones are kept, since it becomes a link.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The story with this text: a hint wins over a fact, a fact over the dateline.</summary>
    /// <param name="text">Kept as it is.</param>
    public Story ToStory(string text, StoryHints hints)
    {
        var dateline = Dateline.Find(text);
        var published = hints.Published ?? Published ?? dateline?.Published ?? dateline?.In(hints.Year);
        return new Story
        {
            Id = string.IsNullOrWhiteSpace(Id) ? StoryId.FromText(text) : Id.Trim(),
            Title = OneLine(string.IsNullOrWhiteSpace(Title) ? FirstLine(text) : Title),
            Text = text,
            Outlet = hints.Outlet ?? (string.IsNullOrWhiteSpace(Outlet) ? dateline?.Outlet : OneLine(Outlet)),
            Url = WebAddress(Url),
            Place = dateline?.Place,
            Published = published,
            DatelineDay = published is null ? dateline?.Day : null,
        };
    }

    private static string? WebAddress(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    /// <summary>A first line that is a whole paragraph makes a title of its first words.</summary>
    private static string FirstLine(string text)
    {
        var line = text.AsSpan().Trim() is var trimmed && trimmed.IndexOf('\n') is var end and >= 0 ? trimmed[..end].ToString() : trimmed.ToString();
        if (line.Length <= LongestTitle)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', LongestTitle);
        return line[..(space > 0 ? space : LongestTitle)] + "…";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
