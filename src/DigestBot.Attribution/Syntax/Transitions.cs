namespace DigestBot.Attribution.Syntax;

/// <summary>The classes that are allowed in one state: [First, End).</summary>
internal readonly record struct AllowedSteps(int First, int End);

/// <summary>
/// The steps of the arc-hybrid system as the model's classes, in an order in which those allowed in a state are always neighbours: first the
/// left arcs by relation, then the shift, then the right arcs by relation.
/// </summary>
internal sealed class Transitions
{
    private readonly byte[] _left;
    private readonly byte[] _right;
    private readonly byte _root;

    /// <summary>All steps for <paramref name="labels"/>, given those that stand on arcs to the left and to the right.</summary>
    public Transitions(string[] labels, byte[] left, byte[] right)
    {
        Labels = labels;
        _left = left;
        _right = right;
        _root = (byte)Array.IndexOf(labels, DependencyParser.RootLabel);
    }

    /// <summary>Relations by number.</summary>
    public string[] Labels { get; }

    /// <summary>The class of the shift.</summary>
    public int Shift => _left.Length;

    /// <summary>Number of classes.</summary>
    public int Count => _left.Length + 1 + _right.Length;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Transitions Read(BinaryReader reader)
    {
        var labels = ModelFile.ReadNames(reader);
        var left = reader.ReadBytes(reader.ReadInt32());
        return new Transitions(labels, left, reader.ReadBytes(reader.ReadInt32()));
    }

    /// <summary>Writes the steps.</summary>
    public void Write(BinaryWriter writer)
    {
        ModelFile.WriteNames(writer, Labels);
        writer.Write(_left.Length);
        writer.Write(_left);
        writer.Write(_right.Length);
        writer.Write(_right);
    }

    /// <summary>Takes the step that is the only one possible in <paramref name="state"/>, if there is one.</summary>
    public bool TryForced(ParserState state)
    {
        if (state.Depth == 0)
        {
            state.Shift();
            return true;
        }

        if (state.Buffer == state.Root && state.Depth == 1)
        {
            state.Left(_root);
            return true;
        }

        return false;
    }

    /// <summary>The classes allowed in <paramref name="state"/> where no step is forced; the root takes only one dependent.</summary>
    public AllowedSteps Allowed(ParserState state) => new(
        state.Buffer == state.Root ? Shift + 1 : 0,
        state.Depth > 1 ? Count : Shift + 1);

    /// <summary>Takes the step of class <paramref name="step"/>.</summary>
    public void Apply(ParserState state, int step)
    {
        if (step == Shift)
        {
            state.Shift();
        }
        else if (step < Shift)
        {
            state.Left(_left[step]);
        }
        else
        {
            state.Right(_right[step - Shift - 1]);
        }
    }

    /// <summary>The class of an arc with relation <paramref name="label"/>, or -1 where the model has no such arc.</summary>
    public int Of(bool isLeft, byte label)
    {
        var place = Array.IndexOf(isLeft ? _left : _right, label);
        return place < 0 ? -1 : isLeft ? place : Shift + 1 + place;
    }
}
