using System.Collections.Frozen;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>
/// A content that stands in the clause before its sentence's main one ends with that clause: "Asked whether he would resign, | Lund said no", "When
/// the union called for a vote, | the board left". The parser hangs both on one verb.
/// </summary>
internal static class OpeningClause
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _subordinators =
        "When While If As After Before Although Though Because Since Once Unless Until Whenever".Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _prepositions =
        "Despite By In Without On Besides".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The last token of the content that begins at <paramref name="first"/> and goes to <paramref name="end"/> at most, before the comma of the main clause; <paramref name="end"/> where its cue opens no sentence.</summary>
    public static int End(Surroundings story, Cue cue, int first, int end)
    {
        var document = story.Document;
        if (cue.Part != CuePart.Verb || first <= cue.Last || !Opens(story, cue))
        {
            return end;
        }

        var hasVerb = false;
        for (var i = first; i < end; i++)
        {
            hasVerb |= IsFinite(document, i);
            if (document.Word(i)[0] is ',' && i > first && story.Quoted.At(i) == story.Quoted.At(cue.Head) && BeginsMain(document, i + 1, end, hasVerb && cue.First == story.StartOfSentence(cue.Head)))
            {
                return i - 1;
            }
        }

        return end;
    }

    /// <summary>Whether the tokens from <paramref name="first"/> to <paramref name="last"/>, which open a sentence, are a clause that cannot stand alone: "When the port closed".</summary>
    public static bool IsAll(Document document, int first, int last)
    {
        var isAll = _subordinators.Contains(document.Word(first)) && document.Tokens[first].Tag is "WRB" or "IN" && NounPhrase.Beginning(document, first + 1).IsNamed;
        for (var i = first; i <= last && isAll; i++)
        {
            isAll = document.Word(i)[0] is not ',';
        }

        return isAll;
    }

    // The cue is the participle that opens the sentence, or stands in the clause that its first word subordinates.
    private static bool Opens(Surroundings story, Cue cue)
    {
        var document = story.Document;
        var start = story.StartOfSentence(cue.Head);
        if (start == cue.First)
        {
            return document.Tokens[cue.Head].Tag is "VBN" or "VBG" or "VBD" && document.Tokens[cue.First].Tag is "VBN" or "VBG" or "VBD" or "RB";
        }

        var subordinator = document.Tokens[start].Tag == "RB" && start + 1 < cue.First ? start + 1 : start;
        if (!_subordinators.Contains(document.Word(subordinator)) && !_prepositions.Contains(document.Word(subordinator)))
        {
            return false;
        }

        for (var i = subordinator + 1; i < cue.First; i++)
        {
            if (document.Word(i)[0] is ',' or ';' || IsFinite(document, i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool BeginsMain(Document document, int first, int end, bool isAsked)
    {
        var subject = NounPhrase.Beginning(document, first);
        var next = subject.Range.Last + 1;
        if (!subject.IsNamed || next > end)
        {
            return false;
        }

        next += document.Tokens[next].Tag == "RB" && next < end ? 1 : 0;
        return IsFinite(document, next) || isAsked && document.Word(next)[0] is ',' or '(';
    }

    private static bool IsFinite(Document document, int i) => document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD";
}
