using System.Collections.Concurrent;
using System.Text.Json;
using DigestBot.Storage;

namespace DigestBot.Chat.Slack;

/// <summary>
/// Events on their way: each is written down before it is acknowledged and crossed out when it is dealt with, so that none is lost when the bot
/// is killed and none is dealt with twice where Slack repeats it. What was left over is taken up at the start, and once a minute what Slack
/// itself has kept from being answered.
/// </summary>
internal sealed class SlackArrivals(SlackEvents events, Store store, Settings settings, TimeProvider clock, ILogger<SlackArrivals> log) : BackgroundService
{
    private const string Prefix = "slack:";

    /// <summary>How long somebody may have waited for an answer that is still given.</summary>
    private static readonly TimeSpan _longestWait = TimeSpan.FromHours(1);

    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> _underWay = new(StringComparer.Ordinal);

    /// <summary>Writes an event down and deals with it behind the acknowledgement, which waits for no more than the writing.</summary>
    /// <returns>When the event may be acknowledged. An archive that is slow keeps Slack waiting for <see cref="PromptReply.Patience"/>.</returns>
    public async Task TakeAsync(SlackEventCallback callback, ReadOnlyMemory<byte> payload)
    {
        if (callback is not { Event: { } happened, EventId: { Length: > 0 } id, TeamId.Length: > 0 } || !SlackEvents.IsForUs(happened))
        {
            return;
        }

        var writing = Task.Run(() => WriteDownAsync($"{Prefix}{id}", callback, payload));
        try
        {
            await writing.WaitAsync(PromptReply.Patience, clock);
        }
        catch (TimeoutException)
        {
            _ = writing.ContinueWith(w => log.LogError("An event of Slack's could not be written down: {Error}", w.Exception), TaskContinuationOptions.OnlyOnFaulted);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrWhiteSpace(settings.Slack.SigningSecret) && string.IsNullOrEmpty(settings.Slack.AppToken))
        {
            return;
        }

        using PeriodicTimer timer = new(_pause, clock);
        try
        {
            do
            {
                await TakeUpAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopped: what is under way is written down.
        }
    }

    private async Task TakeUpAsync(CancellationToken cancel)
    {
        try
        {
            var left = await store.UnfinishedArrivalsAsync(Prefix, cancel);
            await Task.WhenAll(left.Where(a => _underWay.TryAdd(a.Id, true)).Select(TakeUpAsync));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError("What Slack has sent before could not be looked up: {Error}", error.Message);
        }
    }

    private async Task TakeUpAsync(Arrival arrival)
    {
        var callback = JsonSerializer.Deserialize(arrival.Payload, SlackJson.Plain.SlackEventCallback);
        if (callback is null || (clock.GetUtcNow() - arrival.Seen > _longestWait && !SlackEvents.IsDeparture(callback.Event!)))
        {
            log.LogWarning("What somebody in Slack asked {Hours:0.#} hours ago is not answered any more", (clock.GetUtcNow() - arrival.Seen).TotalHours);
            await store.FinishArrivalAsync(arrival.Id);
            _underWay.TryRemove(arrival.Id, out _);
        }
        else
        {
            await DealWithAsync(arrival.Id, callback, isRepeated: true);
        }
    }

    private async Task<bool> WriteDownAsync(string id, SlackEventCallback callback, ReadOnlyMemory<byte> payload)
    {
        var isOurs = _underWay.TryAdd(id, true);
        var isNew = false;
        try
        {
            isNew = await store.KeepArrivalAsync(id, payload.ToArray());
        }
        finally
        {
            if (isOurs && !isNew)
            {
                _underWay.TryRemove(id, out _);
            }
        }
        if (isNew)
        {
            _ = Task.Run(() => DealWithAsync(id, callback, isRepeated: false));
        }

        return isNew;
    }

    private async Task DealWithAsync(string id, SlackEventCallback callback, bool isRepeated)
    {
        try
        {
            if (await TryAsync(callback, isRepeated))
            {
                await store.FinishArrivalAsync(id);
            }
        }
        catch (Exception error)
        {
            log.LogError("That an event of Slack's is dealt with could not be written down: {Error}", error.Message);
        }
        _underWay.TryRemove(id, out _);
    }

    /// <summary>False where it is to be tried again.</summary>
    private async Task<bool> TryAsync(SlackEventCallback callback, bool isRepeated)
    {
        try
        {
            await events.DealWithAsync(callback, isRepeated);
            return true;
        }
        catch (SlackException error)
        {
            var isPassing = SlackProblem.IsPassing(error);
            log.LogWarning("The event {Type} could not be dealt with: {Reason}{Outlook}", callback.Event!.Type, error.Message, isPassing ? ". The bot tries again" : "");
            return !isPassing;
        }
        catch (Exception error)
        {
            log.LogError("The event {Type} could not be dealt with: {Error}", callback.Event!.Type, error);
            return true;
        }
    }
}
