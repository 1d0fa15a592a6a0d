using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DigestBot.Chat.Discord.Gateway;

/// <summary>Who connects, as which shard.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="Shard">The shard's number, from 0.</param>
/// <param name="Shards">How many there are.</param>
/// <param name="Budget">Counts the sessions that all of them begin.</param>
internal sealed record GatewayIdentity(string Token, int Shard, int Shards, IdentifyBudget Budget);

/// <summary>How a connection ended.</summary>
/// <param name="Why">In words, for the log.</param>
/// <param name="Fatal">Why another cannot help; null where it can.</param>
/// <param name="Pause">How long to wait before the next, at least.</param>
internal sealed record GatewayEnd(string Why, string? Fatal = null, TimeSpan Pause = default);

/// <summary>One connection to the gateway, from hello to its end: it identifies or resumes, keeps the heart beating and hands on interactions.</summary>
internal sealed class GatewayConnection(GatewayIdentity identity, GatewaySession session, Action<JsonElement> interact, TimeProvider clock, ILogger log) : IDisposable
{
    /// <summary>How long the other side may take to agree to a close.</summary>
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan _helloTimeout = TimeSpan.FromSeconds(20);

    private readonly GatewaySocket _socket = new();
    private GatewayEnd? _end;
    private volatile bool _isAcknowledged = true;

    /// <summary>Runs until it ends; never throws but for <paramref name="cancel"/>, upon which it says good-bye.</summary>
    public async Task<GatewayEnd> RunAsync(Uri address, CancellationToken cancel)
    {
        using CancellationTokenSource life = new(Timeout.InfiniteTimeSpan, clock);
        try
        {
            await _socket.ConnectAsync(address, clock, cancel);
            // Not the caller's cancellation: that would tear the socket down without a good-bye.
            await using var leave = cancel.Register(() => _ = LeaveAsync((int)WebSocketCloseStatus.NormalClosure, new GatewayEnd("the bot stops"), life));
            life.CancelAfter(_helloTimeout);
            if (await _socket.ReceiveAsync(life.Token) is not { Op: GatewayOp.Hello, D: var data } || Read(data, GatewayJson.Default.GatewayHello) is not { HeartbeatInterval: > 0 } hello)
            {
                return _end ?? Closed("it did not begin with hello");
            }

            life.CancelAfter(Timeout.InfiniteTimeSpan);
            var heart = BeatAsync(TimeSpan.FromMilliseconds(hello.HeartbeatInterval), life);
            await BeginAsync(life.Token);
            while (await _socket.ReceiveAsync(life.Token) is { } message)
            {
                await HandleAsync(message, life);
            }

            await _socket.CloseAsync(GatewayClose.Ours, life.Token);
            await life.CancelAsync();
            await heart;
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            await life.CancelAsync();
            cancel.ThrowIfCancellationRequested();
            return _end ?? Closed(error is WebSocketException { WebSocketErrorCode: WebSocketError.Faulted or WebSocketError.NotAWebSocket } ? "no gateway answers there" : "the connection broke");
        }
        cancel.ThrowIfCancellationRequested();
        return _end ?? Closed("closed");
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    private async Task BeginAsync(CancellationToken cancel)
    {
        if (session.Id is { } id)
        {
            await SendAsync(GatewayOp.Resume, new GatewayResume(identity.Token, id, session.Sequence), GatewayJson.Default.GatewaySentGatewayResume, cancel);
            return;
        }
        await identity.Budget.TakeAsync(identity.Shard, cancel);
        await SendAsync(GatewayOp.Identify, new GatewayIdentify(identity.Token, [identity.Shard, identity.Shards]), GatewayJson.Default.GatewaySentGatewayIdentify, cancel);
    }

    private async Task HandleAsync(GatewayMessage message, CancellationTokenSource life)
    {
        session.Sequence = message.S ?? session.Sequence;
        switch (message.Op)
        {
            case GatewayOp.Dispatch:
                Dispatch(message);
                break;
            case GatewayOp.Heartbeat:
                await SendHeartbeatAsync(life.Token);
                break;
            case GatewayOp.Acknowledged:
                _isAcknowledged = true;
                break;
            case GatewayOp.Reconnect:
                await LeaveAsync(GatewayClose.Ours, new GatewayEnd("Discord asked for another connection"), life);
                break;
            case GatewayOp.InvalidSession:
                if (message.D.ValueKind != JsonValueKind.True)
                {
                    session.End();
                }
                // Discord wants one to five seconds between.
                await LeaveAsync(GatewayClose.Ours, new GatewayEnd("the session is over", Pause: TimeSpan.FromSeconds(1 + (4 * Random.Shared.NextDouble()))), life);
                break;
        }
    }

    private void Dispatch(GatewayMessage message)
    {
        switch (message.T)
        {
            case "READY" when Read(message.D, GatewayJson.Default.GatewayReady) is { } ready:
                session.Begin(ready);
                log.LogInformation("Commands from Discord come over its gateway (connection {Shard} of {Shards})", identity.Shard + 1, identity.Shards);
                break;
            case "RESUMED":
                log.LogInformation("Discord's gateway goes on where it was (connection {Shard} of {Shards})", identity.Shard + 1, identity.Shards);
                break;
            case "INTERACTION_CREATE":
                interact(message.D);
                break;
        }
    }

    /// <summary>A heartbeat in each interval, the first at a random part of it so that not all bots beat at once. One that stays unanswered means that nobody is there.</summary>
    private async Task BeatAsync(TimeSpan interval, CancellationTokenSource life)
    {
        try
        {
            await Task.Delay(interval * Random.Shared.NextDouble(), clock, life.Token);
            while (true)
            {
                if (!_isAcknowledged)
                {
                    await LeaveAsync(GatewayClose.Ours, new GatewayEnd("a heartbeat was not answered"), life);
                    return;
                }
                _isAcknowledged = false;
                await SendHeartbeatAsync(life.Token);
                await Task.Delay(interval, clock, life.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or InvalidOperationException or IOException)
        {
            // The connection is over; its receiver says how.
        }
    }

    private Task SendHeartbeatAsync(CancellationToken cancel) =>
        _socket.SendAsync(Encoding.ASCII.GetBytes($$"""{"op":1,"d":{{session.Sequence?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}"""), cancel);

    private Task SendAsync<T>(GatewayOp op, T data, JsonTypeInfo<GatewaySent<T>> type, CancellationToken cancel) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new GatewaySent<T>(op, data), type), cancel);

    /// <summary>Closes from our side; what the other does not agree to in time is torn down.</summary>
    private async Task LeaveAsync(int code, GatewayEnd why, CancellationTokenSource life)
    {
        _end ??= why;
        try
        {
            await _socket.CloseAsync(code, life.Token);
            life.CancelAfter(_farewell);
        }
        catch (ObjectDisposedException)
        {
            // It ended meanwhile.
        }
    }

    private GatewayEnd Closed(string how)
    {
        var code = _socket.CloseCode;
        if (GatewayClose.EndsSession(code))
        {
            session.End();
        }

        return new GatewayEnd(code == 0 ? how : $"{how} with {code}", GatewayClose.Fatal(code));
    }

    private static T? Read<T>(JsonElement data, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return data.ValueKind == JsonValueKind.Object ? data.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
