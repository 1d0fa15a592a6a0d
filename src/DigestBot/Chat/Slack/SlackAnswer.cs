namespace DigestBot.Chat.Slack;

/// <summary>What the Web API answers; other errors than rate limits come as 200 with ok:false.</summary>
internal record SlackAnswer
{
    public bool Ok { get; init; }

    /// <summary>The error's name; null where all went well, or where the answer could not be read.</summary>
    public string? Error { get; init; }

    /// <summary>The scope that the token lacks.</summary>
    public string? Needed { get; init; }

    /// <summary>The posted message's id in its channel.</summary>
    public string? Ts { get; init; }

    /// <summary>Where the socket is (apps.connections.open).</summary>
    public string? Url { get; init; }
}

/// <summary>Whose a token is (auth.test).</summary>
internal sealed record SlackIdentity : SlackAnswer
{
    /// <summary>The workspace's name.</summary>
    public string? Team { get; init; }

    public string? TeamId { get; init; }

    public string? User { get; init; }

    public string? UserId { get; init; }

    /// <summary>What the token may do; from the answer's header, null where that is missing.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }
}

/// <summary>Who a user is (users.info).</summary>
internal sealed record SlackUserAnswer : SlackAnswer
{
    public SlackUser? User { get; init; }
}

/// <summary>A user as the workspace sees it.</summary>
internal sealed record SlackUser
{
    /// <summary>The workspace that the user belongs to; another where a channel is shared with it.</summary>
    public string? TeamId { get; init; }

    public bool Deleted { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }

    public bool IsPrimaryOwner { get; init; }
}

/// <summary>What an installation brings (oauth.v2.access).</summary>
internal sealed record SlackGrant : SlackAnswer
{
    public string? AccessToken { get; init; }

    /// <summary>Set where the token expires.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>The workspace; missing where the app was installed for a whole organisation.</summary>
    public SlackTeam? Team { get; init; }
}

/// <summary>A workspace.</summary>
internal sealed record SlackTeam(string? Id, string? Name);

/// <summary>Messages of a channel or thread (conversations.history, conversations.replies).</summary>
internal sealed record SlackHistory : SlackAnswer
{
    public IReadOnlyList<SlackPosted> Messages { get; init; } = [];
}

/// <summary>A message as it stands in its channel.</summary>
/// <param name="BotId">Set where a bot has written it.</param>
internal sealed record SlackPosted(string? Ts, string? BotId, string? Text, SlackMetadata? Metadata);
