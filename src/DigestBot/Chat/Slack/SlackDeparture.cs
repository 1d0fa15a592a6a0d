namespace DigestBot.Chat.Slack;

/// <summary>A workspace that has removed the app: what is its own is deleted.</summary>
internal sealed class SlackDeparture(CommandHandler handler, SlackTokens tokens, ILogger<SlackDeparture> log)
{
    /// <summary>Deletes the token, the workspace's own feeds and stories, its corrections and conversations.</summary>
    public async Task TakeLeaveAsync(string workspace)
    {
        await handler.ForgetWorkspaceAsync(workspace);
        tokens.Forget(workspace);
        log.LogInformation("{Workspace} has removed the app; what was its own is deleted", workspace);
    }
}
