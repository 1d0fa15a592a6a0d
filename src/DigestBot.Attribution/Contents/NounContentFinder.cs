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
            return Make(cue, infinitive, next, ContentEnd.Of(story, cue, next, Math.Max(_document.Dependencies.Last(next + 1), target.Range.Last)), cue.Last);
        }

        var isClause = _document.IsWord(next, "that") && _document.Tokens[next].Tag == "IN" && _document.Tokens[next].Head > next;
        return isClause && cue.With(Frames.Clause) is { } clause
            ? Make(cue, clause, next, ContentEnd.OfSubject(_document, cue, next, ContentEnd.Of(story, cue, next, _document.Dependencies.Last(_document.Tokens[next].Head))), cue.Last)
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

        if (isClause && _document.IsWord(first, "to") && cue.With(Frames.Infinitive) is { } demand)
        {
            return Make(cue, demand, first, last, cue.Last);
        }

        var word = _document.Word(first).ToString().ToLowerInvariant();
        return _document.Is(child, "nmod") && first < last && Array.Find(cue.Entries, e => e.Prepositions.Contains(word)) is { } entry
            ? Make(cue, entry, first + 1, last, first)
            : null;
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
