using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Finds what hangs on a noun that says: "the claim that", "his refusal to", "a call for".</summary>
internal sealed class NounContentFinder(Surroundings story)
{
    private readonly Document _document = story.Document;

    /// <summary>The content of the noun <paramref name="cue"/>, or null where the noun is none here.</summary>
    public Draft? Find(Cue cue)
    {
        foreach (var child in _document.Dependencies.Of(cue.Head))
        {
            if (child > cue.Head && ContentOf(cue, child) is { } draft)
            {
                return draft;
            }
        }

        return ByWords(cue);
    }

    // "readiness to meet", "Olsen's claim that …", where the parser hangs what follows on another word.
    private Draft? ByWords(Cue cue)
    {
        var next = cue.Last + 1;
        var end = story.EndOfSentence(cue.Head);
        if (next + 1 >= end)
        {
            return null;
        }

        if (_document.Tokens[next].Tag == "TO" && _document.Tokens[next + 1].Tag == "VB" && cue.With(Frames.Infinitive) is { } infinitive)
        {
            var target = next + 2 <= end ? NounPhrase.Beginning(_document, next + 2) : Source.None;
            return Make(cue, infinitive, next, ContentEnd.OfSubject(_document, cue, next, ContentEnd.Of(story, cue, next, Math.Max(_document.Dependencies.Last(next + 1), target.Range.Last)), isInfinitive: true), cue.Last);
        }

        if (OfListener(cue, next, end) is { } told)
        {
            return told;
        }

        var isClause = _document.IsWord(next, "that") && _document.Tokens[next].Tag == "IN" && _document.Tokens[next].Head > next;
        return isClause && cue.With(Frames.Clause) is { } clause
            ? Make(cue, clause, next, ContentEnd.OfSubject(_document, cue, next, ContentEnd.Of(story, cue, next, _document.Dependencies.Last(_document.Tokens[next].Head))), cue.Last)
            : null;
    }

    // "demands to governments to put schools first": whom it is demanded of is its subject.
    private Draft? OfListener(Cue cue, int to, int end)
    {
        if (!(_document.IsWord(to, "to") || _document.IsWord(to, "on")) || cue.With(Frames.Infinitive) is not { Act: SpeechAct.Demands } entry || NounPhrase.Beginning(_document, to + 1) is not { IsNamed: true } listener)
        {
            return null;
        }

        var infinitive = listener.Range.Last + 1;
        return infinitive < end && _document.Tokens[infinitive].Tag == "TO" && _document.Tokens[infinitive + 1].Tag == "VB"
            ? Make(cue, entry, to + 1, ContentEnd.OfSubject(_document, cue, to + 1, ContentEnd.Of(story, cue, infinitive, Math.Max(infinitive + 1, _document.Dependencies.Last(infinitive + 1))), isInfinitive: true), to)
            : null;
    }

    private Draft? ContentOf(Cue cue, int child)
    {
        var first = _document.Dependencies.First(child);
        if (first != cue.Head + 1)
        {
            return null;
        }

        var last = Math.Min(_document.Dependencies.Last(child), story.EndOfSentence(cue.Head));
        var isClause = _document.Is(child, "acl") || _document.Is(child, "ccomp") || _document.Is(child, "advcl");
        if (isClause && _document.IsWord(first, "that") && _document.Tokens[first].Tag == "IN" && cue.With(Frames.Clause) is { } claim)
        {
            return Make(cue, claim, first, ContentEnd.OfSubject(_document, cue, first, last), cue.Last);
        }

        if (isClause && _document.IsWord(first, "to") && _document.Tokens[first + 1].Tag is "VB" or "RB" && cue.With(Frames.Infinitive) is { } demand)
        {
            return Make(cue, demand, first, ContentEnd.OfSubject(_document, cue, first, last, isInfinitive: true), cue.Last);
        }

        if (cue.Entries[0].Has(Frames.Preposition) && IsBearer(cue) && _document.Child(cue.Head, "cop") < 0)
        {
            return null;
        }

        var word = _document.Word(first).ToString().ToLowerInvariant();
        return _document.Is(child, "nmod") && first < last && Array.Find(cue.Entries, e => e.Prepositions.Contains(word)) is { } entry
            ? Make(cue, entry, first + 1, IsBearer(cue) ? WithSecond(cue, last) : last, first)
            : null;
    }

    // "A supporter of the bill" says nothing by being named so; he does where it is said that he is one.
    private static bool IsBearer(Cue cue) => cue.Entries[0].Lemma is "supporter" or "opponent" or "advocate" or "proponent";

    // "a supporter of the union | and of its allies".
    private int WithSecond(Cue cue, int last)
    {
        var second = last + 2;
        return second < story.EndOfSentence(cue.Head) && _document.Tokens[last + 1].Tag == "CC" && _document.IsWord(second, "of") && NounPhrase.Beginning(_document, second + 1) is { IsNamed: true } more
            ? Math.Min(story.EndOfSentence(cue.Head), Math.Max(more.Range.Last, _document.Dependencies.Last(more.Head)))
            : last;
    }

    private Draft Make(Cue cue, CueEntry entry, int first, int last, int cueLast) => new()
    {
        Cue = cue,
        Entry = entry,
        Rule = Rule.NounContent,
        Source = story.SourceOf(cue),
        CueRange = new TokenRange(cue.First, cueLast),
        Content = [story.WithWholeQuotations(cue.Head, first, last)],
    };
}
