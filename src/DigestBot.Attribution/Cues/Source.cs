namespace DigestBot.Attribution.Cues;

/// <summary>Whom the text names as the speaker of a cue: the noun phrase and its main word; both -1 where it names nobody.</summary>
/// <param name="Range">The noun phrase with apposition and relative clause.</param>
/// <param name="Head">Its main word.</param>
/// <param name="Referent">The word that it stands for: for "who" the noun before it, else the main word.</param>
internal readonly record struct Source(TokenRange Range, int Head, int Referent)
{
    /// <summary>The text names nobody.</summary>
    public static Source None { get; } = new(new TokenRange(-1, -1), -1, -1);

    /// <summary>Whether the text names somebody.</summary>
    public bool IsNamed => Head >= 0;
}
