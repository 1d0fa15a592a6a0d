using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Chat.Slack;

/// <summary>A message as Slack takes it: as the answer to a command, at a response_url, or posted to a channel.</summary>
internal sealed record SlackMessage
{
    /// <summary>"ephemeral" (the asker alone) or "in_channel"; only in answers to commands.</summary>
    public string? ResponseType { get; init; }

    /// <summary>The channel; only where the message is posted.</summary>
    public string? Channel { get; init; }

    /// <summary>What notifications and screen readers get.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<SlackBlock>? Blocks { get; init; }

    /// <summary>The fallback text is no markup.</summary>
    public bool Mrkdwn { get; init; }

    public bool UnfurlLinks { get; init; }

    public bool UnfurlMedia { get; init; }

    /// <summary>What the bot knows its own message by; only where the message is posted.</summary>
    public SlackMetadata? Metadata { get; init; }
}

/// <summary>A block of a message: "section", "header" or "context".</summary>
internal sealed record SlackBlock
{
    public required string Type { get; init; }

    public SlackText? Text { get; init; }

    public IReadOnlyList<SlackText>? Elements { get; init; }
}

/// <summary>Text in a block. Plain text is shown as it is; mrkdwn is marked up, but for the words of stories (verbatim).</summary>
internal sealed record SlackText
{
    public required string Type { get; init; }

    public required string Text { get; init; }

    public bool? Emoji { get; init; }

    public bool? Verbatim { get; init; }
}

/// <summary>Says which digest a posted message is.</summary>
internal sealed record SlackMetadata(string EventType, SlackMetadataPayload EventPayload);

/// <summary>The delivery's own key.</summary>
internal sealed record SlackMetadataPayload(string Delivery);

/// <summary>What the Web API answers; other errors than rate limits come as 200 with ok:false.</summary>
internal sealed record SlackAnswer
{
    public bool Ok { get; init; }

    public string? Error { get; init; }

    public string? Needed { get; init; }

    /// <summary>The posted message's id in its channel.</summary>
    public string? Ts { get; init; }
}

/// <summary>Reads and writes Slack's JSON.</summary>
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(SlackAnswer))]
internal sealed partial class SlackJson : JsonSerializerContext
{
    /// <summary>Letters of all scripts as they are: shorter, and never put into HTML.</summary>
    public static SlackJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
