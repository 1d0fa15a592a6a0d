using DigestBot.Answers;

namespace DigestBot.Chat;

/// <summary>
/// What was asked last, in each channel by each user, so that "and Lavrov?" is understood. Kept in memory alone and for a quarter
/// of an hour: what is answered is not written down. Thread-safe.
/// </summary>
internal sealed class Conversations(TimeProvider clock)
{
    /// <summary>How long a conversation is remembered after its last question.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    /// <summary>Questions that the next may lean on.</summary>
    public const int Longest = 3;

    private const int Most = 10_000;

    /// <summary>UTF-16 units of the longest that is remembered.</summary>
    public const int LongestQuestion = 300;

    private readonly ShortMemory<IReadOnlyList<string>> _asked = new(Kept, Most, clock);

    /// <summary>
    /// The command with the questions before it, if it leans on them, and those remembered with this one. What is nobody's is not remembered.
    /// What leans on nothing is the same question for everybody.
    /// </summary>
    public Command Continue(Command command)
    {
        if (command.User is not { Length: > 0 } user || command.Text.Length is 0 or > LongestQuestion)
        {
            return command;
        }

        var channel = command.Channel ?? "";
        if (command.Previous.Count == 0)
        {
            command = command with { Previous = _asked.Find(command.Workspace, user, channel) ?? [] };
        }

        _asked.Keep(command.Workspace, user, channel, After(command));
        return command.Previous.Count > 0 && FollowUp.StandsAlone(command.Text, clock.GetUtcNow()) ? command with { Previous = [] } : command;
    }

    /// <summary>What the question after this one may lean on: this one, and at most two before it; oldest first.</summary>
    public static IReadOnlyList<string> After(Command command) => command.Text.Length is 0 or > LongestQuestion
        ? command.Previous
        : [.. command.Previous.Where(q => q != command.Text).Append(command.Text).TakeLast(Longest)];

    /// <summary>Forgets what a user of a workspace asked.</summary>
    /// <returns>How many conversations there were.</returns>
    public int Forget(string workspace, string user) => _asked.Forget(workspace, user);

    /// <summary>Forgets what was asked in a workspace.</summary>
    public void Forget(string workspace) => _asked.Forget(workspace);
}
