namespace DigestBot.Attribution.Syntax;

/// <summary>
/// The features of one decision as 32-bit hashes: a template's number with up to three values. Two different features share a key about once
/// in four thousand million, so keys stand for the features themselves (hash kernel, Shi et al. 2009, with a table instead of a fixed array).
/// </summary>
internal ref struct FeatureKeys(Span<uint> keys)
{
    private readonly Span<uint> _keys = keys;
    private int _count;

    /// <summary>The keys added so far.</summary>
    public readonly ReadOnlySpan<uint> All => _keys[.._count];

    /// <summary>Adds the feature of <paramref name="template"/> with its values; absent values are 0.</summary>
    public void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        var hash = (((ulong)a << 32) | b) * 0x9E3779B97F4A7C15;
        hash ^= hash >> 31;
        hash += (((ulong)c << 32) | template) * 0xD6E8FEB86659FD93;
        hash ^= hash >> 32;
        hash *= 0xFF51AFD7ED558CCD;
        var key = (uint)(hash >> 32);

        // Zero marks an empty place in the tables.
        _keys[_count++] = key == 0 ? 1 : key;
    }
}
