using System.Collections.Frozen;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>
/// What the reporter adds to a content: a noun phrase that sums it up and goes on in a clause ("…, a remark that drew laughter"), a concession of his own
/// ("…, although no one had asked"), or who else says so ("…, as the police have said"). By the annotation guideline's rule 33 it is out.
/// </summary>
internal static class Aside
{
    private const int LongestSummary = 5;

    // Nouns that can stand for a whole clause (Schmid 2000, "English Abstract Nouns as Conceptual Shells"), beside the lexicon's own nouns of saying.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _shells =
        ("phrase word line term description characterization comparison sentiment point idea step move deal agreement programme program plan policy practice tactic strategy "
            + "figure number sum calculation estimate timetable deadline target condition requirement rule measure power right reversal change gesture sign prospect scenario possibility "
            + "fact question matter conclusion result defense defence excuse reference act action decision distinction").Split(' ')
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether such an aside begins at the comma or dash <paramref name="i"/> of a content that goes on to <paramref name="end"/> at most.</summary>
    public static bool Begins(Document document, int i, int end)
    {
        var next = i + 1;
        if (next + 2 > end || document.Word(i)[0] is not ',')
        {
            return next + 2 <= end && document.Word(i) is "-" or "--" or "–" or "—" && document.Tokens[i - 1].End < document.Tokens[i].Start && IsSummary(document, next, end);
        }

        return (document.IsWord(next, "although") || document.IsWord(next, "though")) && HasClause(document, next + 1, end)
            || document.IsWord(next, "as") && IsSaidToo(document, next + 1, end) || IsSummary(document, next, end);
    }

    // "as the police have said": with nothing behind it that it could be said of.
    private static bool IsSaidToo(Document document, int first, int end)
    {
        var subject = NounPhrase.Beginning(document, first);
        var verb = subject.Range.Last + 1;
        if (!subject.IsNamed || verb > end)
        {
            return false;
        }

        verb += document.IsWord(verb, "have") || document.IsWord(verb, "has") || document.IsWord(verb, "had") ? 1 : 0;
        var behind = verb + 1 < document.Tokens.Length && document.IsWord(verb + 1, "it") && document.IsWord(verb, "put") ? verb + 2 : verb + 1;
        return behind < document.Tokens.Length && document.IsPunctuation(behind) && document.Word(behind)[0] is not ','
            && (behind > verb + 1 || document.IsVerb(verb) && CueLexicon.Default.Has(document.Word(verb), CuePart.Verb, Frames.Quotation));
    }

    // "a phrase he declined to explain", "something nobody had asked for": an indefinite noun phrase with its clause, of a thing that is said or done.
    private static bool IsSummary(Document document, int first, int end)
    {
        if (document.IsWord(first, "something"))
        {
            return IsClause(document, first + 1);
        }

        if (!(document.IsWord(first, "a") || document.IsWord(first, "an")))
        {
            return false;
        }

        for (var noun = first + 1; noun < end && noun < first + LongestSummary; noun++)
        {
            if (document.Tokens[noun].Tag == "NN" && !document.IsNoun(noun + 1))
            {
                return IsSaying(document, noun) && IsClause(document, noun + 1);
            }

            if (!(document.Tokens[noun].Tag is "JJ" or "NN" or "RB" or "VBN" or "VBG"))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsSaying(Document document, int noun) => _shells.Contains(document.Word(noun)) || CueLexicon.Default.Has(document.Word(noun), CuePart.Noun, Frames.Clause | Frames.Infinitive);

    private static bool IsClause(Document document, int token) =>
        document.IsWord(token, "that") || document.IsWord(token, "which") || document.Tokens[token].Tag is "PRP" or "VBN"
        || document.IsWord(token, "not") && token + 2 < document.Tokens.Length && (document.Tokens[token + 1].Tag == "VBN" || document.Tokens[token + 2].Tag == "VBN");

    // "though with fewer boats": without a verb of its own it qualifies what was said.
    private static bool HasClause(Document document, int first, int end)
    {
        for (var i = first; i <= end && document.Word(i)[0] is not ','; i++)
        {
            if (document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return true;
            }
        }

        return false;
    }
}
