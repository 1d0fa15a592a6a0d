using System.Text.Json;

namespace DigestBot.Chat.Discord;

/// <summary>Answers interactions, by whichever way they came: signed requests or the gateway.</summary>
internal sealed class DiscordInteractions(PromptReply prompt, DiscordRest rest, TimeProvider clock)
{
    private readonly SeenInteractions seen = new(clock);

    /// <summary>
    /// The answer as JSON. A ping is answered whenever it comes, a command once: the second time there is no answer.
    /// </summary>
    /// <returns>Null for a command that was answered before; an empty array for what is no ping and no command.</returns>
    public async Task<byte[]?> AnswerAsync(DiscordInteraction interaction)
    {
        if (interaction.Type == DiscordInteraction.Ping)
            return Write(new DiscordResponse(DiscordResponseType.Pong));
        if (interaction.Type != DiscordInteraction.ApplicationCommand || interaction.ToCommand(prompt.Verbs) is not { } command)
            return [];
        if (!seen.IsNew(interaction.Id))
            return null;
        bool? isPrivate = command.Options.TryGetValue("private", out string? chosen) ? bool.TryParse(chosen, out bool yes) && yes : null;
        Reply? reply = await prompt.AnswerAsync(command, (late, cancel) =>
            rest.EditOriginalAsync(interaction.ApplicationId, interaction.Token, DiscordFormat.Write(late), cancel));
        return reply is null
            ? JsonSerializer.SerializeToUtf8Bytes(new DiscordDeferral(isPrivate == true ? new DiscordDeferralFlags(DiscordMessage.Ephemeral) : null), DiscordJson.Plain.DiscordDeferral)
            : Write(new DiscordResponse(DiscordResponseType.Message, DiscordFormat.Write(reply, isPrivate)));
    }

    private static byte[] Write(DiscordResponse response) => JsonSerializer.SerializeToUtf8Bytes(response, DiscordJson.Plain.DiscordResponse);
}
