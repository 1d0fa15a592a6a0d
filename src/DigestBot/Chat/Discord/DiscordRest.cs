using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DigestBot.Chat.Discord;

/// <summary>Discord's REST interface, as far as the bot uses it.</summary>
internal sealed class DiscordRest(DiscordHttp http)
{
    /// <summary>Posts a message. With an enforced nonce a lost answer is asked for again: Discord then gives the message that is there already.</summary>
    /// <returns>The message's id.</returns>
    /// <exception cref="DiscordException">It was refused, or its fate is unknown.</exception>
    public async Task<string> PostAsync(string channel, DiscordMessage message, CancellationToken cancel)
    {
        DiscordRequest request = new(HttpMethod.Post, "channels/*/messages", channel) { Body = Json(message), MayRepeat = message.EnforceNonce == true };
        return Read(await http.SendAsync(request, cancel), DiscordJson.Plain.DiscordPosted).Id;
    }

    /// <summary>Puts the answer in the place of a deferral.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public Task EditOriginalAsync(string application, string token, DiscordMessage message, CancellationToken cancel) =>
        http.SendAsync(new DiscordRequest(HttpMethod.Patch, "webhooks/*/*/messages/@original", application, token) { Body = Json(message with { Flags = null }), IsBot = false }, cancel);

    private static byte[] Json(DiscordMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Plain.DiscordMessage);

    private static T Read<T>(byte[] answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize(answer, type) is { } read)
                return read;
        }
        catch (JsonException)
        {
            // Told below, without the answer: it may hold anything.
        }
        throw new DiscordException("Discord's answer could not be read", isOutcomeKnown: false);
    }
}
