namespace DigestBot.Chat.Discord;

/// <summary>
/// The interactions answered lately, so that a recorded request cannot be played again. A timestamp is accepted for ten
/// minutes at most (five either way), and ids are remembered for at least as long, in two turns.
///
/// They are not stored: it would cost each command a write to the disk, and a replay in the minutes after a restart brings its sender nothing.
/// Only who has read along behind the proxy's encryption can send it, the signature is over the whole body, and the answer goes to that sender,
/// who has seen the first. Nothing is posted but what the interaction's token lets be edited (for 15 minutes: the same words in the place of the same
/// answer), and what a command can change does no harm twice: the asker is forgotten again, or the operator sees the same correction proposed again.
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
