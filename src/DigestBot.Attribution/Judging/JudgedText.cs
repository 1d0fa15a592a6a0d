using DigestBot.Attribution.Contents;
using DigestBot.Attribution.Cues;
using DigestBot.Attribution.Quotations;

namespace DigestBot.Attribution.Judging;

/// <summary>
/// A parsed document as the judge sees it: beside syntax, for each token the quotation that it stands in, what the cue
/// lexicon knows of it, and what the rules made of it.
/// </summary>
internal sealed class JudgedText
{
    /// <summary>Mask of a lexicon code's parts of speech.</summary>
    public const uint Parts = (1u << FramesAt) - 1;

    /// <summary>Mask of a lexicon code's parts of speech and frames.</summary>
    public const uint PartsAndFrames = (1u << ActsAt) - 1;

    /// <summary>First bit of a lexicon code's acts.</summary>
    public const int ActsAt = 17;

    private const int FramesAt = 5;
    private readonly uint[] _lexicon;
    private readonly byte[] _ruleCues;
    private readonly Draft?[] _ruleAt;

    public JudgedText(Document document, IReadOnlyList<Draft> rules)
    {
        Document = document;
        Rules = rules;
        Labels = new uint[document.Tokens.Length];
        _lexicon = new uint[document.Tokens.Length];
        _ruleCues = new byte[document.Tokens.Length];
        _ruleAt = new Draft?[document.Tokens.Length];
        for (var i = 0; i < Labels.Length; i++)
        {
            Labels[i] = Code(document.Tokens[i].Label);
            _lexicon[i] = LexiconCode(document, i);
        }
        foreach (var rule in rules)
        {
            MarkCue(rule);
        }
    }

    public Document Document { get; }

    public QuotedText Quoted => Document.Quoted;

    /// <summary>What the rules proposed.</summary>
    public IReadOnlyList<Draft> Rules { get; }

    /// <summary>Each token's relation as a hash.</summary>
    public uint[] Labels { get; }

    /// <summary>What the lexicon's entries for the token's lemma allow together: parts, acts and frames; 0 for no cue.</summary>
    public uint Lexicon(int token) => _lexicon[token];

    /// <summary>0 where no rule saw a cue, else whether one begins here (1) or goes on (2), of a direct quotation (+2) or not.</summary>
    public uint RuleCue(int token) => _ruleCues[token];

    /// <summary>The rules' draft whose cue has one of the tokens; null where there is none.</summary>
    public Draft? RuleWithCue(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_ruleAt[i] is { } rule)
            {
                return rule;
            }
        }
        return null;
    }

    /// <summary>The tokens that overlap <paramref name="span"/>, as [first, last]; null where there are none. Time is logarithmic in the text.</summary>
    public (int First, int Last)? TokensOf(TextSpan span)
    {
        var tokens = Document.Tokens;
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].End <= span.Start ? (middle + 1, high) : (low, middle);
        }
        var last = low;
        while (last < tokens.Length && tokens[last].Start < span.End)
        {
            last++;
        }

        return last > low ? (low, last - 1) : null;
    }

    /// <summary>Whether the rules found a content that stands wholly between quotation marks.</summary>
    public bool IsDirect(Draft rule) => rule.Content.All(c => Quoted.At(c.First) is var q and >= 0 && Quoted.Outer[q].First == c.First && Quoted.At(c.Last) >= 0);

    private void MarkCue(Draft rule)
    {
        if (rule.CueRange.First < 0)
        {
            return;
        }

        var kind = IsDirect(rule) ? 2 : 0;
        for (var i = rule.CueRange.First; i <= rule.CueRange.Last; i++)
        {
            _ruleCues[i] = (byte)((i == rule.CueRange.First ? 1 : 2) + kind);
            _ruleAt[i] ??= rule;
        }
    }

    private static uint LexiconCode(Document document, int token)
    {
        uint code = 0;
        foreach (var entry in CueLexicon.Default.Of(document.Word(token)))
        {
            code |= (1u << (int)entry.Part) | ((uint)entry.Frames << FramesAt) | (1u << (ActsAt + (int)entry.Act));
        }

        return code;
    }

    private static uint Code(string label)
    {
        var hash = 2166136261;
        foreach (var c in label)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }
}
