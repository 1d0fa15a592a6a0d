using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Chat.Discord.Gateway;

/// <summary>What stands in front of every message on the gateway.</summary>
internal enum GatewayOp
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    Acknowledged = 11,
}

/// <summary>A message from the gateway.</summary>
/// <param name="Op">What it is.</param>
/// <param name="D">Its data.</param>
/// <param name="S">The event's number, by which a session is resumed.</param>
/// <param name="T">The event's name.</param>
internal sealed record GatewayMessage(GatewayOp Op, JsonElement D, long? S, string? T);

/// <summary>A message to the gateway.</summary>
internal sealed record GatewaySent<T>(GatewayOp Op, T D);

/// <summary>Begins a session.</summary>
internal sealed record GatewayIdentify(string Token, int[] Shard)
{
    /// <summary>Which events it gets: none but interactions, which need no intent.</summary>
    public int Intents => 0;

    public GatewayProperties Properties => new();
}

/// <summary>What Discord wants to know of the client.</summary>
internal sealed record GatewayProperties
{
    public string Os => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    public string Browser => "digestbot";

    public string Device => "digestbot";
}

/// <summary>Goes on with a session.</summary>
internal sealed record GatewayResume(string Token, string SessionId, long? Seq);

/// <summary>The first event of a session.</summary>
internal sealed record GatewayReady(string SessionId, string ResumeGatewayUrl);

/// <summary>The first message of a connection.</summary>
/// <param name="HeartbeatInterval">Milliseconds.</param>
internal sealed record GatewayHello(int HeartbeatInterval);

/// <summary>Where the gateway is, and how it wants to be used.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Shards">Connections among which Discord divides the servers.</param>
/// <param name="SessionStartLimit">Sessions that may be begun.</param>
internal sealed record GatewayPlan(string Url, int Shards, SessionStartLimit SessionStartLimit);

/// <summary>Sessions that may be begun.</summary>
/// <param name="Total">In a day.</param>
/// <param name="Remaining">Until the reset.</param>
/// <param name="ResetAfter">Milliseconds until all may be begun again.</param>
/// <param name="MaxConcurrency">At once, in five seconds.</param>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);

/// <summary>Reads and writes the gateway's JSON.</summary>
[JsonSerializable(typeof(GatewayMessage))]
[JsonSerializable(typeof(GatewaySent<GatewayIdentify>))]
[JsonSerializable(typeof(GatewaySent<GatewayResume>))]
[JsonSerializable(typeof(GatewayReady))]
[JsonSerializable(typeof(GatewayHello))]
[JsonSerializable(typeof(GatewayPlan))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = false)]
internal sealed partial class GatewayJson : JsonSerializerContext;
