namespace DigestBot.Chat.Slack;

/// <summary>Answers what is pressed, chosen and filled in. The acknowledgement goes out at once; the answer follows it.</summary>
internal sealed class SlackInteractions(PromptReply prompt, SlackApi api, SlackPosts posts, SlackAskers askers, ILogger<SlackInteractions> log)
{
    /// <summary>The shortcut in a message's menu.</summary>
    public const string HereCallback = "who_said_what_here";

    /// <summary>Deals with an interaction behind its acknowledgement.</summary>
    public void Take(SlackInteraction interaction) => _ = Task.Run(() => TakeAsync(interaction));

    private async Task TakeAsync(SlackInteraction interaction)
    {
        try
        {
            await (interaction.Type switch
            {
                "block_actions" => PressAsync(interaction),
                "message_action" when interaction.CallbackId == HereCallback => ReadMessageAsync(interaction),
                "view_submission" => SubmitAsync(interaction),
                _ => Task.CompletedTask,
            });
        }
        catch (Exception error)
        {
            log.LogWarning("The answer to what was pressed could not be sent: {Reason}", error is SlackException ? error.Message : error);
        }
    }

    private async Task PressAsync(SlackInteraction pressed)
    {
        var action = pressed.Actions.Count > 0 ? pressed.Actions[0] : null;
        if (Button.Read(action?.Value ?? action?.SelectedOption?.Value) is not { } button)
        {
            return;
        }

        var command = CommandParser.Parse(button.Typed, Asker(pressed) with { IsPressed = true }, prompt.Verbs);
        await prompt.ShowAsync(command, (reply, cancel) => ShowAsync(pressed, button.Place, reply, cancel));
    }

    /// <summary>Under the message with the button; from the home tab, which has nothing underneath, in the conversation with the bot.</summary>
    private Task ShowAsync(SlackInteraction pressed, ButtonPlace place, Reply reply, CancellationToken cancel)
    {
        if (pressed.ResponseUrl is not { Length: > 0 } url)
        {
            return posts.PostAsync(new SlackPlace(pressed.Workspace, pressed.User?.Id ?? ""), reply, null, cancel);
        }
        // What is for one reader alone takes no place that others see.
        var isSeenByAsker = pressed.Container is { IsEphemeral: true };
        var replaces = place == ButtonPlace.Replace && (!reply.IsPrivate || isSeenByAsker);
        var isForAll = replaces ? !isSeenByAsker : place == ButtonPlace.Channel && !reply.IsPrivate;
        return api.RespondAsync(url, SlackFormat.Write(reply, isForAll) with
        {
            ResponseType = replaces ? null : isForAll ? "in_channel" : "ephemeral",
            ReplaceOriginal = replaces,
            ThreadTs = pressed.Message?.ThreadTs,
        }, cancel);
    }

    private Task ReadMessageAsync(SlackInteraction chosen)
    {
        var command = Asker(chosen) with { Verb = Verbs.Here, Text = SlackMarkup.Read(chosen.Message?.Whole ?? "") };
        return prompt.ShowAsync(command, (reply, cancel) => ShowAsync(chosen, ButtonPlace.Private, reply, cancel));
    }

    private Task SubmitAsync(SlackInteraction submitted)
    {
        if (SlackWindows.Read(submitted, Asker(submitted)) is not { } filled)
        {
            return Task.CompletedTask;
        }

        return prompt.ShowAsync(filled.Command, (reply, cancel) => AnswerWindowAsync(submitted, filled.ResponseUrl, reply, cancel));
    }

    /// <summary>Where the command was typed; in the conversation with the bot where the window stood open longer than that takes answers.</summary>
    private async Task AnswerWindowAsync(SlackInteraction submitted, string responseUrl, Reply reply, CancellationToken cancel)
    {
        try
        {
            await api.RespondAsync(responseUrl, SlackFormat.Write(reply) with { ResponseType = "ephemeral" }, cancel);
        }
        catch (SlackException error) when (error.IsOutcomeKnown)
        {
            await posts.PostAsync(new SlackPlace(submitted.Workspace, submitted.User?.Id ?? ""), reply, null, cancel);
        }
    }

    private Command Asker(SlackInteraction interaction) => askers.Of(interaction.Workspace, interaction.User?.Id, interaction.Channel?.Id);
}
