namespace DigestBot.Chat.Slack;

/// <summary>Posts replies to channels, threads and conversations with the bot.</summary>
internal sealed class SlackPosts(SlackApi api, SlackTokens tokens)
{
    /// <summary>Posts a reply.</summary>
    /// <returns>The message's id in its channel.</returns>
    /// <param name="workspace">"slack:T0123".</param>
    /// <param name="channel">A channel's id, or a user's for the conversation with the bot.</param>
    /// <param name="thread">The id of the thread's first message; null for none.</param>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task<string> PostAsync(string workspace, string channel, string? thread, Reply reply, CancellationToken cancel)
    {
        string token = await tokens.OfAsync(workspace, cancel);
        return await api.PostAsync(token, SlackFormat.Write(reply) with { Channel = channel, ThreadTs = thread }, cancel);
    }

    /// <summary>Puts a reply in the place of one that was posted.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task UpdateAsync(string workspace, string channel, string message, Reply reply, CancellationToken cancel) =>
        await api.UpdateAsync(await tokens.OfAsync(workspace, cancel), SlackFormat.Write(reply) with { Channel = channel, Ts = message }, cancel);

    /// <summary>Shows a user the home tab.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task PublishAsync(string workspace, string user, SlackView home, CancellationToken cancel) =>
        await api.PublishViewAsync(await tokens.OfAsync(workspace, cancel), user, home, cancel);
}
