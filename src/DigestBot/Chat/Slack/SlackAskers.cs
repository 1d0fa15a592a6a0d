namespace DigestBot.Chat.Slack;

/// <summary>Who asks, as a command begins; what is asked comes from text, button or window.</summary>
internal sealed class SlackAskers(Settings settings, SlackManagers managers)
{
    /// <summary>A command of nobody's yet: its verb is help.</summary>
    /// <param name="workspace">"slack:T0123".</param>
    public Command Of(string workspace, string? user, string? channel) => new()
    {
        Workspace = workspace,
        Platform = Platform.Slack,
        User = user,
        Channel = channel,
        Prefix = $"{settings.Slack.Command} ",
        Verb = "help",
        MayManage = cancel => managers.IncludeAsync(workspace, user, cancel),
    };
}
