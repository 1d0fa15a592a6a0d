using DigestBot.Attribution.Syntax;

namespace DigestBot.Training.Parsing;

/// <summary>Trains the tagger on gold tags; the two tags before are the tagger's own guesses, as they will be later.</summary>
internal static class TaggerTrainer
{
    /// <summary>Steps of the shipped weights in one correction of the perceptron.</summary>
    private const float Precision = 10;

    /// <summary>Weights of fewer steps are left out.</summary>
    private const int SmallestWeight = 3;

    /// <summary>Features seen fewer times are not learnt.</summary>
    private const byte LeastCount = 3;

    /// <summary>A tagger with the tags of <paramref name="tags"/>, in model form.</summary>
    public static byte[] Train(IReadOnlyList<TreebankSentence> sentences, IReadOnlyList<string> tags, int rounds)
    {
        var codes = tags.Select((tag, code) => (tag, code)).ToDictionary(pair => pair.tag, pair => pair.code);
        var perceptron = new Perceptron(tags.Count, CountFeatures(sentences, codes));
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(17);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                Learn(perceptron, sentences[index], codes);
            }
        }

        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        ModelFile.WriteNames(writer, tags);
        WeightsWriter.Write(writer, perceptron, Precision, SmallestWeight);
        return stream.ToArray();
    }

    private static FeatureCounts CountFeatures(IReadOnlyList<TreebankSentence> sentences, Dictionary<string, int> codes)
    {
        var counts = new FeatureCounts(LeastCount);
        Span<uint> buffer = stackalloc uint[TaggerFeatures.Most];
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                var keys = new FeatureKeys(buffer);
                TaggerFeatures.Add(ref keys, sentence.Document, sentence.Whole, i);
                counts.Add(keys.All);
                sentence.Document.Tokens[i].TagCode = (byte)codes[sentence.Tags[i]];
            }
        }

        return counts;
    }

    private static void Learn(Perceptron perceptron, TreebankSentence sentence, Dictionary<string, int> codes)
    {
        Span<uint> buffer = stackalloc uint[TaggerFeatures.Most];
        Span<float> scores = stackalloc float[perceptron.ClassCount];
        for (var i = 0; i < sentence.Count; i++)
        {
            var keys = new FeatureKeys(buffer);
            TaggerFeatures.Add(ref keys, sentence.Document, sentence.Whole, i);
            perceptron.Score(keys.All, scores);
            var guess = Best(scores);
            var right = codes[sentence.Tags[i]];
            perceptron.Step();
            if (guess != right)
            {
                perceptron.Correct(keys.All, right, guess);
            }

            sentence.Document.Tokens[i].TagCode = (byte)guess;
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}
