using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>
/// What was looked up lately, since many ask the same about the news of the day. In memory alone, without who asked; for five minutes at most, so that
/// "since 24 hours" stays true, and only until anything in the archive changes. Thread-safe.
/// </summary>
internal sealed class LatelyAnswered(Store store, TimeProvider clock)
{
    /// <summary>How long a reply is good for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    /// <summary>Replies after which those not asked for again are forgotten; up to twice as many are held.</summary>
    private const int Turn = 2_000;

    // A look-up is work for a processor from beginning to end. More of them at once than there are processors make each other slow, and those wait
    // whose answer is known.
    private SemaphoreSlim Turns { get; } = new(Environment.ProcessorCount);

    private readonly Lock _turning = new();
    private Dictionary<string, Known> _current = new(StringComparer.Ordinal);
    private Dictionary<string, Known> _previous = new(StringComparer.Ordinal);

    /// <summary>The reply to the same command of the same workspace; looked up where there is none, once however many ask at the same time.</summary>
    public async Task<Reply> AnswerAsync(Command command, Func<Task<Reply>> lookUp)
    {
        var key = $"{command.Workspace}\n{command.Platform}\n{command.Prefix}\n{TypedCommand.Write(command)}";
        // Read before the look-up: what changes meanwhile makes its reply old at once.
        var version = store.Version;
        var reply = FindOrKeep(key, new Known(new Lazy<Task<Reply>>(() => LookUpAsync(lookUp)), version, clock.GetTimestamp()));
        try
        {
            return await reply.Value;
        }
        catch
        {
            Forget(key, reply);
            throw;
        }
    }

    private async Task<Reply> LookUpAsync(Func<Task<Reply>> lookUp)
    {
        await Turns.WaitAsync();
        try
        {
            return await lookUp();
        }
        finally
        {
            Turns.Release();
        }
    }

    private Lazy<Task<Reply>> FindOrKeep(string key, Known offered)
    {
        lock (_turning)
        {
            if ((_current.TryGetValue(key, out var known) || _previous.TryGetValue(key, out known)) && known.Version == offered.Version && clock.GetElapsedTime(known.At) < Kept)
            {
                offered = known;
            }

            if (_current.Count >= Turn)
            {
                (_previous, _current) = (_current, new(StringComparer.Ordinal));
            }

            _current[key] = offered;
            return offered.Reply;
        }
    }

    private void Forget(string key, Lazy<Task<Reply>> failed)
    {
        lock (_turning)
        {
            foreach (var replies in new[] { _current, _previous })
            {
                if (replies.TryGetValue(key, out var known) && known.Reply == failed)
                {
                    replies.Remove(key);
                }
            }
        }
    }

    private sealed record Known(Lazy<Task<Reply>> Reply, long Version, long At);
}
