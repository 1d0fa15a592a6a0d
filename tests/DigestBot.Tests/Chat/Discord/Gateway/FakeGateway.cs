using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Chat.Discord.Gateway;

/// <summary>Discord's gateway as a server: says hello, answers heartbeats, and the rest as a test says.</summary>
internal sealed class FakeGateway
{
    private readonly Channel<FakeGatewayLink> _links = Channel.CreateUnbounded<FakeGatewayLink>();

    /// <summary>Milliseconds between heartbeats.</summary>
    public int HeartbeatInterval { get; set; } = 40_000;

    /// <summary>Whether heartbeats are answered.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>How many connections have been made.</summary>
    public int Connections { get; private set; }

    /// <summary>Serves one connection until it is closed.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        Connections++;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using FakeGatewayLink link = new(socket, context.Request.Path, context.Request.QueryString.Value!, context.Request.Headers.UserAgent!);
        _links.Writer.TryWrite(link);
        await link.SendAsync(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = HeartbeatInterval } });
        await link.RunAsync(() => Acknowledges);
    }

    /// <summary>The next connection, waited for.</summary>
    public ValueTask<FakeGatewayLink> NextAsync() => _links.Reader.ReadAsync(TestContext.Current.CancellationToken);
}

/// <summary>One connection to the fake gateway.</summary>
internal sealed class FakeGatewayLink(WebSocket socket, string path, string query, string userAgent) : IDisposable
{
    private readonly Channel<JsonNode> _received = Channel.CreateUnbounded<JsonNode>();
    private readonly TaskCompletionSource<int> _closed = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private int _sequence;

    public string Path { get; } = path.TrimEnd('/');

    public string Query { get; } = query;

    public string UserAgent { get; } = userAgent;

    /// <summary>The heartbeats that came, by what they say was the last event's number.</summary>
    public Arrivals<string> Heartbeats { get; } = new();

    /// <summary>With which number the bot closed; -1 where the connection broke.</summary>
    public Task<int> Closed => _closed.Task;

    /// <summary>The next message that is no heartbeat, waited for.</summary>
    public ValueTask<JsonNode> NextAsync() => _received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public Task SendAsync(JsonNode message) => SendRawAsync(message.ToJsonString());

    public async Task SendRawAsync(string message)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends an event under the next number.</summary>
    public Task DispatchAsync(string name, JsonNode data) => SendAsync(new JsonObject { ["op"] = 0, ["t"] = name, ["s"] = ++_sequence, ["d"] = data });

    /// <summary>Begins the session that the bot has asked for.</summary>
    public Task ReadyAsync(string session, string resumeAddress) =>
        DispatchAsync("READY", new JsonObject { ["v"] = 10, ["session_id"] = session, ["resume_gateway_url"] = resumeAddress, ["user"] = new JsonObject { ["id"] = "900" } });

    public Task CloseAsync(int code) => socket.CloseOutputAsync((WebSocketCloseStatus)code, "bye", CancellationToken.None);

    public void Dispose() => _sending.Dispose();

    public void Break() => socket.Abort();

    public async Task RunAsync(Func<bool> acknowledges)
    {
        var buffer = new byte[8192];
        try
        {
            while (true)
            {
                var result = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                var message = JsonNode.Parse(buffer.AsSpan(0, result.Count))!;
                if (message["op"]!.GetValue<int>() != 1)
                {
                    _received.Writer.TryWrite(message);
                    continue;
                }
                Heartbeats.Add(message["d"]?.ToJsonString() ?? "null");
                if (acknowledges())
                {
                    await SendAsync(new JsonObject { ["op"] = 11 });
                }
            }
            _closed.TrySetResult((int)socket.CloseStatus!);
            if (socket.State == WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(socket.CloseStatus!.Value, null, CancellationToken.None);
            }
        }
        catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException)
        {
            _closed.TrySetResult(-1);
        }
    }
}
