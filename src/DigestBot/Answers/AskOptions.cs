namespace DigestBot.Answers;

/// <summary>What narrows a question beside its words: the options of the ask command.</summary>
public sealed record AskOptions
{
    /// <summary>Nothing narrowed.</summary>
    public static AskOptions None { get; } = new();

    /// <summary>Not before (publication, or arrival where that is unknown), inclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only what this person or body said.</summary>
    public string? Speaker { get; init; }

    /// <summary>Only what was said about this.</summary>
    public string? About { get; init; }

    /// <summary>Only stories of this outlet, in the archive's spelling (see <see cref="Storage.Store.OutletAsync"/>).</summary>
    public string? Outlet { get; init; }

    /// <summary>Only this story.</summary>
    public string? StoryId { get; init; }

    /// <summary>The asker's questions before this one, oldest first, on which "and Lavrov?" leans.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];
}
