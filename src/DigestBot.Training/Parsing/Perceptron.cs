namespace DigestBot.Training.Parsing;

/// <summary>
/// An averaged perceptron while it learns (Freund and Schapire 1999; Collins 2002). Features come to life with their first mistake, if they are frequent
/// enough; each keeps a short list of the classes that it has been corrected for.
/// </summary>
internal sealed class Perceptron(int classCount, FeatureCounts? admitted = null)
{
    private uint[] _slotKeys = new uint[1 << 16];
    private int[] _slotRows = new int[1 << 16];
    private readonly List<Row> _rows = [];
    private Cell[] _cells = new Cell[1 << 16];
    private int _cellCount;
    private int _time = 1;

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; } = classCount;

    /// <summary>Sets <paramref name="scores"/> to the sums of the present weights over all <paramref name="keys"/>.</summary>
    public void Score(ReadOnlySpan<uint> keys, Span<float> scores)
    {
        scores.Clear();
        foreach (var key in keys)
        {
            var slot = Slot(key);
            if (_slotKeys[slot] == 0)
            {
                continue;
            }

            var row = _rows[_slotRows[slot]];
            foreach (ref readonly var cell in _cells.AsSpan(row.Start, row.Count))
            {
                scores[cell.Class] += cell.Weight;
            }
        }
    }

    /// <summary>One more decision has been made.</summary>
    public void Step() => _time++;

    /// <summary>Moves the weights of all <paramref name="keys"/> from the class <paramref name="wrong"/> to <paramref name="right"/>.</summary>
    public void Correct(ReadOnlySpan<uint> keys, int right, int wrong)
    {
        foreach (var key in keys)
        {
            if (admitted is null || admitted.Admits(key))
            {
                var row = RowOf(key);
                Change(row, right, 1);
                Change(row, wrong, -1);
            }
        }
    }

    /// <summary>Adds <paramref name="by"/> to the weights of all <paramref name="keys"/> for one class.</summary>
    public void Add(ReadOnlySpan<uint> keys, int changed, float by)
    {
        foreach (var key in keys)
        {
            Change(RowOf(key), changed, by);
        }
    }

    /// <summary>The averaged weights so far, by feature in order of the keys, each with its classes in order.</summary>
    public IEnumerable<(uint Key, (byte Class, float Weight)[] Weights)> Averages() =>
        from slot in Enumerable.Range(0, _slotKeys.Length)
        where _slotKeys[slot] != 0
        orderby _slotKeys[slot]
        let row = _rows[_slotRows[slot]]
        select (_slotKeys[slot], _cells[row.Start..(row.Start + row.Count)].OrderBy(cell => cell.Class).Select(cell => (cell.Class, cell.Average(_time))).ToArray());

    private int Slot(uint key)
    {
        var mask = _slotKeys.Length - 1;
        var slot = (int)((key * 2654435769) >> 7) & mask;
        while (_slotKeys[slot] != key && _slotKeys[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private int RowOf(uint key)
    {
        var slot = Slot(key);
        if (_slotKeys[slot] == 0)
        {
            if (_rows.Count * 2 > _slotKeys.Length)
            {
                GrowSlots();
                slot = Slot(key);
            }

            (_slotKeys[slot], _slotRows[slot]) = (key, _rows.Count);
            _rows.Add(default);
        }

        return _slotRows[slot];
    }

    private void GrowSlots()
    {
        var (keys, rows) = (_slotKeys, _slotRows);
        (_slotKeys, _slotRows) = (new uint[keys.Length * 2], new int[keys.Length * 2]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                var slot = Slot(keys[i]);
                (_slotKeys[slot], _slotRows[slot]) = (keys[i], rows[i]);
            }
        }
    }

    private void Change(int index, int changed, float by)
    {
        var row = _rows[index];
        foreach (ref var cell in _cells.AsSpan(row.Start, row.Count))
        {
            if (cell.Class == changed)
            {
                cell.Change(by, _time);
                return;
            }
        }

        row = row.Count == row.Capacity ? Move(row) : row;
        _cells[row.Start + row.Count] = new Cell { Class = (byte)changed, Weight = by, Since = _time };
        _rows[index] = row with { Count = row.Count + 1 };
    }

    // A full list moves to the end of the pool, with twice the room.
    private Row Move(Row row)
    {
        var capacity = row.Capacity == 0 ? 2 : row.Capacity * 2;
        if (_cellCount + capacity > _cells.Length)
        {
            Array.Resize(ref _cells, _cells.Length * 2);
        }

        _cells.AsSpan(row.Start, row.Count).CopyTo(_cells.AsSpan(_cellCount));
        var moved = new Row(_cellCount, row.Count, capacity);
        _cellCount += capacity;
        return moved;
    }

    private readonly record struct Row(int Start, int Count, int Capacity);

    private struct Cell
    {
        public float Weight;
        public byte Class;
        public int Since;
        private double _total;

        public void Change(float by, int time)
        {
            _total += (double)Weight * (time - Since);
            (Weight, Since) = (Weight + by, time);
        }

        public readonly float Average(int time) => (float)((_total + ((double)Weight * (time - Since))) / time);
    }
}
