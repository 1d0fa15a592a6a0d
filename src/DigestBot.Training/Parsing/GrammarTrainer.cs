using DigestBot.Attribution.Syntax;

namespace DigestBot.Training.Parsing;

/// <summary>How long to train: passes over the data.</summary>
internal sealed record TrainingRounds(int Tagger, int FoldTagger, int Parser)
{
    /// <summary>What the shipped models are trained with.</summary>
    public static TrainingRounds Full { get; } = new(6, 3, 6);
}

/// <summary>Trains tagger and parser together: the parser sees tags as the tagger guesses them on sentences that it was not trained on.</summary>
internal static class GrammarTrainer
{
    private const int Folds = 5;

    /// <summary>A grammar in model form, not compressed. The same sentences and rounds give the same bytes.</summary>
    public static byte[] Train(IReadOnlyList<TreebankSentence> sentences, TrainingRounds rounds)
    {
        var tags = sentences.SelectMany(sentence => sentence.Tags).Distinct().Order(StringComparer.Ordinal).ToArray();
        var tagger = TaggerTrainer.Train(sentences, tags, rounds.Tagger);
        TagByFolds(sentences, tags, rounds.FoldTagger);
        return [.. tagger, .. ParserTrainer.Train(sentences, tags, rounds.Parser)];
    }

    /// <summary>Tags each fifth of the sentences by a tagger that was trained on the other four.</summary>
    private static void TagByFolds(IReadOnlyList<TreebankSentence> sentences, string[] tags, int rounds)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = sentences.Where((_, index) => index % Folds != fold).ToList();
            using var model = new BinaryReader(new MemoryStream(TaggerTrainer.Train(others, tags, rounds)));
            var tagger = PosTagger.Read(model);
            foreach (var sentence in sentences.Where((_, index) => index % Folds == fold))
            {
                tagger.Tag(sentence.Document, sentence.Whole);
            }
        }
    }
}
