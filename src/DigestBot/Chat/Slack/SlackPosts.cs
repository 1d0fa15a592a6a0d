namespace DigestBot.Chat.Slack;

/// <summary>Posts replies to channels, threads and conversations with the bot.</summary>
internal sealed class SlackPosts(SlackApi api, SlackTokens tokens)
{
    /// <summary>Posts a reply.</summary>
    /// <param name="workspace">"slack:T0123".</param>
    /// <param name="channel">A channel's id, or a user's for the conversation with the bot.</param>
    /// <param name="thread">The id of the thread's first message; null for none.</param>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task PostAsync(string workspace, string channel, string? thread, Reply reply, CancellationToken cancel)
    {
        string token = await tokens.OfAsync(workspace, cancel);
        await api.PostAsync(token, SlackFormat.Write(reply) with { Channel = channel, ThreadTs = thread }, cancel);
    }

    /// <summary>Shows a user the home tab.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task PublishAsync(string workspace, string user, SlackView home, CancellationToken cancel) =>
        await api.PublishViewAsync(await tokens.OfAsync(workspace, cancel), user, home, cancel);
}
