namespace DigestBot.Chat.Slack;

/// <summary>Answers slash commands, by whichever way they came.</summary>
internal sealed class SlackCommands(PromptReply prompt, SlackApi api, SlackWindows windows, SlackAskers askers)
{
    /// <summary>The answer, or null where it follows by response_url. Answers are the asker's alone unless they are asked for in public.</summary>
    public async Task<SlackMessage?> AnswerAsync(SlackSlashCommand typed)
    {
        var command = CommandParser.Parse(SlackMarkup.Read(typed.Text), askers.Of($"slack:{typed.TeamId}", typed.UserId, typed.ChannelId), prompt.Verbs);
        if (windows.Open(command, typed))
        {
            return null;
        }

        var reply = await prompt.AnswerAsync(
            command,
            (late, cancel) => api.RespondAsync(typed.ResponseUrl, Write(late, command), cancel),
            (written, cancel) => api.RespondAsync(typed.ResponseUrl, Write(Following(written), command), cancel));
        return reply is null ? null : Write(reply, command);
    }

    // A command's answer is no message that its response_url could replace: Slack posts whatever comes as another
    // (slackapi/bolt-js 2287, slackapi/bolt-python 1268). So prose follows, without the lines that stand there.
    private static Reply Following(Reply written) => written.Prose is { } prose ? new Reply { Text = prose, IsPrivate = written.IsPrivate } : written;

    /// <summary>The reply, shown to everybody where that was asked for.</summary>
    public static SlackMessage Write(Reply reply, Command command)
    {
        var isForAll = command.IsForAll() && !reply.IsPrivate;
        return SlackFormat.Write(reply, isForAll) with { ResponseType = isForAll ? "in_channel" : "ephemeral" };
    }
}
