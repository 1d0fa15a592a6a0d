namespace DigestBot.Chat.Discord;

/// <summary>
/// The interactions answered lately, so that a recorded request cannot be played again. A timestamp is accepted for ten
/// minutes at most (five either way), and ids are remembered for at least as long, in two turns.
/// </summary>
internal sealed class SeenInteractions(TimeProvider clock)
{
    private static readonly TimeSpan _turn = 2 * DiscordSignature.Tolerance;

    private readonly Lock _turning = new();
    private HashSet<string> _current = new(StringComparer.Ordinal);
    private HashSet<string> _previous = new(StringComparer.Ordinal);
    private DateTimeOffset _turned = clock.GetUtcNow();

    /// <summary>Whether it is the first time; it is remembered from now on.</summary>
    public bool IsNew(string id)
    {
        lock (_turning)
        {
            var now = clock.GetUtcNow();
            if (now - _turned >= _turn)
            {
                (_previous, _current) = (now - _turned >= 2 * _turn ? new(StringComparer.Ordinal) : _current, new(StringComparer.Ordinal));
                _turned = now;
            }
            return !_previous.Contains(id) && _current.Add(id);
        }
    }
}
