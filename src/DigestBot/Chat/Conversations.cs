using System.Collections.Concurrent;

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

    private readonly ConcurrentDictionary<string, Conversation> conversations = new(StringComparer.Ordinal);

    /// <summary>The command with the questions before it, and those remembered with this one. What is nobody's is not remembered.</summary>
    public Command Continue(Command command)
    {
        if (command.User is not { Length: > 0 } || command.Text.Length is 0 or > LongestQuestion)
            return command;
        DateTimeOffset now = clock.GetUtcNow();
        string key = Key(command);
        IReadOnlyList<string> before = command.Previous.Count > 0 ? command.Previous
            : conversations.TryGetValue(key, out Conversation? known) && now - known.Last < Kept ? known.Questions : [];
        if (conversations.Count >= Most)
            Tidy(now);
        command = command with { Previous = before };
        conversations[key] = new Conversation(command.User, After(command), now);
        return command;
    }

    /// <summary>What the question after this one may lean on: this one, and at most two before it; oldest first.</summary>
    public static IReadOnlyList<string> After(Command command) => command.Text.Length is 0 or > LongestQuestion
        ? command.Previous
        : [.. command.Previous.Where(q => q != command.Text).Append(command.Text).TakeLast(Longest)];

    /// <summary>Forgets what a user of a workspace asked.</summary>
    /// <returns>How many conversations there were.</returns>
    public int Forget(string workspace, string user) =>
        conversations.Where(c => c.Key.StartsWith($"{workspace} ", StringComparison.Ordinal) && c.Value.User == user).Count(c => conversations.TryRemove(c.Key, out _));

    /// <summary>Forgets what was asked in a workspace.</summary>
    public void Forget(string workspace)
    {
        foreach (string key in conversations.Keys.Where(k => k.StartsWith($"{workspace} ", StringComparison.Ordinal)))
            conversations.TryRemove(key, out _);
    }

    private void Tidy(DateTimeOffset now)
    {
        int spare = Most / 10;
        // Its own ToArray: sorting a dictionary that others add to meanwhile would fail.
        foreach ((string key, _) in conversations.ToArray().OrderBy(c => c.Value.Last).TakeWhile((c, at) => at < spare || now - c.Value.Last >= Kept).ToArray())
            conversations.TryRemove(key, out _);
    }

    private static string Key(Command command) => $"{command.Workspace} {command.Channel} {command.User}";

    private sealed record Conversation(string User, IReadOnlyList<string> Questions, DateTimeOffset Last);
}
