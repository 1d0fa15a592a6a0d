using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Chat.Slack;

/// <summary>Slack's end of Socket Mode: hands out addresses that are good once, says hello, and keeps the sockets for the test.</summary>
internal sealed class FakeSlackSockets
{
    private readonly Channel<FakeSlackSocket> _opened = Channel.CreateUnbounded<FakeSlackSocket>();
    private readonly HashSet<string> _tickets = [];
    private int _lastTicket;

    /// <summary>Whether sockets are greeted.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>How many addresses were handed out.</summary>
    public int Tickets => _lastTicket;

    /// <summary>The next socket that was opened, waited for.</summary>
    public ValueTask<FakeSlackSocket> NextAsync() => _opened.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>apps.connections.open.</summary>
    public Task OpenAsync(HttpContext context, string address)
    {
        var ticket = $"secret-{Interlocked.Increment(ref _lastTicket)}";
        lock (_tickets)
        {
            _tickets.Add(ticket);
        }

        return FakePlatform.Json(context, 200, new JsonObject { ["ok"] = true, ["url"] = $"{address}/link?ticket={ticket}" }.ToJsonString());
    }

    /// <summary>The socket itself.</summary>
    public async Task LinkAsync(HttpContext context)
    {
        bool isGood;
        lock (_tickets)
        {
            isGood = _tickets.Remove(context.Request.Query["ticket"].ToString());
        }

        if (!isGood || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 400;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        FakeSlackSocket one = new(socket);
        if (SaysHello)
        {
            await one.SendAsync("""{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"}}""");
        }

        _opened.Writer.TryWrite(one);
        await one.RunAsync();
    }
}

/// <summary>One open socket, seen from Slack.</summary>
internal sealed class FakeSlackSocket(WebSocket socket)
{
    private readonly Channel<JsonNode> _acknowledged = Channel.CreateUnbounded<JsonNode>();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the bot has left.</summary>
    public Task Closed => _closed.Task;

    /// <summary>The bot's next acknowledgement, waited for.</summary>
    public ValueTask<JsonNode> AcknowledgementAsync() => _acknowledged.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public Task SendAsync(string json) => socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>Sends an envelope.</summary>
    public Task SendAsync(string type, string id, string payload) =>
        SendAsync($$"""{"envelope_id":"{{id}}","type":"{{type}}","accepts_response_payload":true,"payload":{{payload}}}""");

    /// <summary>Breaks the connection without a word.</summary>
    public void Break() => socket.Abort();

    public async Task RunAsync()
    {
        var buffer = new byte[256 * 1024];
        try
        {
            var length = 0;
            while (await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                length += part.Count;
                if (!part.EndOfMessage)
                {
                    continue;
                }

                _acknowledged.Writer.TryWrite(JsonNode.Parse(buffer.AsSpan(0, length))!);
                length = 0;
            }
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // Broken by the test or by the bot's end.
        }
        _closed.TrySetResult();
    }
}
