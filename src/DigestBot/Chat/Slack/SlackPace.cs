namespace DigestBot.Chat.Slack;

/// <summary>Keeps to Slack's pace of one message a second and channel, before Slack has to refuse one; each channel's in their order. Thread-safe.</summary>
internal sealed class SlackPace(TimeProvider clock)
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>Messages that may wait for a channel: the last of them waits for a minute.</summary>
    private const int MostWaiting = 60;

    private const int ChannelsKept = 1000;

    private readonly Lock _changing = new();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);

    /// <summary>Posts when the channel's turn has come.</summary>
    /// <exception cref="SlackException">Too many wait there already.</exception>
    public async Task<T> PostAsync<T>(string channel, Func<Task<T>> post, CancellationToken cancel)
    {
        var line = Join(channel);
        try
        {
            await line.Turn.WaitAsync(cancel);
            try
            {
                var wait = line.Free - clock.GetUtcNow();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, clock, cancel);
                }

                return await post();
            }
            finally
            {
                line.Free = clock.GetUtcNow() + _pause;
                line.Turn.Release();
            }
        }
        finally
        {
            lock (_changing)
            {
                line.Waiting--;
            }
        }
    }

    private Line Join(string channel)
    {
        lock (_changing)
        {
            if (!_lines.TryGetValue(channel, out var line))
            {
                if (_lines.Count >= ChannelsKept)
                {
                    Tidy();
                }

                line = _lines[channel] = new Line();
            }
            if (line.Waiting >= MostWaiting)
            {
                throw new SlackException("too many messages wait for this channel", isOutcomeKnown: true) { Name = "ratelimited" };
            }

            line.Waiting++;
            return line;
        }
    }

    private void Tidy()
    {
        var now = clock.GetUtcNow();
        foreach (var idle in _lines.Where(l => l.Value.Waiting == 0 && l.Value.Free <= now).Select(l => l.Key).ToArray())
        {
            _lines.Remove(idle);
        }
    }

    /// <summary>Who waits for a channel.</summary>
    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Waiting { get; set; }

        public DateTimeOffset Free { get; set; }
    }
}
