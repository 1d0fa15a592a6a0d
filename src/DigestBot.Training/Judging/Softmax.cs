using System.Runtime.InteropServices;

namespace DigestBot.Training.Judging;

/// <summary>
/// Multinomial logistic regression while it learns: stochastic gradient with a step for each weight (AdaGrad, Duchi et al. 2011). Unlike a
/// perceptron it does not stop at the first separation, and its scores say how sure it is.
/// </summary>
internal sealed class Softmax(int classCount, float rate, float decay)
{
    private const float Tiny = 1e-6f;
    private readonly Dictionary<uint, int> _rows = [];
    private readonly List<float> _weights = [];
    private readonly List<float> _squares = [];

    /// <summary>Sets <paramref name="scores"/> to the sums of the weights over all <paramref name="keys"/>.</summary>
    public void Score(ReadOnlySpan<uint> keys, Span<float> scores)
    {
        scores.Clear();
        foreach (var key in keys)
        {
            if (!_rows.TryGetValue(key, out var row))
            {
                continue;
            }

            for (var c = 0; c < classCount; c++)
            {
                scores[c] += _weights[(row * classCount) + c];
            }
        }
    }

    /// <summary>One step towards <paramref name="right"/>; <paramref name="scores"/> as <see cref="Score"/> has set them.</summary>
    public void Learn(ReadOnlySpan<uint> keys, Span<float> scores, int right)
    {
        Normalise(scores);
        foreach (var key in keys)
        {
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out var exists);
            if (!exists)
            {
                row = _weights.Count / classCount;
                for (var c = 0; c < classCount; c++)
                {
                    _weights.Add(0);
                    _squares.Add(0);
                }
            }
            for (var c = 0; c < classCount; c++)
            {
                Step((row * classCount) + c, scores[c] - (c == right ? 1 : 0));
            }
        }
    }

    /// <summary>The weights by feature in order of the keys, each with its classes in order.</summary>
    public IEnumerable<(uint Key, (byte Class, float Weight)[] Weights)> Weights() =>
        from row in _rows
        orderby row.Key
        select (row.Key, Enumerable.Range(0, classCount).Select(c => ((byte)c, _weights[(row.Value * classCount) + c])).ToArray());

    private void Step(int cell, float slope)
    {
        slope += decay * _weights[cell];
        _squares[cell] += slope * slope;
        _weights[cell] -= rate * slope / (MathF.Sqrt(_squares[cell]) + Tiny);
    }

    private void Normalise(Span<float> scores)
    {
        float most = float.MinValue, sum = 0;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        for (var c = 0; c < classCount; c++)
        {
            sum += scores[c] = MathF.Exp(scores[c] - most);
        }

        for (var c = 0; c < classCount; c++)
        {
            scores[c] /= sum;
        }
    }
}
