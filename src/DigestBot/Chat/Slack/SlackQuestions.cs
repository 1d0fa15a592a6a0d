namespace DigestBot.Chat.Slack;

/// <summary>Answers what is asked in a message: a mention of the bot, or a message to it alone.</summary>
internal sealed class SlackQuestions(PromptReply prompt, SlackPosts posts, SlackThreads threads, SlackAskers askers)
{
    /// <summary>
    /// Answers a mention in its thread, and a message to the bot alone where it stands. What was asked in the thread before, by whomever, is
    /// what the question may lean on.
    /// </summary>
    /// <param name="callback">With its id and the message: user, channel and ts.</param>
    /// <param name="isRepeated">It may have been answered before: then the answer stands there.</param>
    /// <exception cref="SlackException">The answer was refused, or its fate is unknown; asked again it is not answered twice.</exception>
    public async Task AnswerAsync(string workspace, SlackEventCallback callback, bool isRepeated)
    {
        var asked = callback.Event!;
        var place = PlaceOf(workspace, asked);
        if (isRepeated && await threads.HasAnswerAsync(place, asked.Ts!, callback.EventId!, CancellationToken.None))
        {
            return;
        }

        var asker = askers.Of(workspace, asked.User, $"{place.Channel}/{place.Thread}");
        var command = CommandParser.Parse(SlackMarkup.Read(asked.Text ?? ""), asker, prompt.Verbs);
        if (asked.ThreadTs is not null)
        {
            command = command with { Previous = await threads.QuestionsBeforeAsync(place, callback, asker) };
        }

        var posted = "";
        await prompt.ShowAsync(
            command,
            async (reply, cancel) => posted = await PostAsync(place, asked, reply, callback.EventId!, cancel),
            (reply, cancel) => posted.Length > 0 ? posts.UpdateAsync(place, posted, reply, cancel) : Task.CompletedTask);
    }

    // What is for the asker alone shows there to nobody else, and cannot be replaced.
    private async Task<string> PostAsync(SlackPlace place, SlackEvent asked, Reply reply, string eventId, CancellationToken cancel)
    {
        if (!reply.IsPrivate || asked.ChannelType == "im")
        {
            return await posts.PostAsync(place, reply, eventId, cancel);
        }

        await posts.PostPrivatelyAsync(place, asked.User!, reply, cancel);
        return "";
    }

    private static SlackPlace PlaceOf(string workspace, SlackEvent asked) =>
        new(workspace, asked.Channel!, asked.ThreadTs ?? (asked.ChannelType == "im" ? null : asked.Ts));
}
