namespace DigestBot.Stories;

/// <summary>What the reader is told beside the text; each wins over what the story says of itself.</summary>
public sealed record StoryHints
{
    /// <summary>The publisher's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The year of datelines that have none.</summary>
    public int? Year { get; init; }

    /// <summary>No hints.</summary>
    public static StoryHints None { get; } = new();
}
