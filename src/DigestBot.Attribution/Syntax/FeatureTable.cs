using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestBot.Attribution.Syntax;

/// <summary>
/// Where a model keeps each of its features: a hash table of buckets, each of which fills one line of the processor's cache, eight keys and their
/// places, so that a look-up waits for memory once.
/// </summary>
internal sealed class FeatureTable
{
    private const int BucketSize = 8;
    private const int BucketLength = 2 * BucketSize;
    private const int LineBytes = BucketLength * sizeof(uint);
    private readonly uint[] _buckets;
    private readonly int _start;
    private readonly int _shift;

    /// <summary>An empty table for <paramref name="count"/> features.</summary>
    public FeatureTable(int count)
    {
        var bits = BitOperations.Log2((uint)Math.Max(count, BucketSize) * 2 / BucketSize) + 1;
        _shift = 32 - bits;

        // Pinned, so that buckets stay on lines.
        _buckets = GC.AllocateArray<uint>((BucketLength << bits) + BucketLength, pinned: true);
        var address = Unsafe.ByteOffset(ref Unsafe.NullRef<uint>(), ref _buckets[0]);
        _start = (int)((LineBytes - (address % LineBytes)) % LineBytes) / sizeof(uint);
    }

    private int BucketCount => 1 << (32 - _shift);

    /// <summary>Puts the feature <paramref name="key"/>, which is not 0 and not there yet, at <paramref name="place"/>.</summary>
    public void Add(uint key, uint place)
    {
        for (var bucket = (int)(key >> _shift); ; bucket = (bucket + 1) & (BucketCount - 1))
        {
            var keys = _buckets.AsSpan(_start + (bucket * BucketLength), BucketSize);
            if (keys.IndexOf(0u) is var free and >= 0)
            {
                keys[free] = key;
                _buckets[_start + (bucket * BucketLength) + BucketSize + free] = place;
                return;
            }
        }
    }

    /// <summary>Writes the places of those <paramref name="keys"/> that are known, in their order, to <paramref name="places"/> (one longer at least), and returns how many.</summary>
    public int Find(ReadOnlySpan<uint> keys, Span<uint> places)
    {
        // Without a branch the waits for memory run side by side.
        ref var buckets = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buckets), _start);
        ref var next = ref MemoryMarshal.GetReference(places);
        var count = 0;
        foreach (var key in keys)
        {
            ref var bucket = ref Unsafe.Add(ref buckets, (nuint)(key >> _shift) * BucketLength);
            var inBucket = Vector256.LoadUnsafe(ref bucket);
            var hit = Vector256.Equals(inBucket, Vector256.Create(key)).ExtractMostSignificantBits();
            if (hit == 0 && Unsafe.Add(ref bucket, BucketSize - 1) != 0)
            {
                count += Search(key, ref Unsafe.Add(ref next, count));
                continue;
            }

            Unsafe.Add(ref next, count) = Unsafe.Add(ref bucket, BucketSize + (BitOperations.TrailingZeroCount(hit) & (BucketSize - 1)));
            count += hit == 0 ? 0 : 1;
        }

        return count;
    }

    // Behind a full bucket the key may stand in the next.
    private int Search(uint key, ref uint place)
    {
        for (var bucket = ((int)(key >> _shift) + 1) & (BucketCount - 1); ; bucket = (bucket + 1) & (BucketCount - 1))
        {
            var keys = _buckets.AsSpan(_start + (bucket * BucketLength), BucketSize);
            if (keys.IndexOf(key) is var found and >= 0)
            {
                place = _buckets[_start + (bucket * BucketLength) + BucketSize + found];
                return 1;
            }

            if (keys[BucketSize - 1] == 0)
            {
                return 0;
            }
        }
    }
}
