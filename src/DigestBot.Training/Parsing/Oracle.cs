using DigestBot.Attribution.Syntax;

namespace DigestBot.Training.Parsing;

/// <summary>
/// The dynamic oracle for arc-hybrid (Goldberg and Nivre 2013): how many gold arcs each step makes impossible, whatever mistakes came before.
/// Heads are places of a <see cref="ParserState"/>, the root among them; labels are numbers.
/// </summary>
internal sealed class Oracle(int[] heads, byte[] labels)
{
    /// <summary>The gold head of <paramref name="word"/>.</summary>
    public int Head(int word) => heads[word];

    /// <summary>The gold relation of <paramref name="word"/>.</summary>
    public byte Label(int word) => labels[word];

    /// <summary>Gold arcs lost by shifting.</summary>
    public int ShiftCost(ParserState state)
    {
        var (word, cost) = (state.Buffer, 0);
        for (var depth = 0; depth < state.Depth; depth++)
        {
            var other = state.Stack(depth);
            cost += heads[other] == word || (depth > 0 && heads[word] == other) ? 1 : 0;
        }

        return cost;
    }

    /// <summary>Gold arcs lost by a left arc.</summary>
    public int LeftCost(ParserState state)
    {
        var word = state.Stack(0);
        var isLost = heads[word] > state.Buffer || (state.Depth > 1 && heads[word] == state.Stack(1));
        return DependentsAhead(state, word) + (isLost ? 1 : 0);
    }

    /// <summary>Gold arcs lost by a right arc.</summary>
    public int RightCost(ParserState state)
    {
        var word = state.Stack(0);
        return DependentsAhead(state, word) + (heads[word] >= state.Buffer ? 1 : 0);
    }

    private int DependentsAhead(ParserState state, int word)
    {
        var count = 0;
        for (var other = state.Buffer; other < state.Count; other++)
        {
            count += heads[other] == word ? 1 : 0;
        }

        return count;
    }
}
