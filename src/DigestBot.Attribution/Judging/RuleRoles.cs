using DigestBot.Attribution.Contents;

namespace DigestBot.Attribution.Judging;

/// <summary>What the rules made of a cue's sentence: for each token whether they gave it to the content or to the speaker.</summary>
internal sealed class RuleRoles
{
    private readonly int _first;
    private readonly byte[] _roles;

    private RuleRoles(Sentence sentence)
    {
        _first = sentence.First;
        _roles = new byte[sentence.Last - sentence.First];
    }

    /// <summary>The draft with this cue, if the rules had one.</summary>
    public Draft? Draft { get; private init; }

    /// <summary>Whether the rules had a draft with this cue.</summary>
    public bool Any => Draft is not null;

    /// <summary>The roles that the first rule whose cue overlaps [<paramref name="firstToken"/>, <paramref name="lastToken"/>] gave in <paramref name="sentence"/>.</summary>
    public static RuleRoles Of(JudgedText text, Sentence sentence, int firstToken, int lastToken)
    {
        RuleRoles found = new(sentence) { Draft = text.RuleWithCue(firstToken, lastToken) };
        if (found.Draft is { } rule)
        {
            foreach (var content in rule.Content)
            {
                found.Mark(content, RoleTagger.Content);
            }

            if (rule.Source.IsNamed)
            {
                found.Mark(rule.Source.Range, RoleTagger.Speaker);
            }
        }
        return found;
    }

    /// <summary>0 for none, else the role; 9 outside the sentence.</summary>
    public uint At(int token) => token < _first || token >= _first + _roles.Length ? 9u : _roles[token - _first];

    private void Mark(TokenRange range, int role)
    {
        for (var i = Math.Max(range.First, _first); i <= Math.Min(range.Last, _first + _roles.Length - 1); i++)
        {
            _roles[i - _first] = (byte)role;
        }
    }
}
