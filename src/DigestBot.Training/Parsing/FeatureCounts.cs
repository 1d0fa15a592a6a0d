namespace DigestBot.Training.Parsing;

/// <summary>
/// Which features are frequent enough to learn from. Counts are kept for each 1/32 of a hash's range alone: a few rare features pass by sharing a
/// place with another, none that is frequent is lost.
/// </summary>
internal sealed class FeatureCounts(byte least)
{
    private const int SharedBits = 5;
    private readonly byte[] _counts = new byte[1 << (32 - SharedBits)];

    /// <summary>Counts each of <paramref name="keys"/> once more.</summary>
    public void Add(ReadOnlySpan<uint> keys)
    {
        foreach (var key in keys)
        {
            ref var count = ref _counts[key >> SharedBits];
            count += count < byte.MaxValue ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Whether <paramref name="key"/> has been counted often enough.</summary>
    public bool Admits(uint key) => _counts[key >> SharedBits] >= least;
}
