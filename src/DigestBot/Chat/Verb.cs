namespace DigestBot.Chat;

/// <summary>A named part of a command: "since", "speaker".</summary>
/// <param name="Name">One lower-case word.</param>
/// <param name="Description">At most 100 characters (Discord's limit).</param>
internal sealed record VerbOption(string Name, string Description)
{
    /// <summary>Without it the command is answered with its help.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Takes yes or no.</summary>
    public bool IsYesNo { get; init; }

    /// <summary>What the archive proposes while one types.</summary>
    public Pick Pick { get; init; }

    /// <summary>The only values there are; empty where any text will do.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>One thing that the bot can be told to do; the same on every platform.</summary>
internal sealed record Verb
{
    /// <summary>The word itself: "ask".</summary>
    public required string Name { get; init; }

    /// <summary>One sentence of at most 100 characters (Discord's limit).</summary>
    public required string Description { get; init; }

    /// <summary>What stands behind the verb without a name of its own, where anything does.</summary>
    public VerbOption? Text { get; init; }

    /// <summary>The named options.</summary>
    public IReadOnlyList<VerbOption> Options { get; init; } = [];

    /// <summary>What one may write behind the verb.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Buttons lead to it; no menu and no help shows it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A later one may lean on it: "and Lavrov?".</summary>
    public bool IsConversation { get; init; }

    /// <summary>Cited lines that a page of its replies has, with buttons underneath; 0 where they are not turned page by page.</summary>
    public int LinesPerPage { get; init; }

    /// <summary>Whether the reply is for the asker alone, as far as that is known before there is one.</summary>
    public Func<Command, bool> IsPrivate { get; init; } = _ => false;

    /// <summary>What in the command is for those alone who manage the workspace ("show the digest to everybody here"); null where nothing is.</summary>
    public Func<Command, string?> ForManagers { get; init; } = _ => null;

    /// <summary>Does it.</summary>
    public required Func<Archive, Command, CancellationToken, Task<Reply>> Run { get; init; }

    /// <summary>The verb as one types it there: "/ask", in Slack "/digestbot ask".</summary>
    /// <param name="prefix">The asker's <see cref="Command.Prefix"/>.</param>
    public string Typed(string prefix) => $"{prefix}{Name}";
}
