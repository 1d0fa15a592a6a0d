namespace DigestBot.Chat.Slack;

/// <summary>Who asks, as a command begins; what is asked comes from text, button or window.</summary>
internal static class SlackAsker
{
    /// <summary>A command of nobody's yet: its verb is help.</summary>
    public static Command Of(Settings settings, string workspace, string? user, string? channel) => new()
    {
        Workspace = workspace,
        Platform = Platform.Slack,
        User = user,
        Channel = channel,
        Prefix = $"{settings.Slack.Command} ",
        Verb = "help",
        MayManage = _ => Task.FromResult(true),
    };
}
