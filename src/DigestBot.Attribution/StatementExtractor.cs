namespace DigestBot.Attribution;

/// <summary>
/// Reads a text and finds who says what in it. Thread-safe; the models are loaded once, on first use.
/// </summary>
public sealed class StatementExtractor
{
    /// <summary>The engine with the models that ship in this assembly.</summary>
    public static StatementExtractor Default { get; } = new();

    /// <summary>Finds all statements of <paramref name="text"/>, a whole story; the first line may be its title.</summary>
    /// <param name="text">Any string; not changed, offsets in the result are UTF-16 positions into it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Reading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Reading.Empty;
    }
}
