namespace DigestBot.Attribution.Syntax;

/// <summary>
/// Gives each word its head and relation (Universal Dependencies with subtypes), greedily from left to right by arc-hybrid transitions, with an averaged
/// perceptron that was trained along its own mistakes (dynamic oracle, Goldberg and Nivre 2013). Time is linear in the sentence.
/// </summary>
internal sealed class DependencyParser
{
    /// <summary>The relation of a sentence's main word.</summary>
    public const string RootLabel = "root";

    [ThreadStatic]
    private static ParserState? _state;

    private readonly Transitions _transitions;
    private readonly PassedMarks _marks;
    private readonly SparseWeights _weights;

    private DependencyParser(Transitions transitions, PassedMarks marks, SparseWeights weights)
    {
        _transitions = transitions;
        _marks = marks;
        _weights = weights;
    }

    /// <summary>Reads a parser that works on <paramref name="tags"/>; the reader stands behind it afterwards.</summary>
    /// <exception cref="EndOfStreamException">The model is cut short.</exception>
    public static DependencyParser Read(BinaryReader reader, IReadOnlyList<string> tags) =>
        new(Transitions.Read(reader), new PassedMarks(tags), SparseWeights.Read(reader));

    /// <summary>Sets head and relation of all words of <paramref name="sentence"/>, which has been tagged. Exactly one word is the root.</summary>
    public void Parse(Document document, Sentence sentence)
    {
        var state = _state ??= new ParserState();
        state.Start(document, sentence, _marks);
        Span<uint> buffer = stackalloc uint[ParserFeatures.Most];
        Span<short> scores = stackalloc short[_weights.Width];
        while (!state.IsFinished)
        {
            if (!_transitions.TryForced(state))
            {
                var keys = new FeatureKeys(buffer);
                ParserFeatures.Add(ref keys, state);
                _weights.Score(keys.All, scores);
                _transitions.Apply(state, Best(scores, _transitions.Allowed(state)));
            }
        }

        for (var i = 0; i < state.Count; i++)
        {
            ref var token = ref document.Tokens[sentence.First + i];
            token.Head = state.Heads[i] == state.Root ? -1 : sentence.First + state.Heads[i];
            token.Label = _transitions.Labels[state.Labels[i]];
        }
    }

    private static int Best(ReadOnlySpan<short> scores, AllowedSteps allowed)
    {
        var best = allowed.First;
        for (var i = allowed.First + 1; i < allowed.End; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}
