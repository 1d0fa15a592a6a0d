namespace DigestBot.Stories;

/// <summary>A stored article. Its text is kept as it was given: every citation counts UTF-16 positions into it.</summary>
public sealed record Story
{
    /// <summary>The story's own id where its source gives one, else made from its content (see <see cref="StoryId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>All of the story as it is read and cited, its title included where the source's text includes it.</summary>
    public required string Text { get; init; }

    /// <summary>The publisher's name, where known.</summary>
    public string? Outlet { get; init; }

    /// <summary>The story's address, where known.</summary>
    public string? Url { get; init; }

    /// <summary>The place of its dateline, where it has one.</summary>
    public string? Place { get; init; }

    /// <summary>When it was published; null where the source does not say so (a dateline without a year is not enough).</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The dateline's day as "12-29" where the year is not known; for display, never for sorting.</summary>
    public string? DatelineDay { get; init; }

    /// <summary>When it came into the archive.</summary>
    public DateTimeOffset Arrived { get; init; }
}
