namespace DigestBot.Attribution;

/// <summary>What the engine understands of one text: who appears in it, and who says what.</summary>
public sealed record Reading
{
    /// <summary>All people and bodies of the story, by <see cref="Speaker.Id"/>.</summary>
    public required IReadOnlyList<Speaker> Speakers { get; init; }

    /// <summary>All statements, by the start of their content.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>The reading of a text that says nothing.</summary>
    public static Reading Empty { get; } = new() { Speakers = [], Statements = [] };
}
