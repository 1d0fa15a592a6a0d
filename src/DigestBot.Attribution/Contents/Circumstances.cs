using System.Collections.Frozen;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>
/// When, where and in what medium a deed was done by words: "rejected the offer | in a ruling released Thursday", "praised the levy | at a barbecue". Such
/// adverbials are the cue's, not a part of the content (the annotation guideline's rule 18; PARC draws them so too).
/// </summary>
internal static class Circumstances
{
    private const int LongestTime = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _media =
        Words("statement interview speech tweet tweets letter email emails e-mail message post posts conference briefing call address report essay column "
            + "ruling verdict editorial memo blog broadcast podcast op-ed monologue diatribe testimony filing newsletter");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _occasions =
        Words("debate debates rally rallies barbecue stop forum convention primary hearing meeting summit ceremony dinner lunch breakfast event session trial "
            + "caucus visit parade funeral appearance fundraiser panel gathering service reception town-hall Parliament Congress court church");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _channels =
        Words("Twitter Facebook Instagram YouTube TikTok Telegram WhatsApp television TV radio air");

    /// <summary>The last token of the noun phrase from <paramref name="first"/> to <paramref name="last"/>, both included, without the circumstances behind it.</summary>
    public static int Without(Document document, int first, int last)
    {
        var phrase = NounPhrase.Beginning(document, first);
        for (var i = (phrase.IsNamed ? phrase.Range.Last : first) + 1; i <= last && !IsFinite(document, i); i++)
        {
            var end = document.Quoted.At(i) == document.Quoted.At(first - 1) ? EndOf(document, i, last) : -1;
            if (end >= i && Closes(document, end + 1, last))
            {
                return i - 1;
            }
        }

        return NounPhrase.WithoutDay(document, first, last);
    }

    /// <summary>Whether a medium is told at <paramref name="i"/>: "in a statement".</summary>
    public static bool IsMedium(Document document, int i)
    {
        if (!(document.IsWord(i, "in") || document.IsWord(i, "during")) || i + 2 >= document.Tokens.Length || !(document.IsWord(i + 1, "a") || document.IsWord(i + 1, "an")))
        {
            return false;
        }

        var phrase = NounPhrase.Beginning(document, i + 1);
        return phrase.IsNamed && _media.Contains(document.Word(phrase.Head));
    }

    // A relative clause tells of the object, and so does all that stands in it.
    private static bool IsFinite(Document document, int i) => document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD";

    // The last token of the adverbial that begins at i; -1 where none does.
    private static int EndOf(Document document, int i, int last) =>
        document.IsWord(i, "in") || document.IsWord(i, "at") || document.IsWord(i, "on") || document.IsWord(i, "during") ? OfPreposition(document, i, last) : OfTime(document, i, last);

    private static int OfPreposition(Document document, int i, int last)
    {
        if (i + 1 > last || document.Tokens[i].End == document.Tokens[i + 1].Start)
        {
            return -1;
        }

        var phrase = NounPhrase.Beginning(document, i + 1);
        // "in an | on-air monologue".
        phrase = !phrase.IsNamed && i + 4 <= last && document.Word(i + 3) is "-" ? NounPhrase.Beginning(document, i + 4) : phrase;

        // "at last week's Commander | -in-Chief Forum": the phrase goes on behind hyphens.
        for (var hyphen = phrase.Range.Last + 1; phrase.IsNamed && hyphen + 1 <= last && document.Word(hyphen) is "-"; hyphen = phrase.Range.Last + 1)
        {
            phrase = document.IsNoun(hyphen + 1) && NounPhrase.Beginning(document, hyphen + 1) is { IsNamed: true } more ? more : phrase with { Range = phrase.Range with { Last = hyphen + 1 }, Head = hyphen + 1 };
        }

        if (!phrase.IsNamed || phrase.Range.Last > last)
        {
            return -1;
        }

        var head = document.Word(phrase.Head);
        var isTold = _media.Contains(head) || _occasions.Contains(head) || document.IsWord(i, "on") && _channels.Contains(head)
            || NounPhrase.IsTime(document, phrase.Head) || document.IsWord(i, "in") && IsYear(document, phrase);
        return isTold ? phrase.Range.Last : -1;
    }

    // "the next morning", "last summer", "this time".
    private static int OfTime(Document document, int i, int last)
    {
        if (document.Tokens[i - 1].Tag is "IN" or "TO" || !(document.IsWord(i, "the") || document.IsWord(i, "last") || document.IsWord(i, "this") || document.IsWord(i, "earlier")))
        {
            return -1;
        }

        for (var end = i + 1; end <= last && end < i + LongestTime; end++)
        {
            if (NounPhrase.IsTime(document, end))
            {
                return end;
            }
        }

        return -1;
    }

    private static bool IsYear(Document document, Source phrase) => phrase.Range.First == phrase.Range.Last && document.Tokens[phrase.Head].Tag == "CD" && document.Word(phrase.Head).Length == 4;

    // "A plan in March | that would …", "an order in court | to pay": what goes on behind the adverbial tells of the object.
    private static bool Closes(Document document, int next, int last) =>
        next > last || document.IsPunctuation(next) || EndOf(document, next, last) >= next || document.Tokens[next].Tag is "VBN" or "VBD" or "VBG" or "RB" or "NN" or "NNP" || document.Tokens[next].Tag == "IN" && !(document.IsWord(next, "that") || document.IsWord(next, "of") || document.IsWord(next, "for"));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
