using System.Numerics;

namespace DigestBot.Attribution.Syntax;

/// <summary>
/// A linear model read only: for each feature the classes that it speaks for or against, as whole numbers. Rare features keep a short list in eight bits; the few that
/// touch many classes keep a full row in sixteen, which is added many classes at a time.
/// </summary>
internal sealed class SparseWeights
{
    /// <summary>Features that touch more classes than this keep a full row.</summary>
    public const int LongestList = 20;
    private const uint FullRow = 0xff;
    private readonly Slot[] _slots;
    private readonly int _shift;
    private readonly ushort[] _lists;
    private readonly short[] _rows;

    private SparseWeights(int classCount, int featureCount, int listLength, int rowCount)
    {
        ClassCount = classCount;
        Width = (classCount + Vector<short>.Count - 1) / Vector<short>.Count * Vector<short>.Count;
        var bits = BitOperations.Log2((uint)Math.Max(featureCount, 8)) + 2;
        _slots = new Slot[1 << bits];
        _shift = 32 - bits;
        _lists = new ushort[listLength];
        _rows = new short[rowCount * Width];
    }

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Length that score buffers must have: <see cref="ClassCount"/> rounded up for whole vectors.</summary>
    public int Width { get; }

    /// <summary>Reads a model; the reader stands behind it afterwards.</summary>
    /// <exception cref="EndOfStreamException">The model is cut short.</exception>
    public static SparseWeights Read(BinaryReader reader)
    {
        var classCount = reader.ReadInt32();
        var featureCount = reader.ReadInt32();
        var counts = reader.ReadBytes(featureCount);
        var listLength = counts.Sum(count => count > LongestList ? 0 : count);
        var weights = new SparseWeights(classCount, featureCount, listLength, counts.Count(count => count > LongestList));
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
        scores.Clear();
        foreach (var key in keys)
        {
            var index = (key * 2654435769) >> _shift;
            ref readonly var slot = ref _slots[index];
            while (slot.Key != key && slot.Key != 0)
            {
                index = (index + 1) & (uint)(_slots.Length - 1);
                slot = ref _slots[index];
            }

            if (slot.Key == 0)
            {
                continue;
            }

            if ((slot.Place & 0xff) == FullRow)
            {
                AddRow(_rows.AsSpan((int)(slot.Place >> 8) * Width, Width), scores);
                continue;
            }

            foreach (var entry in _lists.AsSpan((int)(slot.Place >> 8), (int)(slot.Place & 0xff)))
            {
                scores[entry >> 8] += (sbyte)entry;
            }
        }
    }

    private static void AddRow(ReadOnlySpan<short> row, Span<short> scores)
    {
        for (var i = 0; i < row.Length; i += Vector<short>.Count)
        {
            (new Vector<short>(scores[i..]) + new Vector<short>(row[i..])).CopyTo(scores[i..]);
        }
    }

    private void Fill(uint[] keys, byte[] counts, Entries entries)
    {
        var (place, list, row) = (0, 0, 0);
        for (var i = 0; i < keys.Length; i++)
        {
            var end = place + counts[i];
            if (counts[i] > LongestList)
            {
                Insert(new Slot(keys[i], ((uint)row << 8) | FullRow));
                for (; place < end; place++)
                {
                    _rows[(row * Width) + entries.Classes[place]] = (short)(entries.Low[place] | (entries.High[place] << 8));
                }

                row++;
            }
            else
            {
                Insert(new Slot(keys[i], ((uint)list << 8) | counts[i]));
                for (; place < end; place++)
                {
                    _lists[list++] = (ushort)((entries.Classes[place] << 8) | entries.Low[place]);
                }
            }
        }
    }

    private void Insert(Slot slot)
    {
        var index = (slot.Key * 2654435769) >> _shift;
        while (_slots[index].Key != 0)
        {
            index = (index + 1) & (uint)(_slots.Length - 1);
        }

        _slots[index] = slot;
    }

    // Low and high halves of the weights, apart because the high ones are nearly all alike and compress to almost nothing.
    private readonly record struct Entries(byte[] Classes, byte[] Low, byte[] High);

    private readonly record struct Slot(uint Key, uint Place);
}
