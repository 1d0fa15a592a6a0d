using DigestBot.Attribution;
using DigestBot.Attribution.Judging;
using DigestBot.Training.Annotations;

namespace DigestBot.Training.Judging;

/// <summary>One article with what the rules said of it and what its annotator marked, in tokens.</summary>
internal sealed class GoldRoles
{
    private GoldRoles(JudgedText text)
    {
        Text = text;
        CueLabels = new byte[text.Document.Tokens.Length];
    }

    /// <summary>The parsed article with the rules' proposals.</summary>
    public JudgedText Text { get; }

    /// <summary>For each token: outside, begins or goes on with a cue.</summary>
    public byte[] CueLabels { get; }

    /// <summary>Each marked attribution whose cue lies in one sentence, with the role of each token of that sentence.</summary>
    public List<(CueContext Cue, byte[] Roles)> Attributions { get; } = [];

    /// <summary>Aligns <paramref name="article"/>'s marks with the tokens of <paramref name="text"/>.</summary>
    public static GoldRoles Of(JudgedText text, CorpusArticle article)
    {
        GoldRoles gold = new(text);
        foreach (var attribution in article.Attributions)
        {
            gold.Add(attribution);
        }

        return gold;
    }

    private void Add(AnnotatedAttribution attribution)
    {
        // Of a cue in pieces the longest has the word that matters.
        if (attribution.Cue.Count == 0 || Text.TokensOf(attribution.Cue.MaxBy(c => c.Length)) is not { } cue)
        {
            return;
        }

        var document = Text.Document;
        var sentence = document.Sentences[document.Tokens[cue.First].Sentence];
        if (cue.Last >= sentence.Last)
        {
            return;
        }

        for (var i = cue.First; i <= cue.Last; i++)
        {
            CueLabels[i] = i == cue.First ? (byte)CueTagger.Begins : (byte)CueTagger.GoesOn;
        }

        var roles = new byte[sentence.Last - sentence.First];
        Mark(roles, sentence, attribution.Content, RoleTagger.Content);
        Mark(roles, sentence, attribution.Speaker, RoleTagger.Speaker);
        Attributions.Add((Judge.Context(Text, sentence, new FoundCue(cue.First, cue.Last, 0)), roles));
    }

    private void Mark(byte[] roles, Sentence sentence, IReadOnlyList<TextSpan> spans, int role)
    {
        foreach (var span in spans)
        {
            if (Text.TokensOf(span) is not { } range)
            {
                continue;
            }

            for (var i = Math.Max(range.First, sentence.First); i <= Math.Min(range.Last, sentence.Last - 1); i++)
            {
                roles[i - sentence.First] = (byte)role;
            }
        }
    }
}
