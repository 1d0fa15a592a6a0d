using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace DigestBot.Chat.Slack;

/// <summary>What comes over the socket.</summary>
internal sealed record SlackEnvelope
{
    /// <summary>"hello", "disconnect", "slash_commands", "interactive", "events_api".</summary>
    public string Type { get; init; } = "";

    /// <summary>What is acknowledged by it.</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>Why Slack will close the socket: "warning", "refresh_requested", "link_disabled".</summary>
    public string? Reason { get; init; }

    public JsonElement Payload { get; init; }
}

/// <summary>One socket to Slack: acknowledges each envelope within its three seconds, with the answer where that is ready.</summary>
internal sealed class SlackSocket : IDisposable
{
    private const int LongestMessage = 4 * 1024 * 1024;

    private static readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _longestGreeting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longestParting = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket _socket = new();
    private readonly SlackInbox _inbox;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<Task, bool> _answering = new();
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string?> _parting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;

    private SlackSocket(SlackInbox inbox, ILogger log)
    {
        (_inbox, _log) = (inbox, log);
        _socket.Options.KeepAliveInterval = _keepAlive;
        _socket.Options.KeepAliveTimeout = _keepAlive;
    }

    /// <summary>Ends when the socket has to be replaced: with Slack's reason, or null where the connection broke.</summary>
    public Task<string?> Parting => _parting.Task;

    /// <summary>Connects and waits for Slack's hello.</summary>
    /// <exception cref="SlackException">The socket cannot be opened.</exception>
    public static async Task<SlackSocket> OpenAsync(Uri address, SlackInbox inbox, TimeProvider clock, ILogger log, CancellationToken cancel)
    {
        SlackSocket opened = new(inbox, log);
        try
        {
            await opened._socket.ConnectAsync(address, cancel).WaitAsync(_longestGreeting, clock, cancel);
            opened._reading = Task.Run(opened.ReadAllAsync, CancellationToken.None);
            await Task.WhenAny(opened._greeted.Task, opened.Parting).WaitAsync(_longestGreeting, clock, cancel);
            return opened._greeted.Task.IsCompleted ? opened : throw new WebSocketException("no hello came");
        }
        catch (Exception error) when (error is WebSocketException or HttpRequestException or TimeoutException)
        {
            opened.Dispose();
            // The address is a key: the error's own words may hold it.
            throw new SlackException("the socket to Slack cannot be opened", isOutcomeKnown: true, error);
        }
        catch (OperationCanceledException)
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Lets what is under way be acknowledged, and closes the socket.</summary>
    public async Task LeaveAsync(TimeProvider clock)
    {
        try
        {
            await Task.WhenAll(_answering.Keys).WaitAsync(_longestParting, clock);
            if (_socket.State == WebSocketState.Open)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).WaitAsync(_longestParting, clock);
            }

            await _reading.WaitAsync(_longestParting, clock);
        }
        catch (Exception error) when (error is WebSocketException or TimeoutException or ObjectDisposedException)
        {
            // It was broken already.
        }
        Dispose();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReadAllAsync()
    {
        try
        {
            while (await ReadAsync() is { } message)
            {
                Take(message);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // Broken, or left: whoever waits for the parting opens another.
        }
        _parting.TrySetResult(null);
    }

    private async Task<byte[]?> ReadAsync()
    {
        ArrayBufferWriter<byte> message = new(4096);
        while (message.WrittenCount < LongestMessage)
        {
            var part = await _socket.ReceiveAsync(message.GetMemory(4096), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Advance(part.Count);
            if (part.EndOfMessage)
            {
                return message.WrittenSpan.ToArray();
            }
        }
        return null;
    }

    private void Take(byte[] message)
    {
        var envelope = Read(message);
        switch (envelope)
        {
            case { Type: "hello" }:
                _greeted.TrySetResult();
                break;
            case { Type: "disconnect" }:
                _parting.TrySetResult(envelope.Reason ?? "");
                break;
            case { EnvelopeId: not null }:
                var answer = Task.Run(() => AnswerAsync(envelope));
                _answering[answer] = true;
                _ = answer.ContinueWith(done => _answering.TryRemove(done, out _), TaskScheduler.Default);
                break;
        }
    }

    private async Task AnswerAsync(SlackEnvelope envelope)
    {
        try
        {
            var payload = JsonSerializer.SerializeToUtf8Bytes(envelope.Payload, SlackJson.Plain.JsonElement);
            await AcknowledgeAsync(envelope.EnvelopeId!, envelope.Type switch
            {
                "slash_commands" => await _inbox.CommandAsync(payload),
                "interactive" => await _inbox.InteractAsync(payload),
                "events_api" => await _inbox.EventAsync(payload),
                _ => [],
            });
        }
        catch (Exception error)
        {
            _log.LogWarning("An envelope of Slack's ({Type}) could not be acknowledged: {Reason}", envelope.Type, error.Message);
        }
    }

    private async Task AcknowledgeAsync(string envelopeId, byte[] payload)
    {
        ArrayBufferWriter<byte> message = new(payload.Length + 128);
        using (Utf8JsonWriter writer = new(message))
        {
            writer.WriteStartObject();
            writer.WriteString("envelope_id", envelopeId);
            if (payload.Length > 0)
            {
                writer.WritePropertyName("payload");
                writer.WriteRawValue(payload, skipInputValidation: true);
            }
            writer.WriteEndObject();
        }
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(message.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private SlackEnvelope? Read(byte[] message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, SlackJson.Plain.SlackEnvelope);
        }
        catch (JsonException)
        {
            _log.LogWarning("Slack sent {Bytes} bytes that cannot be read", message.Length);
            return null;
        }
    }
}
