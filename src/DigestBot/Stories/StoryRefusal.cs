namespace DigestBot.Stories;

/// <summary>A story that cannot be taken in: its name (file, line) and why, in words that say what to do.</summary>
public sealed record StoryRefusal(string Name, string Why);

/// <summary>What a file, a line or a request holds: stories, and what had to be refused.</summary>
public sealed record StoryBatch(IReadOnlyList<Story> Stories, IReadOnlyList<StoryRefusal> Refused)
{
    /// <summary>How many bytes of the source it was read from, for progress bars.</summary>
    public long Bytes { get; init; }

    /// <summary>Neither stories nor refusals.</summary>
    public static StoryBatch Empty { get; } = new([], []);

    /// <summary>One story.</summary>
    public static StoryBatch Of(Story story) => new([story], []);

    /// <summary>Several batches as one, in their order.</summary>
    public static StoryBatch Of(IEnumerable<StoryBatch> batches)
    {
        StoryBatch[] parts = [.. batches];
        return new([.. parts.SelectMany(p => p.Stories)], [.. parts.SelectMany(p => p.Refused)]);
    }

    /// <summary>Nothing but a refusal.</summary>
    public static StoryBatch Refuse(string name, string why) => new([], [new StoryRefusal(name, why)]);
}
