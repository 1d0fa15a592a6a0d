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
        var message = JsonSerializer.Deserialize(delivery.Message, DiscordJson.Plain.DiscordMessage)!;
        try
        {
            return await rest.PostAsync(settings.Discord.DigestChannel!, message with { Nonce = $"d{delivery.Id}-{delivery.Day}", EnforceNonce = true }, cancel);
        }
        catch (DiscordException error)
        {
            throw new PostException(error.Message, error.IsOutcomeKnown, error);
        }
    }

    /// <summary>
    /// Discord forgets a nonce within minutes; the digest's first line, which names its day, tells it from others. Who may not read what was
    /// written before is shown an empty channel.
    /// </summary>
    public async Task<string?> FindAsync(Delivery delivery, CancellationToken cancel)
    {
        var content = JsonSerializer.Deserialize(delivery.Message, DiscordJson.Plain.DiscordMessage)!.Content;
        try
        {
            var latest = await rest.MessagesAsync(settings.Discord.DigestChannel!, cancel);
            return latest.Count > 0
                ? latest.FirstOrDefault(m => m.Content?.Trim() == content?.Trim())?.Id
                : throw new DiscordException("the channel shows no messages: does the bot have Read Message History?", isOutcomeKnown: true);
        }
        catch (DiscordException error)
        {
            throw new PostException($"whether it is in the channel cannot be seen: {error.Message}", isOutcomeKnown: false, error);
        }
    }
}
