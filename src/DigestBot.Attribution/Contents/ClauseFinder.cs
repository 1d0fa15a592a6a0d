using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Finds the clause that stands behind a cue: with "that", with a question word, or bare.</summary>
internal sealed class ClauseFinder(Surroundings story)
{
    private const int LongestAdverbial = 14;
    private const int FewestWords = 2;
    private readonly Document _document = story.Document;

    /// <summary>The clause behind <paramref name="cue"/>, or null where none of the cue's frames follows.</summary>
    public Draft? Find(Cue cue)
    {
        var first = ClauseStart(cue);
        if (first < 0)
        {
            return null;
        }

        var isQuestion = IsQuestion(first);
        if (cue.With(isQuestion ? Frames.Question : Frames.Clause) is not { } entry)
        {
            return null;
        }

        var rule = _document.IsWord(first, "that") ? Rule.ThatClause : isQuestion ? Rule.QuestionClause : Rule.BareClause;
        var end = ContentEnd.Of(story, cue, first, first, isClause: true);
        return end > first ? Draft.Of(story, cue, entry, rule, story.WithWholeQuotations(cue.Head, first, end)) : null;
    }

    // First token of the clause that is the cue's complement: by its "that", by the parse, or as the next clause of the sentence.
    private int ClauseStart(Cue cue)
    {
        var place = story.BehindAdverbials(cue);
        var end = story.EndOfSentence(cue.Head);
        if (place < end && _document.IsWord(place, "that") && _document.Tokens[place].Tag is "IN" or "WDT")
        {
            return place;
        }

        if (ClosesQuotation(cue))
        {
            return -1;
        }

        if (place <= end && cue.Has(Frames.Object) && !cue.Has(Frames.Listener) && _document.ChildAfter(cue.Head, "obj", cue.Last) >= 0 && _document.Tokens[place].Tag is "DT" or "PRP$")
        {
            return -1;
        }

        if (ThatBehindAdverbial(cue, end) is var that and >= 0)
        {
            return that;
        }

        foreach (var child in _document.Dependencies.Of(cue.Head))
        {
            if (child > cue.Last && _document.Is(child, "ccomp"))
            {
                var first = FirstWord(cue, child);
                return place < first && BeginsPhrase(place) && !cue.Has(Frames.Listener | Frames.Complement) ? place : first;
            }
        }

        return place < end && IsBareClause(cue, place, end) ? place : -1;
    }

    private bool BeginsPhrase(int place) => _document.Tokens[place].Tag is "DT" or "PRP" or "PRP$" or "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "CD" or "EX";

    // “It is over,” said Ann Lee, who …; “Any news?” the captain asked, but nobody answered: the comma closes what the quotation began.
    private bool ClosesQuotation(Cue cue)
    {
        if (cue.First > 0 && story.Quoted.At(cue.First - 1) is var before && before >= 0 && before != story.Quoted.At(cue.Head) && story.Quoted.IsSpeech(before))
        {
            return true;
        }

        var source = story.SourceOf(cue);
        var start = source.IsNamed ? Math.Min(source.Range.First, cue.First) : cue.First;
        return start > 0 && story.Quoted.At(start - 1) is var q && q >= 0 && q != story.Quoted.At(cue.Head)
            && cue.Last + 1 < _document.Tokens.Length && _document.Word(cue.Last + 1)[0] is ',';
    }

    private int FirstWord(Cue cue, int clause)
    {
        var first = Math.Max(_document.Dependencies.First(clause), cue.Last + 1);
        while (first < clause && _document.IsPunctuation(first) && story.Quoted.At(first) == story.Quoted.At(cue.Head))
        {
            first++;
        }

        return first;
    }

    // "wrote from the harbour on Monday that …", "told a hall full of students that …", where the parser has gone astray.
    private int ThatBehindAdverbial(Cue cue, int end)
    {
        var place = cue.Last + 1;
        if (place > end || !(_document.Tokens[place].Tag is "IN" or "RB" || cue.Has(Frames.Listener)))
        {
            return -1;
        }

        for (var i = place; i < end && i < place + LongestAdverbial; i++)
        {
            if (_document.IsWord(i, "that") && _document.Tokens[i].Tag is "IN" or "WDT" && i > place && (!_document.IsVerb(i + 1) || !cue.Has(Frames.Listener)))
            {
                return i;
            }

            if (_document.IsVerb(i) || _document.Tokens[i].Tag is "MD" or "WP" or "WDT" or "WRB" || story.Quoted.At(i) != story.Quoted.At(cue.Head))
            {
                return -1;
            }
        }

        return -1;
    }

    // A verb that takes no object is followed by a noun phrase and a finite verb: that is a clause, whatever the parser makes of it.
    private bool IsBareClause(Cue cue, int place, int end)
    {
        if (!cue.Has(Frames.Clause) || !cue.Has(Frames.Quotation) || cue.Has(Frames.Object | Frames.ObjectInfinitive)
            || !BeginsPhrase(place))
        {
            return false;
        }

        for (var i = place + 1; i <= end; i++)
        {
            if (_document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return !(_document.Tokens[i - 1].Tag is "CC" or "WP" or "WDT");
            }
        }

        // "She said the nets cut her hands": whoever says takes no object, so the tagger has missed the verb.
        return cue.Entries[0].Lemma == "say" && end - place > FewestWords && story.SourceOf(cue) is { IsNamed: true } source && source.Range.Last < cue.First;
    }

    private bool IsQuestion(int first) => _document.Tokens[first].Tag is "WRB" or "WP" or "WDT" && !_document.IsWord(first, "that")
        || _document.IsWord(first, "whether") || _document.IsWord(first, "if");
}
