using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Judging;

/// <summary>
/// What tells a cue: the word with its neighbours, its place in the parse and its dependents (does it have a subject, a clause?), quotations
/// nearby, what the lexicon knows and what the rules said.
/// </summary>
internal static class CueFeatures
{
    /// <summary>Most features of one token.</summary>
    public const int Most = 72;

    /// <summary>Adds the features of token <paramref name="i"/> in <paramref name="sentence"/> after the label <paramref name="last"/>.</summary>
    public static void Add(ref FeatureKeys keys, JudgedText text, Sentence sentence, int i, uint last)
    {
        AddWords(ref keys, text, sentence, i);
        AddSyntax(ref keys, text, sentence, i);
        AddSurroundings(ref keys, text, sentence, i);
        var token = text.Document.Tokens[i];
        uint rule = text.RuleCue(i), lexicon = text.Lexicon(i);
        keys.Add(50, rule);
        keys.Add(51, rule, last);
        keys.Add(52, rule, token.Form);
        keys.Add(53, rule, token.TagCode, lexicon & JudgedText.Parts);
        keys.Add(54, rule, RuleAt(text, sentence, i - 1), RuleAt(text, sentence, i + 1));
        keys.Add(55, last);
        keys.Add(56, last, token.Form);
        keys.Add(57, last, token.TagCode);
        keys.Add(58, last, token.TagCode, FormAt(text, sentence, i - 1));
        keys.Add(59, last, text.Labels[i], token.TagCode);
    }

    private static void AddWords(ref FeatureKeys keys, JudgedText text, Sentence sentence, int i)
    {
        var word = text.Document.Word(i);
        var token = text.Document.Tokens[i];
        uint before = FormAt(text, sentence, i - 1), after = FormAt(text, sentence, i + 1);
        var lexicon = text.Lexicon(i);
        keys.Add(1, token.Form);
        keys.Add(2, token.TagCode);
        keys.Add(3, token.Form, token.TagCode);
        keys.Add(4, before);
        keys.Add(5, after);
        keys.Add(6, before, token.Form);
        keys.Add(7, token.Form, after);
        keys.Add(8, TagAt(text, sentence, i - 1), token.TagCode, TagAt(text, sentence, i + 1));
        keys.Add(9, TagAt(text, sentence, i - 2), TagAt(text, sentence, i - 1), token.TagCode);
        keys.Add(10, token.TagCode, TagAt(text, sentence, i + 1), TagAt(text, sentence, i + 2));
        keys.Add(11, FormAt(text, sentence, i - 2), before);
        keys.Add(12, after, FormAt(text, sentence, i + 2));
        keys.Add(13, WordForm.Affix(word, 3), token.TagCode);
        keys.Add(14, WordForm.Shape(word));
        keys.Add(15, lexicon);
        keys.Add(16, lexicon & JudgedText.Parts, token.TagCode);
        keys.Add(17, lexicon >> JudgedText.ActsAt, token.TagCode);
        keys.Add(18, lexicon & JudgedText.PartsAndFrames, token.TagCode, TagAt(text, sentence, i + 1));
        keys.Add(19, LexiconAt(text, sentence, i - 1) & JudgedText.Parts, token.Form);
        keys.Add(20, LexiconAt(text, sentence, i + 1) & JudgedText.Parts, token.Form);
        keys.Add(21, LexiconAt(text, sentence, i + 1) & JudgedText.Parts, token.TagCode);
        keys.Add(22, LexiconAt(text, sentence, i + 2) & JudgedText.Parts, token.TagCode);
    }

    private static void AddSyntax(ref FeatureKeys keys, JudgedText text, Sentence sentence, int i)
    {
        var token = text.Document.Tokens[i];
        var label = text.Labels[i];
        var lexicon = text.Lexicon(i);
        var head = token.Head;
        var headForm = head >= 0 ? text.Document.Tokens[head].Form : 1;
        var headTag = head >= 0 ? text.Document.Tokens[head].TagCode : 255u;
        keys.Add(25, label);
        keys.Add(26, label, token.TagCode, headTag);
        keys.Add(27, label, headForm);
        keys.Add(28, label, head >= 0 ? text.Lexicon(head) & JudgedText.PartsAndFrames : 0, head >= 0 ? text.RuleCue(head) : 9);
        uint all = 0;
        var dependents = 0;
        foreach (var child in text.Document.Dependencies.Of(i))
        {
            var childLabel = text.Labels[child];
            var side = child < i ? 0u : 1;
            all = (all * 31) + childLabel + side;
            keys.Add(29, childLabel, side, token.TagCode);
            keys.Add(30, childLabel, side, lexicon & JudgedText.PartsAndFrames);
            keys.Add(31, childLabel, text.Document.Tokens[child].Form);
            keys.Add(32, childLabel, text.Document.Tokens[child].TagCode, token.TagCode);
            if (++dependents == MostDependents)
            {
                break;
            }
        }
        keys.Add(33, all, token.TagCode);
    }

    private static void AddSurroundings(ref FeatureKeys keys, JudgedText text, Sentence sentence, int i)
    {
        var token = text.Document.Tokens[i];
        var lexicon = text.Lexicon(i) & JudgedText.Parts;
        var quoted = text.Quoted.At(i) >= 0 ? 1u : 0;
        var near = (QuotedAt(text, i - 1) << 3) | (QuotedAt(text, i + 1) << 2) | (QuotedAt(text, i - 3) << 1) | QuotedAt(text, i + 3);
        var place = (uint)Math.Min(i - sentence.First, 3) << 2 | (uint)Math.Min(sentence.Last - 1 - i, 3);
        var title = sentence.Paragraph == 0 ? 1u : 0;
        keys.Add(40, quoted, token.TagCode);
        keys.Add(41, near, token.TagCode, lexicon);
        keys.Add(42, place, token.TagCode);
        keys.Add(43, title, token.TagCode);
        keys.Add(44, title, token.Form);
        keys.Add(45, quoted, lexicon, token.TagCode);
        keys.Add(46, near, token.Form);
    }

    private const int MostDependents = 6;

    private static uint FormAt(JudgedText text, Sentence sentence, int i) => i < sentence.First ? 1u : i >= sentence.Last ? 2u : text.Document.Tokens[i].Form;

    private static uint TagAt(JudgedText text, Sentence sentence, int i) => i < sentence.First ? 254u : i >= sentence.Last ? 255u : text.Document.Tokens[i].TagCode;

    private static uint LexiconAt(JudgedText text, Sentence sentence, int i) => i < sentence.First || i >= sentence.Last ? 0 : text.Lexicon(i);

    private static uint RuleAt(JudgedText text, Sentence sentence, int i) => i < sentence.First || i >= sentence.Last ? 9 : text.RuleCue(i);

    private static uint QuotedAt(JudgedText text, int i) => i >= 0 && i < text.Document.Tokens.Length && text.Quoted.At(i) >= 0 ? 1u : 0;
}
