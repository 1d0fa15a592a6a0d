namespace DigestBot.Stories;

/// <summary>A story that cannot be taken in: its name (file, line) and why, in words that say what to do.</summary>
public sealed record StoryRefusal(string Name, string Why);

/// <summary>What a file or request holds: stories, and what had to be refused.</summary>
public sealed record StoryBatch(IReadOnlyList<Story> Stories, IReadOnlyList<StoryRefusal> Refused)
{
    /// <summary>One story.</summary>
    public static StoryBatch Of(Story story) => new([story], []);

    /// <summary>Nothing but a refusal.</summary>
    public static StoryBatch Refuse(string name, string why) => new([], [new StoryRefusal(name, why)]);
}

/// <summary>What the reader is told beside the text; each wins over what the text says of itself.</summary>
public sealed record StoryHints
{
    /// <summary>The publisher's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>No hints.</summary>
    public static StoryHints None { get; } = new();
}
