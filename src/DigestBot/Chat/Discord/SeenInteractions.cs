namespace DigestBot.Chat.Discord;

/// <summary>
/// The interactions answered lately, so that a recorded request cannot be played again. A timestamp is accepted for ten
/// minutes at most (five either way), and ids are remembered for at least as long, in two turns.
/// </summary>
internal sealed class SeenInteractions(TimeProvider clock)
{
    private static readonly TimeSpan Turn = 2 * DiscordSignature.Tolerance;

    private readonly Lock turning = new();
    private HashSet<string> current = new(StringComparer.Ordinal);
    private HashSet<string> previous = new(StringComparer.Ordinal);
    private DateTimeOffset turned = clock.GetUtcNow();

    /// <summary>Whether it is the first time; it is remembered from now on.</summary>
    public bool IsNew(string id)
    {
        lock (turning)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (now - turned >= Turn)
            {
                (previous, current) = (now - turned >= 2 * Turn ? new(StringComparer.Ordinal) : current, new(StringComparer.Ordinal));
                turned = now;
            }
            return !previous.Contains(id) && current.Add(id);
        }
    }
}
