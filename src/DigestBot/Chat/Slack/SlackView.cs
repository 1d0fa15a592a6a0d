namespace DigestBot.Chat.Slack;

/// <summary>A window ("modal") or the app's home tab ("home").</summary>
internal sealed record SlackView
{
    public required string Type { get; init; }

    public string? CallbackId { get; init; }

    /// <summary>Comes back with the view, unseen; at most 3,000 characters.</summary>
    public string? PrivateMetadata { get; init; }

    public SlackText? Title { get; init; }

    public SlackText? Submit { get; init; }

    public SlackText? Close { get; init; }

    /// <summary>At most 100.</summary>
    public required IReadOnlyList<SlackBlock> Blocks { get; init; }
}

/// <summary>Opens a window (views.open).</summary>
internal sealed record SlackViewOpening(string TriggerId, SlackView View);

/// <summary>Shows a user the home tab (views.publish).</summary>
internal sealed record SlackViewPublishing(string UserId, SlackView View);
