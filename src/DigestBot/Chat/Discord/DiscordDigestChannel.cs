using System.Text.Json;
using DigestBot.Storage;

namespace DigestBot.Chat.Discord;

/// <summary>The Discord channel that gets the day's digest.</summary>
internal sealed class DiscordDigestChannel(DiscordRest rest, Settings settings) : IDigestChannel
{
    public string? Name =>
        string.IsNullOrEmpty(settings.Discord.BotToken) || string.IsNullOrEmpty(settings.Discord.DigestChannel) ? null : $"discord:{settings.Discord.DigestChannel}";

    public string Compose(Reply digest) => JsonSerializer.Serialize(DiscordFormat.Write(digest, isPrivate: false), DiscordJson.Plain.DiscordMessage);

    /// <summary>The nonce makes Discord give back the message that is there where an answer was lost and it is asked again.</summary>
    public async Task<string> PostAsync(Delivery delivery, CancellationToken cancel)
    {
        DiscordMessage message = JsonSerializer.Deserialize(delivery.Message, DiscordJson.Plain.DiscordMessage)!;
        try
        {
            return await rest.PostAsync(settings.Discord.DigestChannel!, message with { Nonce = $"d{delivery.Id}-{delivery.Day}", EnforceNonce = true }, cancel);
        }
        catch (DiscordException error)
        {
            throw new PostException(error.Message, error.IsOutcomeKnown, error);
        }
    }
}
