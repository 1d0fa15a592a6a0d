using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Judging;

/// <summary>
/// Given a cue, labels each token of its sentence as content, speaker or neither, all tokens together: the best path by Viterbi's algorithm under
/// weights learned by the structured averaged perceptron (Collins 2002).
/// </summary>
internal sealed class RoleTagger(SparseWeights weights)
{
    public const int None = 0;
    public const int Content = 1;
    public const int Speaker = 2;

    /// <summary>Number of roles.</summary>
    public const int Roles = 3;

    /// <summary>Role before the first token.</summary>
    public const uint Start = 3;

    /// <summary>The role of each token of the cue's sentence.</summary>
    public byte[] Label(JudgedText text, in CueContext cue)
    {
        var sentence = cue.Sentence;
        RolePath path = new(sentence.Last - sentence.First);
        Span<uint> buffer = stackalloc uint[RoleFeatures.Most];
        Span<short> sums = stackalloc short[weights.Width];
        Span<float> scores = stackalloc float[Roles];
        Span<float> steps = stackalloc float[(Roles + 1) * Roles];
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            FeatureKeys keys = new(buffer);
            RoleFeatures.Add(ref keys, text, cue, i);
            weights.Score(keys.All, sums);
            for (var role = 0; role < Roles; role++)
            {
                scores[role] = sums[role];
            }

            for (uint last = 0; last <= Roles; last++)
            {
                FeatureKeys stepKeys = new(buffer);
                RoleFeatures.AddTransition(ref stepKeys, text, cue, i, last);
                weights.Score(stepKeys.All, sums);
                for (var role = 0; role < Roles; role++)
                {
                    steps[((int)last * Roles) + role] = sums[role];
                }
            }
            path.Add(i - sentence.First, scores, steps);
        }
        return path.Best();
    }
}
