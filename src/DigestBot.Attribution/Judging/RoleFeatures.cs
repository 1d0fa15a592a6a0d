using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Judging;

/// <summary>What surrounds one cue: its words in one place, so that each token's features need not find them again.</summary>
internal readonly record struct CueContext(Sentence Sentence, int First, int Last, int Head, RuleRoles Rules);

/// <summary>
/// Which part a token plays for one cue, told by position and path to the cue, by itself and its neighbours, by punctuation and quotation marks,
/// and by what the rules said (after Punyakanok et al. 2008, semantic roles by tagging with parse paths).
/// </summary>
internal static class RoleFeatures
{
    /// <summary>Most features of one token.</summary>
    public const int Most = 80;

    /// <summary>Most features of one transition.</summary>
    public const int MostTransition = 8;

    private const int LongestPath = 5;

    /// <summary>Adds the features of token <paramref name="i"/> of the cue's sentence, whatever its neighbours' labels.</summary>
    public static void Add(ref FeatureKeys keys, JudgedText text, in CueContext cue, int i)
    {
        var document = text.Document;
        Token token = document.Tokens[i], cueToken = document.Tokens[cue.Head];
        var cueLexicon = text.Lexicon(cue.Head);
        uint position = Position(cue, i), distance = Distance(cue, i);
        var rule = cue.Rules.At(i);
        AddToken(ref keys, text, cue, i, position);
        keys.Add(20, position, distance);
        keys.Add(21, position, distance, cueToken.Form);
        keys.Add(22, position, token.TagCode, cueToken.TagCode);
        keys.Add(23, position, cueLexicon & JudgedText.PartsAndFrames, token.TagCode);
        keys.Add(24, position, cueToken.Form);
        keys.Add(25, position, cueLexicon & JudgedText.PartsAndFrames);
        (var path, var top, var edge) = Path(text, cue, i);
        keys.Add(30, path);
        keys.Add(31, path, cueToken.Form);
        keys.Add(32, path, cueLexicon & JudgedText.PartsAndFrames);
        keys.Add(33, top, edge);
        keys.Add(34, top, edge, cueToken.Form);
        keys.Add(35, top, cueLexicon & JudgedText.PartsAndFrames, position);
        keys.Add(36, top, position, token.TagCode);
        keys.Add(37, top, text.Labels[i], cueToken.TagCode);
        AddPunctuation(ref keys, text, cue, i, position);
        keys.Add(50, rule);
        keys.Add(51, rule, cue.Rules.At(i - 1), cue.Rules.At(i + 1));
        keys.Add(52, rule, position, token.TagCode);
        keys.Add(53, rule, top);
        keys.Add(54, rule, cueToken.Form);
        keys.Add(55, rule, cue.Rules.Any ? 1u : 0, position);
    }

    /// <summary>Adds the features of a step from the label <paramref name="last"/> to that of token <paramref name="i"/>.</summary>
    public static void AddTransition(ref FeatureKeys keys, JudgedText text, in CueContext cue, int i, uint last)
    {
        var token = text.Document.Tokens[i];
        keys.Add(70, last);
        keys.Add(71, last, token.TagCode);
        keys.Add(72, last, token.Form);
        keys.Add(73, last, Position(cue, i));
        keys.Add(74, last, TagAt(text, cue, i - 1), token.TagCode);
        keys.Add(75, last, cue.Rules.At(i - 1), cue.Rules.At(i));
    }

    private static void AddToken(ref FeatureKeys keys, JudgedText text, in CueContext cue, int i, uint position)
    {
        var token = text.Document.Tokens[i];
        uint before = FormAt(text, cue, i - 1), after = FormAt(text, cue, i + 1);
        keys.Add(1, token.Form, position);
        keys.Add(2, token.TagCode, position);
        keys.Add(3, before, position);
        keys.Add(4, after, position);
        keys.Add(5, TagAt(text, cue, i - 1), token.TagCode, position);
        keys.Add(6, token.TagCode, TagAt(text, cue, i + 1), position);
        keys.Add(7, before, token.Form);
        keys.Add(8, token.Form, after);
        keys.Add(9, TagAt(text, cue, i - 2), TagAt(text, cue, i - 1), position);
        keys.Add(10, TagAt(text, cue, i + 1), TagAt(text, cue, i + 2), position);
        keys.Add(11, WordForm.Shape(text.Document.Word(i)), position);
        keys.Add(12, text.Labels[i], position);
        keys.Add(13, token.Head >= 0 ? text.Document.Tokens[token.Head].Form : 1, text.Labels[i]);
        keys.Add(14, text.Lexicon(i) & JudgedText.Parts, position, token.TagCode);
        keys.Add(15, text.RuleCue(i), position);
    }

    private static void AddPunctuation(ref FeatureKeys keys, JudgedText text, in CueContext cue, int i, uint position)
    {
        (var commas, var verbs, var cues) = Between(text, cue, i);
        var quotation = text.Quoted.At(i);
        var quoted = quotation < 0 ? 0u : quotation == text.Quoted.At(cue.Head) ? 1u : 2u;
        var edge = quotation < 0 ? 0u : i == text.Quoted.Outer[quotation].First ? 1u : i == text.Quoted.Outer[quotation].Last ? 2u : 3u;
        keys.Add(40, commas, verbs, position);
        keys.Add(41, commas, cues, position);
        keys.Add(42, commas, text.Document.Tokens[i].TagCode, position);
        keys.Add(43, quoted, edge, position);
        keys.Add(44, quoted, text.Document.Tokens[cue.Head].Form, position);
        keys.Add(45, quoted, commas, position);
        keys.Add(46, text.Quoted.At(Math.Max(i - 1, 0)) == quotation ? 1u : 0, quoted, position);
    }

    /// <summary>Commas, finite verbs and other cues of the rules between the token and the cue, each at most 3.</summary>
    private static (uint Commas, uint Verbs, uint Cues) Between(JudgedText text, in CueContext cue, int i)
    {
        (var from, var to) = i < cue.First ? (i + 1, cue.First) : (cue.Last + 1, i);
        (uint commas, uint verbs, uint cues) = (0, 0, 0);
        for (var k = from; k < to && (commas < 3 || verbs < 3); k++)
        {
            var tag = text.Document.Tokens[k].Tag;
            commas += tag is "," or ":" ? 1u : 0;
            verbs += tag is "VBD" or "VBZ" or "VBP" or "MD" ? 1u : 0;
            cues += text.RuleCue(k) is 1 or 3 ? 1u : 0;
        }
        return (Math.Min(commas, 3), Math.Min(verbs, 3), Math.Min(cues, 3));
    }

    /// <summary>
    /// The relations from the token up to the cue or to what both stand under; the last step into the cue's own line of heads; and
    /// whether the token is the first or last of that branch.
    /// </summary>
    private static (uint Path, uint Top, uint Edge) Path(JudgedText text, in CueContext cue, int i)
    {
        var tokens = text.Document.Tokens;
        uint path = 0;
        int node = i, steps = 0, branch = i;
        int up;
        while ((up = StepsAbove(tokens, cue.Head, node)) < 0)
        {
            path = steps++ < LongestPath ? (path * 31) + text.Labels[node] : path;
            branch = node;
            node = tokens[node].Head;
            if (node < 0)
            {
                return (path, 7, 0);
            }
        }
        path = (path * 31) + (uint)up;
        var top = node == i ? (uint)up + 1000 : (text.Labels[branch] * 31) + (uint)up;
        var trees = text.Document.Dependencies;
        var edge = node == i ? 4u : (trees.First(branch) == i ? 1u : 0) + (trees.Last(branch) == i ? 2u : 0);
        return (path, top, edge);
    }

    /// <summary>How many heads above <paramref name="from"/> the token <paramref name="node"/> is (0 is itself); -1 if it is not above, or further than 4.</summary>
    private static int StepsAbove(Token[] tokens, int from, int node)
    {
        for (var up = 0; up < 5 && from >= 0; up++, from = tokens[from].Head)
        {
            if (from == node)
            {
                return up;
            }
        }
        return -1;
    }

    private static uint Position(in CueContext cue, int i) => i < cue.First ? 0u : i > cue.Last ? 2u : 1u;

    private static uint Distance(in CueContext cue, int i)
    {
        var distance = i < cue.First ? cue.First - i : i - cue.Last;
        return distance switch { <= 5 => (uint)Math.Max(distance, 0), <= 8 => 6, <= 15 => 7, <= 30 => 8, _ => 9 };
    }

    private static uint FormAt(JudgedText text, in CueContext cue, int i) => i < cue.Sentence.First ? 1u : i >= cue.Sentence.Last ? 2u : text.Document.Tokens[i].Form;

    private static uint TagAt(JudgedText text, in CueContext cue, int i) => i < cue.Sentence.First ? 254u : i >= cue.Sentence.Last ? 255u : text.Document.Tokens[i].TagCode;
}
