namespace DigestBot.Chat.Slack;

/// <summary>Keeps to Slack's pace of one message a second and channel, before Slack has to refuse one. Thread-safe.</summary>
internal sealed class SlackPace(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private const int ChannelsKept = 1000;

    private readonly Lock changing = new();
    private readonly Dictionary<string, DateTimeOffset> free = new(StringComparer.Ordinal);

    /// <summary>Waits for the next message's turn in a channel: first come, first served.</summary>
    /// <exception cref="SlackException">So many wait there that it would take longer than <see cref="SlackHttp.LongestWait"/>.</exception>
    public async Task WaitAsync(string channel, CancellationToken cancel)
    {
        TimeSpan wait = Reserve(channel);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancel);
    }

    private TimeSpan Reserve(string channel)
    {
        lock (changing)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (free.Count >= ChannelsKept)
            {
                foreach (string idle in free.Where(f => f.Value <= now).Select(f => f.Key).ToArray())
                    free.Remove(idle);
            }
            DateTimeOffset turn = free.TryGetValue(channel, out DateTimeOffset next) && next > now ? next : now;
            if (turn - now > SlackHttp.LongestWait)
                throw new SlackException("too many messages wait for this channel", isOutcomeKnown: true) { Name = "ratelimited" };
            free[channel] = turn + Pause;
            return turn - now;
        }
    }
}
