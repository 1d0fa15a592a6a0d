using DigestBot.Attribution.Syntax;

namespace DigestBot.Training.Parsing;

/// <summary>Trains the parser on gold trees over predicted tags, exploring its own mistakes.</summary>
internal sealed class ParserTrainer
{
    /// <summary>Steps of the shipped weights in one correction of the perceptron.</summary>
    private const float Precision = 10;

    /// <summary>Weights of fewer steps are left out.</summary>
    private const int SmallestWeight = 8;

    /// <summary>Features seen fewer times are not learnt.</summary>
    private const byte LeastCount = 15;

    // Goldberg and Nivre's k and p: from the second round on, nine of ten mistakes are followed.
    private const double FollowedMistakes = 0.9;

    private readonly IReadOnlyList<TreebankSentence> _sentences;
    private readonly Oracle[] _oracles;
    private readonly Transitions _transitions;
    private readonly PassedMarks _marks;
    private readonly Perceptron _perceptron;
    private readonly ParserState _state = new();
    private readonly Random _random = new(29);

    private ParserTrainer(IReadOnlyList<TreebankSentence> sentences, IReadOnlyList<string> tags)
    {
        _sentences = sentences;
        _marks = new PassedMarks(tags);
        var labels = sentences.SelectMany(sentence => sentence.Labels).Distinct().Order(StringComparer.Ordinal).ToArray();
        _oracles = [.. sentences.Select(sentence => OracleOf(sentence, labels))];
        _transitions = new Transitions(labels, LabelsOn(left: true), LabelsOn(left: false));
        _perceptron = new Perceptron(_transitions.Count, CountFeatures());
    }

    /// <summary>A parser over <paramref name="tags"/>, in model form. The words of <paramref name="sentences"/> carry predicted tags.</summary>
    public static byte[] Train(IReadOnlyList<TreebankSentence> sentences, IReadOnlyList<string> tags, int rounds)
    {
        var trainer = new ParserTrainer(sentences, tags);
        for (var round = 0; round < rounds; round++)
        {
            trainer.LearnAll(explores: round > 0);
        }

        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        trainer._transitions.Write(writer);
        WeightsWriter.Write(writer, trainer._perceptron, Precision, SmallestWeight);
        return stream.ToArray();
    }

    private static Oracle OracleOf(TreebankSentence sentence, string[] labels)
    {
        var heads = Projectivity.Lift(sentence.Heads).Select(head => head < 0 ? sentence.Count : head).ToArray();
        return new Oracle(heads, [.. sentence.Labels.Select(label => (byte)Array.IndexOf(labels, label))]);
    }

    private byte[] LabelsOn(bool left) =>
    [
        .. _oracles.Zip(_sentences)
            .SelectMany(pair => Enumerable.Range(0, pair.Second.Count)
                .Where(word => pair.First.Head(word) != pair.Second.Count && pair.First.Head(word) > word == left)
                .Select(pair.First.Label))
            .Distinct().Order(),
    ];

    // Along one right way through each sentence.
    private FeatureCounts CountFeatures()
    {
        var counts = new FeatureCounts(LeastCount);
        Span<uint> buffer = stackalloc uint[ParserFeatures.Most];
        Span<float> scores = stackalloc float[_transitions.Count];
        foreach (var (sentence, oracle) in _sentences.Zip(_oracles))
        {
            _state.Start(sentence.Document, sentence.Whole, _marks);
            while (!_state.IsFinished)
            {
                if (!_transitions.TryForced(_state))
                {
                    var keys = new FeatureKeys(buffer);
                    ParserFeatures.Add(ref keys, _state);
                    counts.Add(keys.All);
                    _transitions.Apply(_state, new StepChoice(_transitions, _state, oracle).BestRight(scores));
                }
            }
        }

        return counts;
    }

    private void LearnAll(bool explores)
    {
        var order = Enumerable.Range(0, _sentences.Count).ToArray();
        _random.Shuffle(order);
        foreach (var index in order)
        {
            Learn(_sentences[index], _oracles[index], explores);
        }
    }

    private void Learn(TreebankSentence sentence, Oracle oracle, bool explores)
    {
        Span<uint> buffer = stackalloc uint[ParserFeatures.Most];
        Span<float> scores = stackalloc float[_perceptron.ClassCount];
        _state.Start(sentence.Document, sentence.Whole, _marks);
        while (!_state.IsFinished)
        {
            if (_transitions.TryForced(_state))
            {
                continue;
            }

            var keys = new FeatureKeys(buffer);
            ParserFeatures.Add(ref keys, _state);
            _perceptron.Score(keys.All, scores);
            _perceptron.Step();
            var choice = new StepChoice(_transitions, _state, oracle);
            var guess = choice.Best(scores);
            if (choice.IsRight(guess))
            {
                _transitions.Apply(_state, guess);
                continue;
            }

            var right = choice.BestRight(scores);
            _perceptron.Correct(keys.All, right, guess);
            _transitions.Apply(_state, explores && _random.NextDouble() < FollowedMistakes ? guess : right);
        }
    }
}
