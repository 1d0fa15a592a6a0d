using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Storage;

namespace DigestBot.Chat.Slack;

/// <summary>The Slack channel that gets the day's digest.</summary>
internal sealed class SlackDigestChannel(SlackApi api, Settings settings, TimeProvider clock) : IDigestChannel
{
    private const string EventType = "digestbot_digest";

    /// <summary>How long a message may be under way whose answer was lost.</summary>
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(3);

    public string? Name =>
        string.IsNullOrEmpty(settings.Slack.BotToken) || string.IsNullOrEmpty(settings.Slack.DigestChannel) ? null : $"slack:{settings.Slack.DigestChannel}";

    public string Compose(Reply digest) => JsonSerializer.Serialize(SlackFormat.Write(digest, isForAll: true) with { ResponseType = null }, SlackJson.Plain.SlackMessage);

    /// <summary>
    /// Slack has no key against posting twice: the metadata tells which delivery a message is, so that one whose answer was lost
    /// is looked for in the channel.
    /// </summary>
    public async Task<string> PostAsync(Delivery delivery, CancellationToken cancel)
    {
        (var token, var channel) = (settings.Slack.BotToken!, settings.Slack.DigestChannel!);
        var message = JsonNode.Parse(delivery.Message)!.AsObject();
        message["channel"] = channel;
        message["metadata"] = new JsonObject { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["delivery"] = Key(delivery) } };
        try
        {
            return await api.PostAsync(token, channel, JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Plain.JsonObject), cancel);
        }
        catch (SlackException error) when (!error.IsOutcomeKnown)
        {
            return await LookBackAsync(delivery, error, cancel);
        }
        catch (SlackException error)
        {
            throw new PostException(error.Message, isOutcomeKnown: true, error);
        }
    }

    public async Task<string?> FindAsync(Delivery delivery, CancellationToken cancel)
    {
        try
        {
            var latest = await api.MessagesAsync(settings.Slack.BotToken!, settings.Slack.DigestChannel!, null, null, cancel);
            return latest.FirstOrDefault(m => m.Metadata?.Get(EventType, "delivery") == Key(delivery))?.Ts;
        }
        catch (SlackException error)
        {
            throw new PostException($"whether it is in the channel cannot be seen: {error.Message}", isOutcomeKnown: false, error);
        }
    }

    private async Task<string> LookBackAsync(Delivery delivery, SlackException lost, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(_settling, clock, cancel);
            return await FindAsync(delivery, cancel) ?? throw new PostException($"{lost.Message}; it is not in the channel", isOutcomeKnown: true, lost);
        }
        catch (PostException error) when (!error.IsOutcomeKnown)
        {
            throw new PostException($"{lost.Message}; {error.Message}", isOutcomeKnown: false, lost);
        }
    }

    private static string Key(Delivery delivery) => $"{delivery.Channel}/{delivery.Day}";
}
