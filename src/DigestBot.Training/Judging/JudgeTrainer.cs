using DigestBot.Attribution;
using DigestBot.Attribution.Judging;
using DigestBot.Attribution.Syntax;
using DigestBot.Training.Parsing;

namespace DigestBot.Training.Judging;

/// <summary>Trains the judge's two taggers, cues by logistic regression and roles by the structured perceptron, in an order fixed by a seed: the same articles give the same bytes.</summary>
internal sealed class JudgeTrainer(IReadOnlyList<GoldRoles> articles)
{
    private const int Seed = 20121229;
    private const int CueRounds = 6;
    private const int RoleRounds = 8;
    private const float Rate = 0.03f;
    private const float Decay = 1e-4f;

    // Steps of the shipped whole numbers for a weight of 1; weights that round to nothing are left out.
    private const float CuePrecision = 64;
    private const float RolePrecision = 6;
    private const int Smallest = 1;

    /// <summary>Trains and writes the model as <see cref="Judge.Read"/> reads it.</summary>
    public void Write(BinaryWriter writer)
    {
        WeightsWriter.Write(writer, CueTagger.Labels, TrainCues().Weights(), CuePrecision, Smallest);
        WeightsWriter.Write(writer, TrainRoles(), RolePrecision, Smallest);
    }

    private Softmax TrainCues()
    {
        Softmax softmax = new(CueTagger.Labels, Rate, Decay);
        (GoldRoles Gold, Sentence Sentence)[] sentences = [.. articles.SelectMany(a => a.Text.Document.Sentences.Select(s => (a, s)))];
        Random random = new(Seed);
        for (var round = 0; round < CueRounds; round++)
        {
            random.Shuffle(sentences);
            foreach ((var gold, var sentence) in sentences)
            {
                LearnCues(softmax, gold, sentence);
            }
        }
        return softmax;
    }

    private static void LearnCues(Softmax softmax, GoldRoles gold, Sentence sentence)
    {
        Span<uint> buffer = stackalloc uint[CueFeatures.Most];
        Span<float> scores = stackalloc float[CueTagger.Labels];
        var last = CueTagger.Start;
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            FeatureKeys keys = new(buffer);
            CueFeatures.Add(ref keys, gold.Text, sentence, i, last);
            softmax.Score(keys.All, scores);
            softmax.Learn(keys.All, scores, gold.CueLabels[i]);
            last = gold.CueLabels[i];
        }
    }

    private Perceptron TrainRoles()
    {
        Perceptron perceptron = new(RoleTagger.Roles);
        (GoldRoles Gold, CueContext Cue, byte[] Roles)[] attributions = [.. articles.SelectMany(a => a.Attributions.Select(t => (a, t.Cue, t.Roles)))];
        Random random = new(Seed);
        for (var round = 0; round < RoleRounds; round++)
        {
            random.Shuffle(attributions);
            foreach ((var gold, var cue, var roles) in attributions)
            {
                LearnRoles(perceptron, gold.Text, cue, roles);
            }
        }
        return perceptron;
    }

    private static void LearnRoles(Perceptron perceptron, JudgedText text, in CueContext cue, byte[] right)
    {
        var guessed = Guess(perceptron, text, cue);
        perceptron.Step();
        Span<uint> buffer = stackalloc uint[RoleFeatures.Most];
        for (var i = 0; i < right.Length; i++)
        {
            var token = cue.Sentence.First + i;
            if (right[i] != guessed[i])
            {
                FeatureKeys keys = new(buffer);
                RoleFeatures.Add(ref keys, text, cue, token);
                perceptron.Correct(keys.All, right[i], guessed[i]);
            }
            uint lastRight = i == 0 ? RoleTagger.Start : right[i - 1], lastGuessed = i == 0 ? RoleTagger.Start : guessed[i - 1];
            if (right[i] == guessed[i] && lastRight == lastGuessed)
            {
                continue;
            }

            FeatureKeys rightKeys = new(buffer);
            RoleFeatures.AddTransition(ref rightKeys, text, cue, token, lastRight);
            perceptron.Add(rightKeys.All, right[i], 1);
            FeatureKeys guessedKeys = new(buffer);
            RoleFeatures.AddTransition(ref guessedKeys, text, cue, token, lastGuessed);
            perceptron.Add(guessedKeys.All, guessed[i], -1);
        }
    }

    private static byte[] Guess(Perceptron perceptron, JudgedText text, in CueContext cue)
    {
        RolePath path = new(cue.Sentence.Last - cue.Sentence.First);
        Span<uint> buffer = stackalloc uint[RoleFeatures.Most];
        Span<float> scores = stackalloc float[RoleTagger.Roles];
        Span<float> steps = stackalloc float[(RoleTagger.Roles + 1) * RoleTagger.Roles];
        for (var i = cue.Sentence.First; i < cue.Sentence.Last; i++)
        {
            for (uint last = 0; last <= RoleTagger.Roles; last++)
            {
                FeatureKeys stepKeys = new(buffer);
                RoleFeatures.AddTransition(ref stepKeys, text, cue, i, last);
                perceptron.Score(stepKeys.All, steps.Slice((int)last * RoleTagger.Roles, RoleTagger.Roles));
            }
            FeatureKeys keys = new(buffer);
            RoleFeatures.Add(ref keys, text, cue, i);
            perceptron.Score(keys.All, scores);
            path.Add(i - cue.Sentence.First, scores, steps);
        }
        return path.Best();
    }
}
