namespace DigestBot.LanguageModels;

/// <summary>
/// How long a provider that failed is left alone. What fails in looking up says nothing of writing, which asks less of a model; not so the other
/// way. Thread-safe.
/// </summary>
internal sealed class ProviderRest(TimeProvider clock)
{
    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(1);

    private long _writesAt;
    private long _looksUpAt;
    private volatile bool _isWithoutTools;

    /// <summary>Whether the model turned out to have no tools: it is offered none until the program starts anew.</summary>
    public bool IsWithoutTools => _isWithoutTools;

    /// <summary>Whether it is still left alone.</summary>
    /// <param name="looksUp">For a request that offers tools.</param>
    public bool Lasts(bool looksUp) => (looksUp && _isWithoutTools) || clock.GetTimestamp() < Volatile.Read(ref looksUp ? ref _looksUpAt : ref _writesAt);

    /// <summary>Leaves it alone for a minute.</summary>
    /// <param name="looksUp">After a request that offered tools.</param>
    public void Begin(bool looksUp)
    {
        var end = clock.GetTimestamp() + (long)(_rest.TotalSeconds * clock.TimestampFrequency);
        Volatile.Write(ref _looksUpAt, end);
        if (!looksUp)
        {
            Volatile.Write(ref _writesAt, end);
        }
    }

    /// <summary>Notes that the model has no tools.</summary>
    public void HasNoTools() => _isWithoutTools = true;
}
