using System.Globalization;

namespace DigestBot.Chat.Discord;

/// <summary>
/// Keeps requests within Discord's limits. What holds for a route is read from the headers of its answers; requests of one bucket
/// go one after the other, so that each knows what the one before has left. Over all of the bot's requests 50 a second are allowed.
/// </summary>
internal sealed class DiscordLimits(TimeProvider clock)
{
    /// <summary>The longest wait that is obeyed; before a longer one the caller is told.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private const int BotRequestsASecond = 50;
    private const int BucketsKept = 1000;

    private readonly Lock _changing = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DiscordBucket> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _lastSecond = new();
    private DateTimeOffset _closedUntil;

    /// <summary>Waits for the request's turn. Whoever has it leaves with <see cref="Leave"/>, whatever happened.</summary>
    /// <exception cref="DiscordException">The wait would be longer than <see cref="LongestWait"/>.</exception>
    public async Task<DiscordBucket> EnterAsync(DiscordRequest request, CancellationToken cancel)
    {
        var bucket = Join(request);
        try
        {
            await bucket.Turn.WaitAsync(cancel);
        }
        catch
        {
            Part(bucket);
            throw;
        }
        try
        {
            while (Wait(request, bucket) is { Ticks: > 0 } wait)
            {
                if (wait > LongestWait)
                {
                    throw new DiscordException($"too many requests: Discord takes the next in {wait.TotalSeconds:F0} seconds", isOutcomeKnown: true);
                }

                await Task.Delay(wait, clock, cancel);
            }
            return bucket;
        }
        catch
        {
            Leave(bucket);
            throw;
        }
    }

    /// <summary>Learns from the answer's headers what the bucket has left and how it is called.</summary>
    public void Learn(DiscordRequest request, DiscordBucket bucket, HttpResponseMessage response)
    {
        if (Header(response, "X-RateLimit-Bucket") is not { } name || Number(response, "X-RateLimit-Remaining") is not { } remaining || Number(response, "X-RateLimit-Reset-After") is not { } after)
        {
            return;
        }

        lock (_changing)
        {
            _names[RouteKey(request)] = name;
            var named = Find($"{name} {request.Major}");
            foreach (var told in new[] { bucket, named })
            {
                told.Set((int)remaining, clock.GetUtcNow() + Seconds(after));
            }
        }
    }

    /// <summary>Closes what a 429 closes: the bucket, or for all of the bot's requests everything. Without its headers the 429 comes from before Discord and holds for all.</summary>
    public void Close(DiscordRequest request, DiscordBucket bucket, HttpResponseMessage response, DiscordProblem problem)
    {
        var until = clock.GetUtcNow() + Seconds(problem.RetryAfter ?? response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 1);
        var isForAll = problem.Global || Header(response, "X-RateLimit-Scope") is null or "global";
        lock (_changing)
        {
            if (isForAll && request.IsBot)
            {
                _closedUntil = until;
            }
            else
            {
                bucket.Set(0, until);
            }

            if (_names.TryGetValue(RouteKey(request), out var name))
            {
                Find($"{name} {request.Major}").Set(bucket.Remaining, bucket.Reset);
            }
        }
    }

    /// <summary>Lets the next of the bucket's requests go.</summary>
    public void Leave(DiscordBucket bucket)
    {
        bucket.Turn.Release();
        Part(bucket);
    }

    private DiscordBucket Join(DiscordRequest request)
    {
        lock (_changing)
        {
            var bucket = Find($"{_names.GetValueOrDefault(RouteKey(request), RouteKey(request))} {request.Major}");
            bucket.Users++;
            return bucket;
        }
    }

    private void Part(DiscordBucket bucket)
    {
        lock (_changing)
        {
            bucket.Users--;
        }
    }

    private TimeSpan Wait(DiscordRequest request, DiscordBucket bucket)
    {
        lock (_changing)
        {
            var now = clock.GetUtcNow();
            if (bucket.Remaining == 0 && bucket.Reset > now)
            {
                return bucket.Reset - now;
            }

            if (!request.IsBot)
            {
                return TimeSpan.Zero;
            }

            if (_closedUntil > now)
            {
                return _closedUntil - now;
            }

            while (_lastSecond.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(1))
            {
                _lastSecond.Dequeue();
            }

            if (_lastSecond.Count >= BotRequestsASecond)
            {
                return _lastSecond.Peek() + TimeSpan.FromSeconds(1) - now;
            }

            _lastSecond.Enqueue(now);
            return TimeSpan.Zero;
        }
    }

    // Every interaction has a token and so a bucket of its own: those that nobody uses and that have run out are forgotten.
    private DiscordBucket Find(string key)
    {
        if (_buckets.TryGetValue(key, out var bucket))
        {
            return bucket;
        }

        if (_buckets.Count >= BucketsKept)
        {
            var now = clock.GetUtcNow();
            foreach ((var old, _) in _buckets.Where(b => b.Value.Users == 0 && b.Value.Reset <= now).ToList())
            {
                _buckets.Remove(old);
            }
        }
        return _buckets[key] = new DiscordBucket();
    }

    private static string RouteKey(DiscordRequest request) => $"{request.Method} {request.Route}";

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400));

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static double? Number(HttpResponseMessage response, string name) =>
        double.TryParse(Header(response, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

/// <summary>What one of Discord's limits has left.</summary>
internal sealed class DiscordBucket
{
    /// <summary>Held by the one request of the bucket that is under way.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Requests that use it or wait for it.</summary>
    public int Users { get; set; }

    /// <summary>Requests that may go before <see cref="Reset"/>; one where nothing is known yet.</summary>
    public int Remaining { get; private set; } = 1;

    /// <summary>From then on everything is allowed again.</summary>
    public DateTimeOffset Reset { get; private set; }

    /// <summary>Takes over what Discord told.</summary>
    public void Set(int remaining, DateTimeOffset reset) => (Remaining, Reset) = (remaining, reset);
}
