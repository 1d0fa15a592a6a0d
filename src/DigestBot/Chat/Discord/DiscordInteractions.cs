using System.Text.Json;

namespace DigestBot.Chat.Discord;

/// <summary>Answers interactions, by whichever way they came: signed requests or the gateway.</summary>
internal sealed class DiscordInteractions(PromptReply prompt, CommandHandler handler, DiscordRest rest, TimeProvider clock)
{
    /// <summary>How an answer goes back: at once, or if it takes longer; for whom.</summary>
    /// <param name="IsPrivate">For the asker alone, or not; null lets the reply decide, if it comes at once.</param>
    private sealed record Way(DiscordResponseType AtOnce, DiscordResponseType Later, bool? IsPrivate)
    {
        public bool IsEdit => AtOnce == DiscordResponseType.Update;
    }

    /// <summary>Who types waits no longer; the first names of a server take some time to be read.</summary>
    private static readonly TimeSpan _proposalPatience = TimeSpan.FromMilliseconds(40);

    private readonly SeenInteractions _seen = new(clock);

    /// <summary>
    /// The answer as JSON. A ping and what is being typed are answered whenever they come, the rest once: the second time there is no answer.
    /// </summary>
    /// <returns>Null for what was answered before; an empty array for what is none of these.</returns>
    public async Task<byte[]?> AnswerAsync(DiscordInteraction interaction)
    {
        switch (interaction.Type)
        {
            case DiscordInteraction.Ping:
                return Write(new DiscordResponse(DiscordResponseType.Pong));
            case DiscordInteraction.Autocomplete when InteractionCommand.Typing(interaction) is { } typing:
                return await ProposeAsync(typing.Command, typing.Typed);
            case DiscordInteraction.ApplicationCommand when InteractionCommand.Given(interaction, handler.Verbs) is { } command:
                return _seen.IsNew(interaction.Id) ? await AnswerAsync(interaction, command, WayOf(command)) : null;
            case DiscordInteraction.MessageComponent when InteractionCommand.Pressed(interaction, handler.Verbs) is { } pressed:
                return _seen.IsNew(interaction.Id) ? await AnswerAsync(interaction, pressed.Command, WayOf(pressed.Button, interaction)) : null;
            default:
                return [];
        }
    }

    private async Task<byte[]> AnswerAsync(DiscordInteraction interaction, Command command, Way way)
    {
        // Who may not write in a channel shows nothing to others there through the bot either.
        if (!interaction.MayWrite && !way.IsEdit)
        {
            way = way with { IsPrivate = true };
        }

        Task EditAsync(Reply late, CancellationToken cancel) =>
            rest.EditOriginalAsync(interaction.ApplicationId, interaction.Token, DiscordFormat.Write(late, way.IsPrivate ?? false), cancel);
        var reply = await prompt.AnswerAsync(command, EditAsync, replace: EditAsync);
        if (reply is null)
        {
            return JsonSerializer.SerializeToUtf8Bytes(new DiscordDeferral(way.Later, way.IsPrivate == true && !way.IsEdit ? new DiscordDeferralFlags(DiscordMessage.Ephemeral) : null), DiscordJson.Plain.DiscordDeferral);
        }

        var message = DiscordFormat.Write(reply, way.IsPrivate);
        return Write(new DiscordResponse(way.AtOnce, way.IsEdit ? message.ForEdit() : message));
    }

    private async Task<byte[]> ProposeAsync(Command command, DiscordOption typed)
    {
        var choices = handler.ChoicesAsync(command, typed.Name, typed.Text);
        using CancellationTokenSource soon = new();
        await Task.WhenAny(choices, Task.Delay(_proposalPatience, clock, soon.Token));
        await soon.CancelAsync();
        // At the next letter they are there.
        var proposals = choices.IsCompletedSuccessfully ? await choices : [];
        return JsonSerializer.SerializeToUtf8Bytes(new DiscordProposals([.. proposals.Select(p => new DiscordProposal(p, p))]), DiscordJson.Plain.DiscordProposals);
    }

    // Whether it is for the asker alone is fixed by the deferral: what the verb knows beforehand must be said then.
    private Way WayOf(Command command)
    {
        bool? asked = command.Options.TryGetValue("private", out var chosen) ? bool.TryParse(chosen, out var yes) && yes : null;
        bool? expected = handler.Verbs.FirstOrDefault(v => v.Name == command.Verb)?.IsPrivate(command) == true ? true : null;
        return new Way(DiscordResponseType.Message, DiscordResponseType.Deferred, asked ?? expected);
    }

    private static Way WayOf(Button button, DiscordInteraction interaction) => button.Place switch
    {
        ButtonPlace.Replace => new Way(DiscordResponseType.Update, DiscordResponseType.DeferredUpdate, (interaction.Message?.Flags & DiscordMessage.Ephemeral) == DiscordMessage.Ephemeral),
        ButtonPlace.Private => new Way(DiscordResponseType.Message, DiscordResponseType.Deferred, true),
        _ => new Way(DiscordResponseType.Message, DiscordResponseType.Deferred, false),
    };

    private static byte[] Write(DiscordResponse response) => JsonSerializer.SerializeToUtf8Bytes(response, DiscordJson.Plain.DiscordResponse);
}
