using System.Runtime.InteropServices;

namespace DigestBot.Chat;

/// <summary>Who sends more commands than a person can is asked to slow down, so that nobody else waits. Thread-safe.</summary>
internal sealed class AskerPace(TimeProvider clock)
{
    /// <summary>Commands that one asker may send in a <see cref="Span"/>.</summary>
    public const int Most = 20;

    /// <summary>How long commands are counted together.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromSeconds(10);

    private readonly Lock _counting = new();
    private readonly Dictionary<(string Workspace, string User), int> _counts = [];
    private DateTimeOffset _started = clock.GetUtcNow();

    /// <summary>Counts a command.</summary>
    /// <returns>Whether it is to be answered; always for what no chat's user sent.</returns>
    public bool Allows(Command command)
    {
        if (command.User is not { Length: > 0 } user)
        {
            return true;
        }

        lock (_counting)
        {
            var now = clock.GetUtcNow();
            if (now - _started >= Span)
            {
                _counts.Clear();
                _started = now;
            }
            return ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, (command.Workspace, user), out _) <= Most;
        }
    }
}
