using System.Text.Json;
using DigestBot.Storage;

namespace DigestBot.Chat.Slack;

/// <summary>The Slack channel that gets the day's digest.</summary>
internal sealed class SlackDigestChannel(SlackApi api, Settings settings) : IDigestChannel
{
    private const string EventType = "digestbot_digest";

    public string? Name =>
        string.IsNullOrEmpty(settings.Slack.BotToken) || string.IsNullOrEmpty(settings.Slack.DigestChannel) ? null : $"slack:{settings.Slack.DigestChannel}";

    public string Compose(Reply digest) => JsonSerializer.Serialize(SlackFormat.Write(digest) with { ResponseType = null }, SlackJson.Plain.SlackMessage);

    /// <summary>Slack has no key against posting twice: the metadata tells which delivery a message is.</summary>
    public async Task<string> PostAsync(Delivery delivery, CancellationToken cancel)
    {
        SlackMessage message = JsonSerializer.Deserialize(delivery.Message, SlackJson.Plain.SlackMessage)!;
        SlackMetadata metadata = new(EventType, new SlackMetadataPayload($"{delivery.Channel}/{delivery.Day}"));
        try
        {
            return await api.PostAsync(message with { Channel = settings.Slack.DigestChannel, Metadata = metadata }, cancel);
        }
        catch (SlackException error)
        {
            throw new PostException(error.Message, error.IsOutcomeKnown, error);
        }
    }
}
