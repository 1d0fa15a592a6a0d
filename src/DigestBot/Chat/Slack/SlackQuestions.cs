namespace DigestBot.Chat.Slack;

/// <summary>Answers what is asked in a message: a mention of the bot, or a message to it alone.</summary>
internal sealed class SlackQuestions(PromptReply prompt, SlackPosts posts, Settings settings)
{
    /// <summary>Answers in the question's thread; each thread is a conversation of its own.</summary>
    /// <exception cref="SlackException">The answer was refused, or its fate is unknown.</exception>
    public async Task AnswerAsync(string workspace, SlackEvent asked)
    {
        if (asked is not { User: { Length: > 0 } user, Channel: { Length: > 0 } channel, Ts: { Length: > 0 } ts })
            return;
        string thread = asked.ThreadTs ?? ts;
        Command command = CommandParser.Parse(SlackMarkup.Read(asked.Text ?? ""), SlackAsker.Of(settings, workspace, user, $"{channel}/{thread}"), prompt.Verbs);
        string? posted = null;
        async Task PostAsync(Reply reply, CancellationToken cancel) => posted = await posts.PostAsync(workspace, channel, thread, reply, cancel);
        Task ReplaceAsync(Reply reply, CancellationToken cancel) => posted is { Length: > 0 } message ? posts.UpdateAsync(workspace, channel, message, reply, cancel) : Task.CompletedTask;
        if (await prompt.AnswerAsync(command, PostAsync, ReplaceAsync) is { } reply)
            await PostAsync(reply, CancellationToken.None);
    }
}
