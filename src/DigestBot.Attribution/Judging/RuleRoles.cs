using DigestBot.Attribution.Contents;

namespace DigestBot.Attribution.Judging;

/// <summary>What the rules made of a cue's sentence: for each token whether they gave it to the content or to the speaker.</summary>
internal sealed class RuleRoles
{
    private readonly int first;
    private readonly byte[] roles;

    private RuleRoles(Sentence sentence)
    {
        first = sentence.First;
        roles = new byte[sentence.Last - sentence.First];
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
            foreach (TokenRange content in rule.Content)
                found.Mark(content, RoleTagger.Content);
            if (rule.Source.IsNamed)
                found.Mark(rule.Source.Range, RoleTagger.Speaker);
        }
        return found;
    }

    /// <summary>0 for none, else the role; 9 outside the sentence.</summary>
    public uint At(int token) => token < first || token >= first + roles.Length ? 9u : roles[token - first];

    private void Mark(TokenRange range, int role)
    {
        for (int i = Math.Max(range.First, first); i <= Math.Min(range.Last, first + roles.Length - 1); i++)
            roles[i - first] = (byte)role;
    }
}
