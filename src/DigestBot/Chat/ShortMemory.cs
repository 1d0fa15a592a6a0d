using System.Collections.Concurrent;

namespace DigestBot.Chat;

/// <summary>
/// What is remembered of askers for a short while: in memory alone, never written down, and gone where they or their workspace want it gone. Thread-safe.
/// </summary>
/// <param name="kept">How long after it was last kept.</param>
/// <param name="most">Beyond so many the oldest go.</param>
internal sealed class ShortMemory<T>(TimeSpan kept, int most, TimeProvider clock)
    where T : class
{
    private readonly ConcurrentDictionary<Key, Held> _held = new();
    private long _last;

    /// <summary>What was kept of a user of a workspace under a name; null where there is nothing any more.</summary>
    public T? Find(string workspace, string user, string name) =>
        _held.TryGetValue(new Key(workspace, user, name), out var found) && clock.GetUtcNow() - found.At < kept ? found.Value : null;

    /// <summary>Keeps it, in the place of what is there under that name.</summary>
    public void Keep(string workspace, string user, string name, T value)
    {
        var now = clock.GetUtcNow();
        if (_held.Count >= most)
        {
            Tidy(now);
        }

        _held[new Key(workspace, user, name)] = new Held(value, now, Interlocked.Increment(ref _last));
    }

    /// <summary>Forgets what is kept of a user of a workspace.</summary>
    /// <returns>How much there was.</returns>
    public int Forget(string workspace, string user) => Forget(k => k.Workspace == workspace && k.User == user);

    /// <summary>Forgets what is kept of a workspace's users.</summary>
    public void Forget(string workspace) => Forget(k => k.Workspace == workspace);

    private int Forget(Func<Key, bool> isMeant) => _held.Keys.Where(isMeant).Count(k => _held.TryRemove(k, out _));

    private void Tidy(DateTimeOffset now)
    {
        var spare = Math.Max(1, most / 10);
        // Its own ToArray: sorting a dictionary that others add to meanwhile would fail.
        foreach ((var key, _) in _held.ToArray().OrderBy(h => h.Value.Number).TakeWhile((h, at) => at < spare || now - h.Value.At >= kept).ToArray())
        {
            _held.TryRemove(key, out _);
        }
    }

    private sealed record Held(T Value, DateTimeOffset At, long Number);

    private sealed record Key(string Workspace, string User, string Name);
}
