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

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestGreeting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestParting = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket socket = new();
    private readonly SlackInbox inbox;
    private readonly ILogger log;
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly ConcurrentDictionary<Task, bool> answering = new();
    private readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string?> parting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task reading = Task.CompletedTask;

    private SlackSocket(SlackInbox inbox, ILogger log)
    {
        (this.inbox, this.log) = (inbox, log);
        socket.Options.KeepAliveInterval = KeepAlive;
        socket.Options.KeepAliveTimeout = KeepAlive;
    }

    /// <summary>Ends when the socket has to be replaced: with Slack's reason, or null where the connection broke.</summary>
    public Task<string?> Parting => parting.Task;

    /// <summary>Connects and waits for Slack's hello.</summary>
    /// <exception cref="SlackException">The socket cannot be opened.</exception>
    public static async Task<SlackSocket> OpenAsync(Uri address, SlackInbox inbox, TimeProvider clock, ILogger log, CancellationToken cancel)
    {
        SlackSocket opened = new(inbox, log);
        try
        {
            await opened.socket.ConnectAsync(address, cancel).WaitAsync(LongestGreeting, clock, cancel);
            opened.reading = Task.Run(opened.ReadAllAsync, CancellationToken.None);
            await Task.WhenAny(opened.greeted.Task, opened.Parting).WaitAsync(LongestGreeting, clock, cancel);
            return opened.greeted.Task.IsCompleted ? opened : throw new WebSocketException("no hello came");
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
            await Task.WhenAll(answering.Keys).WaitAsync(LongestParting, clock);
            if (socket.State == WebSocketState.Open)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).WaitAsync(LongestParting, clock);
            await reading.WaitAsync(LongestParting, clock);
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
        socket.Dispose();
        sending.Dispose();
    }

    private async Task ReadAllAsync()
    {
        try
        {
            while (await ReadAsync() is { } message)
                Take(message);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // Broken, or left: whoever waits for the parting opens another.
        }
        parting.TrySetResult(null);
    }

    private async Task<byte[]?> ReadAsync()
    {
        ArrayBufferWriter<byte> message = new(4096);
        while (message.WrittenCount < LongestMessage)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(message.GetMemory(4096), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Advance(part.Count);
            if (part.EndOfMessage)
                return message.WrittenSpan.ToArray();
        }
        return null;
    }

    private void Take(byte[] message)
    {
        SlackEnvelope? envelope = Read(message);
        switch (envelope)
        {
            case { Type: "hello" }:
                greeted.TrySetResult();
                break;
            case { Type: "disconnect" }:
                parting.TrySetResult(envelope.Reason ?? "");
                break;
            case { EnvelopeId: not null }:
                Task answer = Task.Run(() => AnswerAsync(envelope));
                answering[answer] = true;
                _ = answer.ContinueWith(done => answering.TryRemove(done, out _), TaskScheduler.Default);
                break;
        }
    }

    private async Task AnswerAsync(SlackEnvelope envelope)
    {
        try
        {
            byte[] payload = JsonSerializer.SerializeToUtf8Bytes(envelope.Payload, SlackJson.Plain.JsonElement);
            await AcknowledgeAsync(envelope.EnvelopeId!, envelope.Type switch
            {
                "slash_commands" => await inbox.CommandAsync(payload),
                "interactive" => await inbox.InteractAsync(payload),
                "events_api" => await inbox.EventAsync(payload),
                _ => [],
            });
        }
        catch (Exception error)
        {
            log.LogWarning("An envelope of Slack's ({Type}) could not be acknowledged: {Reason}", envelope.Type, error.Message);
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
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(message.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
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
            log.LogWarning("Slack sent {Bytes} bytes that cannot be read", message.Length);
            return null;
        }
    }
}
