using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace DigestBot.Chat.Discord.Gateway;

/// <summary>A websocket that carries the gateway's messages.</summary>
internal sealed class GatewaySocket : IDisposable
{
    /// <summary>Bytes of the longest message that is taken in; an interaction has some thousands.</summary>
    private const int LongestMessage = 4 * 1024 * 1024;

    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new();
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private readonly SemaphoreSlim _sending = new(1, 1);

    /// <summary>With which Discord has closed; 0 where the connection just broke.</summary>
    public int CloseCode => (int?)_socket.CloseStatus ?? 0;

    /// <summary>Opens it.</summary>
    /// <exception cref="WebSocketException">Nobody answers there, or not as a gateway does.</exception>
    public async Task ConnectAsync(Uri address, TimeProvider clock, CancellationToken cancel)
    {
        using CancellationTokenSource timeout = new(_connectTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        _socket.Options.SetRequestHeader("User-Agent", DiscordRoom.UserAgent);
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        try
        {
            await _socket.ConnectAsync(address, both.Token);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely, "no answer", error);
        }
    }

    /// <summary>The next message.</summary>
    /// <returns>Null where the connection is closed.</returns>
    /// <exception cref="WebSocketException">It broke, or what came is no message of the gateway.</exception>
    public async Task<GatewayMessage?> ReceiveAsync(CancellationToken cancel)
    {
        _buffer.ResetWrittenCount();
        ValueWebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(_buffer.GetMemory(4096), cancel);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            _buffer.Advance(received.Count);
            if (_buffer.WrittenCount > LongestMessage)
            {
                throw new WebSocketException(WebSocketError.InvalidMessageType, "a message is too long");
            }
        }
        while (!received.EndOfMessage);
        try
        {
            return JsonSerializer.Deserialize(_buffer.WrittenSpan, GatewayJson.Default.GatewayMessage);
        }
        catch (JsonException error)
        {
            throw new WebSocketException(WebSocketError.InvalidMessageType, "a message is not JSON", error);
        }
    }

    /// <summary>Sends a message; one at a time.</summary>
    public async Task SendAsync(byte[] message, CancellationToken cancel)
    {
        await _sending.WaitAsync(cancel);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says that the connection is over, as far as that can still be said; its receiver ends when the other side has agreed.</summary>
    public async Task CloseAsync(int code, CancellationToken cancel)
    {
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, cancel);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // It is gone already.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }
}
