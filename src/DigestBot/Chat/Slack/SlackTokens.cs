namespace DigestBot.Chat.Slack;

/// <summary>The bot's token in each workspace.</summary>
internal sealed class SlackTokens(Settings settings)
{
    /// <summary>Whether there is any token at all.</summary>
    public bool HasAny => !string.IsNullOrEmpty(settings.Slack.BotToken);

    /// <summary>The token of a workspace.</summary>
    /// <param name="workspace">"slack:T0123".</param>
    /// <exception cref="SlackException">There is none.</exception>
    public Task<string> OfAsync(string workspace, CancellationToken cancel) =>
        settings.Slack.BotToken is { Length: > 0 } token
            ? Task.FromResult(token)
            : throw new SlackException($"there is no token for {workspace}: set DIGESTBOT_SLACK__BOTTOKEN", isOutcomeKnown: true);
}
