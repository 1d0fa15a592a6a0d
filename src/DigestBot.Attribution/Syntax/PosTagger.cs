namespace DigestBot.Attribution.Syntax;

/// <summary>Gives each word its Penn Treebank tag, from left to right, by an averaged perceptron (Collins 2002).</summary>
internal sealed class PosTagger
{
    private readonly string[] _tags;
    private readonly SparseWeights _weights;

    private PosTagger(string[] tags, SparseWeights weights)
    {
        _tags = tags;
        _weights = weights;
    }

    /// <summary>All tags, by <see cref="Token.TagCode"/>.</summary>
    public IReadOnlyList<string> Tags => _tags;

    /// <summary>The code of a tag that the model knows.</summary>
    public byte CodeOf(string tag) => (byte)Array.IndexOf(_tags, tag);

    /// <summary>Reads a tagger; the reader stands behind it afterwards.</summary>
    /// <exception cref="EndOfStreamException">The model is cut short.</exception>
    public static PosTagger Read(BinaryReader reader) => new(ModelFile.ReadNames(reader), SparseWeights.Read(reader));

    /// <summary>Sets form and tag of all words of <paramref name="sentence"/>.</summary>
    public void Tag(Document document, Sentence sentence)
    {
        var tokens = document.Tokens;
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            tokens[i].Form = WordForm.Of(document.Word(i));
        }

        Span<uint> buffer = stackalloc uint[TaggerFeatures.Most];
        Span<short> scores = stackalloc short[_weights.Width];
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            var keys = new FeatureKeys(buffer);
            TaggerFeatures.Add(ref keys, document, sentence, i);
            _weights.Score(keys.All, scores);
            var best = Best(scores[.._tags.Length]);
            tokens[i].TagCode = (byte)best;
            tokens[i].Tag = _tags[best];
        }
    }

    private static int Best(ReadOnlySpan<short> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}
