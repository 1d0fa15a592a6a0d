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

    /// <summary>Whether it is still left alone.</summary>
    /// <param name="looksUp">For a request that offers tools.</param>
    public bool Lasts(bool looksUp) => clock.GetTimestamp() < Volatile.Read(ref looksUp ? ref _looksUpAt : ref _writesAt);

    /// <summary>Leaves it alone for a minute.</summary>
    public void Begin(bool looksUp)
    {
        var end = clock.GetTimestamp() + (long)(_rest.TotalSeconds * clock.TimestampFrequency);
        Volatile.Write(ref _looksUpAt, Math.Max(end, Volatile.Read(ref _looksUpAt)));
        if (!looksUp)
        {
            Volatile.Write(ref _writesAt, end);
        }
    }

    /// <summary>Whether the model turned out to have no tools: it is offered none until the program starts anew.</summary>
    public bool IsWithoutTools => Volatile.Read(ref _looksUpAt) == long.MaxValue;

    /// <summary>Notes that the model has no tools.</summary>
    public void HasNoTools() => Volatile.Write(ref _looksUpAt, long.MaxValue);
}
