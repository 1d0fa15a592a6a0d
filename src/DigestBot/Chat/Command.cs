namespace DigestBot.Chat;

/// <summary>Where a command came from.</summary>
public enum Platform
{
    /// <summary>The terminal or the web console.</summary>
    Local,

    /// <summary>Discord.</summary>
    Discord,

    /// <summary>Slack.</summary>
    Slack,
}

/// <summary>A slash command, as typed, the same from every platform: "/ask what did Khatib demand?".</summary>
public sealed record Command
{
    /// <summary>The workspace that asks: "local", "discord:123", "slack:T0123". Only what it may see is ever shown.</summary>
    public required string Workspace { get; init; }

    /// <summary>The platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>The platform's id of the asker, where there is one.</summary>
    public string? User { get; init; }

    /// <summary>The platform's id of the channel, where there is one.</summary>
    public string? Channel { get; init; }

    /// <summary>The verb: "ask", "digest", "people", "help"; lower case.</summary>
    public required string Verb { get; init; }

    /// <summary>What stands behind the verb.</summary>
    public string Text { get; init; } = "";

    /// <summary>Named options ("speaker", "about", "since"), by lower-case name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The asker's questions before this one in the same conversation, oldest first, on which "and Lavrov?" leans.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];

    /// <summary>What the asker types before a verb: "/", in Slack "/digestbot ".</summary>
    public string Prefix { get; init; } = "/";

    /// <summary>It came from a button, which knows its conversation: none goes on by it.</summary>
    public bool IsPressed { get; init; }

    /// <summary>
    /// Finds out whether the asker decides for the workspace: an admin there, or whom the operator names. Asked only for what needs it (see
    /// <see cref="Chat.Verb.ForManagers"/>), since some platforms must be asked themselves. Without an answer: no.
    /// </summary>
    public Func<CancellationToken, Task<bool>> MayManage { get; init; } = _ => Task.FromResult(false);

    /// <summary>The workspace of the terminal and the console.</summary>
    public const string LocalWorkspace = "local";
}
