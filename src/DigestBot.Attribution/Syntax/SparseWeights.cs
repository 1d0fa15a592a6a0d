using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DigestBot.Attribution.Syntax;

/// <summary>
/// A linear model read only: for each feature the classes that it speaks for or against, as whole numbers. Features that touch few of many classes keep a
/// block of entries; the others a row over all classes, in eight bits or in sixteen, which is added many classes at a time.
/// </summary>
internal sealed class SparseWeights
{
    /// <summary>Features that touch more classes than this have weights of sixteen bits.</summary>
    public const int LongestList = 20;

    private const int BlockLength = 8;
    private const int Kinds = 3;
    private const int Narrow = 1;
    private const int Wide = 2;
    private static readonly int _step = Vector256<sbyte>.Count;
    private static readonly int _shortWidth = Vector128<short>.Count;

    private readonly FeatureTable _features;
    private readonly ushort[] _blocks;
    private readonly sbyte[] _narrow;
    private readonly short[] _wide;

    private SparseWeights(int classCount, byte[] counts)
    {
        ClassCount = classCount;

        // One class more, for the empty entries of blocks.
        Width = classCount <= _shortWidth ? _shortWidth : (classCount + _step) / _step * _step;
        _features = new FeatureTable(counts.Length);
        _blocks = new ushort[counts.Count(count => KindOf(count) == 0) * BlockLength];
        _narrow = new sbyte[counts.Count(count => KindOf(count) == Narrow) * Width];
        _wide = new short[counts.Count(count => KindOf(count) == Wide) * Width];
        Array.Fill(_blocks, (ushort)(classCount << 8));
    }

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Length that score buffers must have: more than <see cref="ClassCount"/>, for whole vectors.</summary>
    public int Width { get; }

    /// <summary>Reads a model; the reader stands behind it afterwards.</summary>
    /// <exception cref="EndOfStreamException">The model is cut short.</exception>
    public static SparseWeights Read(BinaryReader reader)
    {
        var classCount = reader.ReadInt32();
        var featureCount = reader.ReadInt32();
        var counts = reader.ReadBytes(featureCount);
        var weights = new SparseWeights(classCount, counts);
        var keys = new uint[featureCount];
        for (var i = 0; i < featureCount; i++)
        {
            keys[i] = (i == 0 ? 0 : keys[i - 1]) + (uint)reader.Read7BitEncodedInt();
        }

        var total = counts.Sum(count => count);
        weights.Fill(keys, counts, new Entries(reader.ReadBytes(total), reader.ReadBytes(total), reader.ReadBytes(total)));
        return weights;
    }

    /// <summary>Sets <paramref name="scores"/> (length <see cref="Width"/>) to the sums over all <paramref name="keys"/>.</summary>
    public void Score(ReadOnlySpan<uint> keys, Span<short> scores)
    {
        Span<uint> places = stackalloc uint[keys.Length + 1];
        places = places[.._features.Find(keys, places)];
        if (Width == _shortWidth)
        {
            AddShortRows(places, scores);
            return;
        }

        Span<uint> byKind = stackalloc uint[keys.Length * Kinds];
        Span<int> counts = stackalloc int[Kinds];
        counts.Clear();
        foreach (var place in places)
        {
            var kind = (int)(place & 3);
            byKind[(kind * keys.Length) + counts[kind]++] = place >> 2;
        }

        AddRows(byKind.Slice(Narrow * keys.Length, counts[Narrow]), byKind.Slice(Wide * keys.Length, counts[Wide]), scores);
        AddBlocks(byKind[..counts[0]], scores);
    }

    private int KindOf(int count) => Width == _shortWidth ? Wide : count <= BlockLength ? 0 : count <= LongestList ? Narrow : Wide;

    private void AddShortRows(ReadOnlySpan<uint> places, Span<short> scores)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_wide);
        var sum = Vector128<short>.Zero;
        foreach (var place in places)
        {
            sum += Vector128.LoadUnsafe(ref rows, place >> 2);
        }

        sum.CopyTo(scores);
    }

    private void AddRows(ReadOnlySpan<uint> narrow, ReadOnlySpan<uint> wide, Span<short> scores)
    {
        ref var narrowRows = ref MemoryMarshal.GetArrayDataReference(_narrow);
        ref var wideRows = ref MemoryMarshal.GetArrayDataReference(_wide);
        for (var i = 0; i < Width; i += _step)
        {
            var (low, high) = (Vector256<short>.Zero, Vector256<short>.Zero);
            foreach (var row in narrow)
            {
                var (rowLow, rowHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref narrowRows, row + (nuint)i));
                (low, high) = (low + rowLow, high + rowHigh);
            }

            foreach (var row in wide)
            {
                low += Vector256.LoadUnsafe(ref wideRows, row + (nuint)i);
                high += Vector256.LoadUnsafe(ref wideRows, row + (nuint)i + (nuint)Vector256<short>.Count);
            }

            low.CopyTo(scores[i..]);
            high.CopyTo(scores[(i + Vector256<short>.Count)..]);
        }
    }

    private void AddBlocks(ReadOnlySpan<uint> blocks, Span<short> scores)
    {
        // Classes in blocks are below the width, as Fill has checked.
        ref var score = ref MemoryMarshal.GetReference(scores);
        foreach (var block in blocks)
        {
            foreach (var entry in _blocks.AsSpan((int)block, BlockLength))
            {
                Unsafe.Add(ref score, entry >> 8) += (sbyte)entry;
            }
        }
    }

    private void Fill(uint[] keys, byte[] counts, Entries entries)
    {
        Span<int> next = stackalloc int[Kinds];
        next.Clear();
        var place = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            var kind = KindOf(counts[i]);
            _features.Add(keys[i], ((uint)next[kind] << 2) | (uint)kind);
            for (var k = 0; k < counts[i]; k++, place++)
            {
                Set(kind, next[kind], k, entries.Classes[place], (short)(entries.Low[place] | (entries.High[place] << 8)));
            }

            next[kind] += kind == 0 ? BlockLength : Width;
        }
    }

    private void Set(int kind, int start, int index, int ofClass, short weight)
    {
        if (ofClass >= ClassCount)
        {
            throw new InvalidDataException($"The model speaks of class {ofClass}, but has {ClassCount}.");
        }

        switch (kind)
        {
            case Narrow:
                _narrow[start + ofClass] = (sbyte)weight;
                break;
            case Wide:
                _wide[start + ofClass] = weight;
                break;
            default:
                _blocks[start + index] = (ushort)((ofClass << 8) | (byte)weight);
                break;
        }
    }

    // Low and high halves of the weights, apart because the high ones are nearly all alike and compress to almost nothing.
    private readonly record struct Entries(byte[] Classes, byte[] Low, byte[] High);
}
