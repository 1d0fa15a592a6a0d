using DigestBot.Attribution.Syntax;

namespace DigestBot.Training.Parsing;

/// <summary>Writes averaged weights as <see cref="SparseWeights"/> reads them, rounded to whole numbers.</summary>
internal static class WeightsWriter
{
    /// <summary>Writes the weights of <paramref name="perceptron"/>, <paramref name="precision"/> steps for each correction, those below <paramref name="smallest"/> steps left out.</summary>
    public static void Write(BinaryWriter writer, Perceptron perceptron, float precision, int smallest) =>
        Write(writer, perceptron.ClassCount, perceptron.Averages(), precision, smallest);

    /// <summary>As the other, for the weights of any learner: <paramref name="precision"/> steps for 1.</summary>
    public static void Write(BinaryWriter writer, int classCount, IEnumerable<(uint Key, (byte Class, float Weight)[] Weights)> weights, float precision, int smallest)
    {
        var features = weights
            .Select(row => (row.Key, Weights: row.Weights
                .Select(weight => (weight.Class, Value: (short)Math.Clamp(MathF.Round(weight.Weight * precision), -short.MaxValue, short.MaxValue)))
                .Where(weight => Math.Abs(weight.Value) >= smallest).ToArray()))
            .Where(row => row.Weights.Length > 0).ToList();
        writer.Write(classCount);
        writer.Write(features.Count);
        writer.Write(features.Select(row => (byte)row.Weights.Length).ToArray());
        var last = 0u;
        foreach (var (key, _) in features)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
        }

        var values = features.SelectMany(row => row.Weights.Select(weight =>
            (weight.Class, Value: row.Weights.Length > SparseWeights.LongestList ? weight.Value : (short)Math.Clamp((int)weight.Value, -127, 127)))).ToList();
        writer.Write(values.Select(weight => weight.Class).ToArray());
        writer.Write(values.Select(weight => (byte)weight.Value).ToArray());
        writer.Write(values.Select(weight => (byte)(weight.Value >> 8)).ToArray());
    }
}
