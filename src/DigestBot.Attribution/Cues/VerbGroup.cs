using System.Collections.Frozen;

namespace DigestBot.Attribution.Cues;

/// <summary>The words that belong to a cue's main word: "has also", "did not", "went on to", "out".</summary>
internal static class VerbGroup
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _refusals =
        "refused refuses refuse refusing declined declines decline declining failed fails avoided stopped".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>First token of the group whose main word is <paramref name="head"/>: auxiliaries, negation and adverbs that touch it.</summary>
    public static int First(Document document, int head)
    {
        var first = head;
        while (first > 0 && document.Tokens[first - 1].Sentence == document.Tokens[head].Sentence && Belongs(document, first - 1, head))
        {
            first--;
        }

        return first;
    }

    /// <summary>Last token of the group: a particle that touches the main word, the "it" of "put it".</summary>
    public static int Last(Document document, int head)
    {
        var next = head + 1;
        if (next < document.Tokens.Length && document.IsWord(next, "it") && (document.IsWord(head, "put") || document.IsWord(head, "puts")))
        {
            return next;
        }

        var isParticle = next < document.Tokens.Length && document.Tokens[next].Head == head && (document.Tokens[next].Label == "compound:prt" || document.Tokens[next].Tag == "RP");
        return isParticle && !(document.IsWord(next, "on") || document.IsWord(next, "for") || document.IsWord(next, "about") || document.IsWord(next, "to")) ? next : head;
    }

    /// <summary>The phase verb that <paramref name="verb"/> stands under with nothing but "to", "on", "by", "as" or adverbs between; -1 without one.</summary>
    public static int Governor(Document document, int verb, int first)
    {
        var governor = document.Tokens[verb].Head;
        if (governor < 0 || governor >= first || first - governor > 3 || !document.IsVerb(governor)
            || !(document.Is(verb, "xcomp") || document.Is(verb, "advcl") || document.Is(verb, "ccomp"))
            || !CueLexicon.Default.Has(document.Word(governor), CuePart.Phase, Frames.Infinitive))
        {
            return -1;
        }

        for (var i = governor + 1; i < first; i++)
        {
            if (!(document.IsWord(i, "to") || document.IsWord(i, "on") || document.IsWord(i, "by") || document.IsWord(i, "as") || document.Tokens[i].Tag == "RB"))
            {
                return -1;
            }
        }

        return governor;
    }

    /// <summary>Whether "not", "never", "refused to", "declined to" or the like stands in the tokens from <paramref name="first"/> to <paramref name="head"/>.</summary>
    public static bool IsNegated(Document document, int first, int head)
    {
        for (var i = first; i < head; i++)
        {
            if (document.IsWord(i, "not") || document.IsWord(i, "n't") || document.IsWord(i, "n’t") || document.IsWord(i, "never") || _refusals.Contains(document.Word(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Belongs(Document document, int token, int head)
    {
        var tag = document.Tokens[token].Tag;
        return tag is "MD" or "TO" or "RB" && (document.Tokens[token].Head == head || tag == "RB")
            || document.Tokens[token].Head == head && document.Is(token, "aux") || IsAuxiliaryOf(document, token, head);
    }

    // "has sharply criticised", "is telling": beside its participle the auxiliary is its own, whatever the parser hangs it on.
    private static bool IsAuxiliaryOf(Document document, int token, int head) => document.Tokens[head].Tag switch
    {
        "VBN" or "VBD" => document.IsWord(token, "has") || document.IsWord(token, "have") || document.IsWord(token, "had"),
        "VBG" => document.IsWord(token, "is") || document.IsWord(token, "are") || document.IsWord(token, "was") || document.IsWord(token, "were"),
        _ => false,
    };
}
