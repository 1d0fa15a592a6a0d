namespace DigestBot.Chat.Discord.Gateway;

/// <summary>
/// Keeps to the number of sessions that may be begun. Who begins too many has the token taken away, so the last is waited out. Shards whose
/// numbers leave the same remainder by the allowed concurrency begin five seconds apart.
/// </summary>
internal sealed class IdentifyBudget(SessionStartLimit limit, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan _apart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    private readonly Lock _counting = new();
    private readonly Dictionary<int, DateTimeOffset> _next = [];
    private int _remaining = limit.Remaining;
    private DateTimeOffset _reset = clock.GetUtcNow() + TimeSpan.FromMilliseconds(Math.Max(0, limit.ResetAfter));

    /// <summary>Waits until the shard may begin a session.</summary>
    public Task WaitAsync(int shard, CancellationToken cancel) => WaitAsync(shard, isTaken: false, cancel);

    /// <summary>Waits until the shard may begin a session, and counts it.</summary>
    public Task TakeAsync(int shard, CancellationToken cancel) => WaitAsync(shard, isTaken: true, cancel);

    private async Task WaitAsync(int shard, bool isTaken, CancellationToken cancel)
    {
        while (Wait(shard % Math.Max(1, limit.MaxConcurrency), isTaken) is { Ticks: > 0 } wait)
        {
            if (wait > _apart)
            {
                log.LogWarning("Discord lets the bot begin {Total} sessions a day, and all are used; it connects again in {Minutes} minutes", limit.Total, Math.Ceiling(wait.TotalMinutes));
            }

            await Task.Delay(wait, clock, cancel);
        }
    }

    private TimeSpan Wait(int key, bool isTaken)
    {
        lock (_counting)
        {
            var now = clock.GetUtcNow();
            if (now >= _reset)
            {
                (_remaining, _reset) = (limit.Total, now + _day);
            }

            if (_remaining <= 0)
            {
                return _reset - now;
            }

            if (_next.GetValueOrDefault(key) is var free && free > now)
            {
                return free - now;
            }

            if (isTaken)
            {
                _remaining--;
                _next[key] = now + _apart;
            }
            return TimeSpan.Zero;
        }
    }
}
