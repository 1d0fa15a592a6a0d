using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DigestBot.Chat.Slack;

/// <summary>Reads and writes Slack's JSON.</summary>
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(SlackAnswer))]
[JsonSerializable(typeof(SlackIdentity))]
[JsonSerializable(typeof(SlackHistory))]
[JsonSerializable(typeof(SlackUserAnswer))]
[JsonSerializable(typeof(SlackGrant))]
[JsonSerializable(typeof(SlackViewOpening))]
[JsonSerializable(typeof(SlackViewPublishing))]
[JsonSerializable(typeof(SlackWindowContext))]
[JsonSerializable(typeof(SlackSlashCommand))]
[JsonSerializable(typeof(SlackInteraction))]
[JsonSerializable(typeof(SlackOptions))]
[JsonSerializable(typeof(SlackEventCallback))]
[JsonSerializable(typeof(SlackChallenge))]
[JsonSerializable(typeof(SlackEnvelope))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
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
