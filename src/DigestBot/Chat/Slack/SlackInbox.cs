using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DigestBot.Chat.Slack;

/// <summary>What Slack sends, read; whichever way it came. What cannot be read is answered with nothing, as is what nobody knows here.</summary>
internal sealed class SlackInbox(SlackCommands commands, SlackInteractions interactions, SlackMenus menus, SlackArrivals arrivals, ILogger<SlackInbox> log)
{
    /// <summary>Answers a slash command.</summary>
    /// <returns>The acknowledgement's body; empty where the answer follows by response_url.</returns>
    public async Task<byte[]> CommandAsync(SlackSlashCommand command) =>
        await commands.AnswerAsync(command) is { } message ? JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Plain.SlackMessage) : [];

    /// <summary>Answers a button, menu, window or shortcut.</summary>
    /// <returns>The acknowledgement's body, mostly empty.</returns>
    public async Task<byte[]> InteractAsync(ReadOnlyMemory<byte> payload)
    {
        if (Read(payload, SlackJson.Plain.SlackInteraction) is not { } interaction)
        {
            return [];
        }

        if (interaction.Type == "block_suggestion")
        {
            return JsonSerializer.SerializeToUtf8Bytes(await menus.OptionsAsync(interaction), SlackJson.Plain.SlackOptions);
        }

        interactions.Take(interaction);
        return [];
    }

    /// <summary>Takes an event, to be dealt with behind the acknowledgement; fails where it could not be written down, so that Slack repeats it.</summary>
    /// <returns>The acknowledgement's body: Slack's challenge while it checks the address.</returns>
    public async Task<byte[]> EventAsync(ReadOnlyMemory<byte> payload)
    {
        if (Read(payload, SlackJson.Plain.SlackEventCallback) is not { } callback)
        {
            return [];
        }

        if (callback is { Type: "url_verification", Challenge: { } challenge })
        {
            return JsonSerializer.SerializeToUtf8Bytes(new SlackChallenge(challenge), SlackJson.Plain.SlackChallenge);
        }

        await arrivals.TakeAsync(callback, payload);
        return [];
    }

    /// <summary>A command that came over the socket.</summary>
    public async Task<byte[]> CommandAsync(ReadOnlyMemory<byte> payload) =>
        Read(payload, SlackJson.Plain.SlackSlashCommand) is { } command ? await CommandAsync(command) : [];

    private T? Read<T>(ReadOnlyMemory<byte> payload, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(payload.Span, type);
        }
        catch (JsonException error)
        {
            log.LogWarning("Slack sent what cannot be read as {Type}, at byte {Position}", typeof(T).Name, error.BytePositionInLine);
            return null;
        }
    }
}

/// <summary>Slack's look whether an address is the app's.</summary>
internal sealed record SlackChallenge(string Challenge);

/// <summary>The options of a menu.</summary>
internal sealed record SlackOptions(IReadOnlyList<SlackOption> Options);
