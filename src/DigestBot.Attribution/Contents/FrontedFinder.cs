using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Finds the content that stands before its cue, or around it: "…, he said", "…, according to her", "…, he said, …".</summary>
internal sealed class FrontedFinder(Surroundings story)
{
    private readonly Document _document = story.Document;

    /// <summary>Whether the cue and its speaker stand between commas: "The bridge, Ruiz said, will open".</summary>
    public bool IsParenthesis(Cue cue)
    {
        var source = story.SourceOf(cue);
        var start = source.IsNamed ? Math.Min(source.Range.First, cue.First) : 0;
        var end = Math.Max(cue.Last, source.Range.Last) + 1;
        return cue.Has(Frames.Quotation) && start > 0 && end < _document.Tokens.Length && _document.Word(start - 1)[0] is ',' && _document.Word(end)[0] is ','
            && story.Quoted.At(end + 1 < _document.Tokens.Length ? end + 1 : end) == story.Quoted.At(cue.Head);
    }

    /// <summary>The clause of the reporter's own words that <paramref name="cue"/> closes, or null.</summary>
    public Draft? Find(Cue cue)
    {
        var source = story.SourceOf(cue);
        if (cue.With(Frames.Quotation | Frames.Clause) is not { } entry)
        {
            return null;
        }

        var first = story.StartOfSentence(cue.Head);
        if (AsOneSaid(cue, entry, source, first) is { } announced)
        {
            return announced;
        }

        if (!source.IsNamed || _document.Tokens[source.Range.First].Tag is "WDT" or "WP")
        {
            return null;
        }

        var start = Math.Min(source.Range.First, cue.First);
        var before = start - 1;
        if (before <= first || _document.Word(before)[0] is not (',' or '-' or '–' or '—' or '―') || story.Quoted.At(before) != story.Quoted.At(cue.Head))
        {
            return null;
        }

        // "Asked whether he would resign, Lund said no": a participle is no content.
        var last = LastBefore(before, first);
        var isSubordinate = last > first && OpeningClause.IsAll(_document, first, last);
        var rest = Rest(cue, source, isSubordinate);
        var isHalf = rest.Length == 0 && (isSubordinate || !HasVerb(first, last));
        return last < first || _document.Tokens[first].Tag is "VBN" or "VBG" or "VBD" || isHalf ? null : Draft.Of(story, cue, entry, Rule.Fronted, [story.WithWholeQuotations(cue.Head, first, last), .. rest]);
    }

    // "As Olsen pointed out, the quota has fallen", "Yet, as many skippers, Moen among them, have said, …".
    private Draft? AsOneSaid(Cue cue, CueEntry entry, Source source, int first)
    {
        var end = story.EndOfSentence(cue.Head);
        var behind = cue.Last < end && _document.Word(cue.Last + 1)[0] is ',' ? cue.Last + 1 : story.BehindAdverbials(cue);
        behind = Comma(cue.Last + 1, Math.Max(behind, cue.Last + 1), end);
        var mark = first;
        while (mark < first + 3 && mark < cue.First && !_document.IsWord(mark, "as"))
        {
            mark++;
        }

        var opens = mark == first || !(_document.Tokens[first].Tag is "IN" or "WRB") && (_document.IsPunctuation(mark - 1) || _document.Tokens[mark - 1].Tag is "CC" or "RB");
        if (!opens || !_document.IsWord(mark, "as") || source.IsNamed && source.Range.First > cue.First || HasFiniteVerb(mark + 1, cue.First - 1)
            || behind + 1 >= end || _document.Word(behind)[0] is not ',' || NounPhrase.Beginning(_document, mark + 1) is not { IsNamed: true } opening)
        {
            return null;
        }

        var draft = Draft.Of(story, cue, entry, Rule.Preposition, story.WithWholeQuotations(cue.Head, behind + 1, end));
        var last = cue.First - 1 - (_document.Word(cue.First - 1)[0] is ',' ? 1 : 0);
        return source.Range.First == mark + 1 ? draft : draft with { Source = opening with { Range = new TokenRange(mark + 1, Math.Max(last, opening.Range.Last)) } };
    }

    // The comma behind "as she put it in a statement to the crews in July".
    private int Comma(int first, int last, int end)
    {
        for (var i = first; i < end && !(_document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD") && story.Quoted.At(i) == story.Quoted.At(first); i++)
        {
            if (_document.Word(i)[0] is ',')
            {
                return i;
            }
        }

        return last;
    }

    /// <summary>What is said according to somebody: the clause before the preposition, or the one behind its noun phrase.</summary>
    public Draft? OfPreposition(Cue cue)
    {
        var source = story.SourceOf(cue);
        if (!source.IsNamed)
        {
            return null;
        }

        var first = story.StartOfSentence(cue.Head);
        var end = story.EndOfSentence(cue.Head);
        if (cue.First > first + 1)
        {
            var last = LastBefore(cue.First - 1, first);
            return last < first ? null : Draft.Of(story, cue, cue.Entries[0], Rule.Preposition, [story.WithWholeQuotations(cue.Head, first, last), .. Rest(cue, source)]);
        }

        var behind = source.Range.Last + 1;
        if (behind < end && _document.Word(behind)[0] is ',')
        {
            behind++;
        }

        return behind < end ? Draft.Of(story, cue, cue.Entries[0], Rule.Preposition, [story.WithWholeQuotations(cue.Head, behind, end)]) : null;
    }

    private int LastBefore(int last, int first)
    {
        while (last > first && _document.IsPunctuation(last) && story.Quoted.At(last) == story.Quoted.At(first) && _document.Word(last)[0] is ',' or '-' or '–' or '—' or '―')
        {
            last--;
        }

        return last;
    }

    private bool HasFiniteVerb(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return true;
            }
        }

        return false;
    }

    private bool HasVerb(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_document.IsVerb(i) || _document.Tokens[i].Tag == "MD")
            {
                return true;
            }
        }

        return false;
    }

    // "She did not feel, she said, that …", "He would come, he said, but only on a condition": what cannot stand alone belongs to the clause before.
    private bool GoesOn(int first, int end) =>
        _document.IsWord(first, "that") || _document.IsWord(first, "to") && first < end && _document.Tokens[first + 1].Tag is "VB" or "``" || _document.Tokens[first].Tag == "CC" && first < end && _document.Tokens[first + 1].Tag is "IN" or "TO" or "RB" && !_document.IsWord(first + 1, "then");

    // "The plan, he said, has failed": what follows the cue's second comma belongs to the content too.
    private TokenRange[] Rest(Cue cue, Source source, bool isMain = false)
    {
        var behind = Math.Max(story.BehindAdverbials(cue), source.Range.Last + 1);
        var end = story.EndOfSentence(cue.Head);
        behind -= behind > 0 && _document.Word(behind - 1)[0] is ',' ? 1 : 0;
        var isSplit = behind + 1 < end && _document.Word(behind)[0] is ',';
        var isLinked = isSplit && !isMain && _document.Tokens[behind + 1].Tag is "WDT" or "WP" or "CC" or "IN" or "VBG" && !GoesOn(behind + 1, end);
        return isSplit && !isLinked ? [story.WithWholeQuotations(cue.Head, behind + 1, end)] : [];
    }
}
