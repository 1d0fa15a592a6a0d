using System.Collections.Frozen;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Finds the content that stands behind a verb or adjective, by the frames that the lexicon gives it.</summary>
internal sealed class ComplementFinder(Surroundings story)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _inquiries =
        "study studies poll polls survey surveys report reports audit audits review reviews inquiry investigation analysis research researchers investigators auditors inspectors".Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Document _document = story.Document;
    private readonly ClauseFinder _clauses = new(story);
    private readonly PassiveFinder _passives = new(story);

    /// <summary>The content of <paramref name="cue"/>, or null where nothing of its frames follows.</summary>
    public Draft? Find(Cue cue) =>
        cue.IsPassive ? _passives.Find(cue) ?? Quotation(cue) ?? _clauses.Find(cue) ?? BehindAgent(cue)
        : Quotation(cue) ?? YesOrNo(cue) ?? _clauses.Find(cue) ?? Gerund(cue) ?? ObjectInfinitive(cue) ?? Infinitive(cue)
            ?? Prepositional(cue) ?? Complement(cue) ?? Object(cue);

    private Draft? Quotation(Cue cue)
    {
        if (cue.With(Frames.Quotation) is not { } entry)
        {
            return null;
        }

        var place = story.BehindAdverbials(cue);
        if (story.Quoted.InnerAt(place) is { } inner)
        {
            return Draft.Of(story, cue, entry, Rule.Quotation, inner);
        }

        var colon = place < _document.Tokens.Length && _document.Word(place)[0] is ':';
        place += colon ? 1 : 0;
        if (place >= _document.Tokens.Length || story.Quoted.At(place) is var q && (q < 0 || q == story.Quoted.At(cue.Head) || story.Quoted.Outer[q].First != place))
        {
            return colon ? AfterColon(cue, entry, place) : null;
        }

        var quotation = story.Quoted.Outer[q];
        if (!story.Quoted.IsSpeech(q) && !colon && quotation.Last < story.EndOfSentence(cue.Head) - 1 && _document.Word(quotation.Last - 1)[0] is not ('!' or '?'))
        {
            return null;
        }

        return Draft.Of(story, cue, entry, Rule.Quotation, new TokenRange(quotation.First, quotation.Last));
    }

    private Draft? AfterColon(Cue cue, CueEntry entry, int place)
    {
        var end = story.EndOfSentence(cue.Head);
        return place < end && story.SourceOf(cue).IsNamed ? Draft.Of(story, cue, entry, Rule.Label, story.WithWholeQuotations(cue.Head, place, end)) : null;
    }

    private Draft? Infinitive(Cue cue)
    {
        var next = cue.Last + 1;
        if (cue.With(Frames.Infinitive) is { } plan && next < story.EndOfSentence(cue.Head) && _document.Tokens[next].Tag == "TO" && _document.Tokens[next + 1].Tag is "VB" or "RB")
        {
            var parsed = Math.Max(_document.Dependencies.Last(cue.Head), _document.Dependencies.Last(Math.Max(next, _document.Tokens[next].Head)));
            return Draft.Of(story, cue, plan, Rule.Infinitive, new TokenRange(next, ContentEnd.Of(story, cue, next, parsed)));
        }

        var infinitive = _document.ChildAfter(cue.Head, "xcomp", cue.Last);
        if (infinitive < 0)
        {
            infinitive = _document.ChildAfter(cue.Head, "advcl", cue.Last);
        }

        if (infinitive < 0 || _document.Child(infinitive, "mark") is var to && (to < 0 || !_document.IsWord(to, "to")))
        {
            return null;
        }

        var end = ContentEnd.Of(story, cue, to, _document.Dependencies.Last(cue.Head));
        var target = _document.ChildAfter(cue.Head, "obj", cue.Last);
        if (target < 0)
        {
            target = _document.ChildAfter(cue.Head, "iobj", cue.Last);
        }

        if (target >= 0 && target < to)
        {
            return cue.With(Frames.ObjectInfinitive) is { } urge ? Draft.Of(story, cue, urge, Rule.ObjectInfinitive, WithTarget(_document.Dependencies.First(target), to, end)) : null;
        }

        return to <= cue.Last + 2 && cue.With(Frames.Infinitive) is { } entry ? Draft.Of(story, cue, entry, Rule.Infinitive, new TokenRange(to, end)) : null;
    }

    // "said no".
    private Draft? YesOrNo(Cue cue)
    {
        var place = story.BehindAdverbials(cue);
        var isAnswer = place <= story.EndOfSentence(cue.Head) && (_document.IsWord(place, "no") || _document.IsWord(place, "yes") || _document.IsWord(place, "so"))
            && (place + 1 == _document.Tokens.Length || _document.IsPunctuation(place + 1));
        return isAnswer && cue.With(Frames.Quotation) is { } entry ? Draft.Of(story, cue, entry, Rule.Object, new TokenRange(place, place)) : null;
    }

    // "recommended closing two harbours".
    private Draft? Gerund(Cue cue)
    {
        var first = cue.Last + 1;
        return cue.With(Frames.Gerund) is { } entry && first < story.EndOfSentence(cue.Head) && _document.Tokens[first].Tag == "VBG"
            ? Draft.Of(story, cue, entry, Rule.Infinitive, story.WithWholeQuotations(cue.Head, first, ContentEnd.Of(story, cue, first, _document.Dependencies.Last(cue.Head))))
            : null;
    }

    // "asked the crews to return": the infinitive behind the object, wherever the parser hangs it.
    private Draft? ObjectInfinitive(Cue cue)
    {
        var first = cue.Last + 1;
        var end = story.EndOfSentence(cue.Head);
        if (cue.With(Frames.ObjectInfinitive) is not { } entry || first >= end || NounPhrase.Beginning(_document, first) is not { IsNamed: true } target)
        {
            return null;
        }

        var to = BehindTime(target.Range.Last + 1, end);
        return IsInfinitive(to, end) ? Draft.Of(story, cue, entry, Rule.ObjectInfinitive, WithTarget(first, to, story.WithWholeQuotations(cue.Head, first, ContentEnd.Of(story, cue, to, _document.Dependencies.Last(cue.Head))).Last)) : null;
    }

    // "asked him on Thursday | to leave": when it was asked is no part of what was asked.
    private TokenRange[] WithTarget(int first, int to, int end)
    {
        var target = NounPhrase.Beginning(_document, first);
        return target.IsNamed && target.Range.Last + 1 < to && BehindTime(target.Range.Last + 1, end) == to ? [target.Range, new TokenRange(to, end)] : [new TokenRange(first, end)];
    }

    // First token from place on that tells no time: behind "on Thursday", "twice", "last week".
    private int BehindTime(int place, int end)
    {
        var (behind, isTime) = (place, false);
        while (behind <= end && (NounPhrase.IsTime(_document, behind) || _document.Tokens[behind].Tag is "IN" or "RB" or "CD" or "JJ" or "DT") && !VerbGroup.IsNegated(_document, behind, behind + 1))
        {
            isTime |= NounPhrase.IsTime(_document, behind) || _document.Tokens[behind].Tag == "RB" && behind == place;
            behind++;
        }

        return isTime ? behind : place;
    }

    private Draft? Prepositional(Cue cue)
    {
        var place = cue.Last + 1;
        if (place + 1 <= story.EndOfSentence(cue.Head) && _document.Tokens[place].Tag is "IN" or "TO" or "RP" && EntryFor(cue, place) is { } adjacent
            && (_document.Tokens[place + 1].Tag is "DT" or "PRP" or "PRP$" or "VBG" or "JJ" or "CD" or "WP" or "WRB" or "IN" or "RB" || _document.IsNoun(place + 1)))
        {
            var last = ContentEnd.Of(story, cue, place + 1, Math.Max(_document.Dependencies.Last(cue.Head), EndOfInfinitive(place + 1, story.EndOfSentence(cue.Head))));
            if (!IsListener(adjacent, place) || NounPhrase.Beginning(_document, place + 1) is { IsNamed: true } listener && IsInfinitive(BehindNot(listener.Range.Last + 1), last))
            {
                return Draft.Of(story, cue, adjacent, Rule.PrepositionalObject, story.WithWholeQuotations(cue.Head, place + 1, last)) with { CueRange = new TokenRange(cue.First, place) };
            }
        }

        if (ForBehindListener(cue) is { } asked)
        {
            return asked;
        }

        foreach (var child in _document.Dependencies.Of(cue.Head))
        {
            var preposition = child > cue.Last && (_document.Is(child, "obl") || _document.Is(child, "advcl") || _document.Is(child, "nmod")) ? FirstCase(child) : -1;
            if (preposition <= cue.Last || preposition > cue.Last + 2 || EntryFor(cue, preposition) is not { } entry || IsListener(entry, preposition))
            {
                continue;
            }

            // "accused Carver | of hiding", "pointed them | to the figures": whom is a part of what is said.
            if (preposition == cue.Last + 2 && entry.Act != SpeechAct.Asks && !NounPhrase.IsTime(_document, cue.Last + 1) && (_document.Is(cue.Last + 1, "obj") || _document.Is(cue.Last + 1, "iobj")))
            {
                return Draft.Of(story, cue, entry, Rule.PrepositionalObject, story.WithWholeQuotations(cue.Head, cue.Last + 1, ContentEnd.Of(story, cue, preposition + 1, _document.Dependencies.Last(cue.Head))));
            }

            return Draft.Of(story, cue, entry, Rule.PrepositionalObject, story.WithWholeQuotations(cue.Head, preposition + 1, ContentEnd.Of(story, cue, preposition + 1, _document.Dependencies.Last(cue.Head)))) with
            {
                CueRange = new TokenRange(cue.First, preposition),
            };
        }

        return null;
    }

    // "pressed by the council | about the cost", "asked about it".
    private Draft? BehindAgent(Cue cue)
    {
        var place = story.BehindAdverbials(cue);
        place -= place > cue.Last + 1 && _document.Word(place - 1)[0] is ',' ? 1 : 0;
        var isClause = place + 1 < _document.Tokens.Length && (_document.Tokens[place + 1].Tag is "WRB" or "WP" or "WDT" || _document.IsWord(place + 1, "whether"));
        return place < story.EndOfSentence(cue.Head) && EntryFor(cue, place) is { Act: SpeechAct.Asks } entry
            ? Draft.Of(story, cue, entry, Rule.PrepositionalObject, story.WithWholeQuotations(cue.Head, place + 1, ContentEnd.Of(story, cue, place + 1, _document.Dependencies.Last(cue.Head), isClause))) with
            {
                CueRange = new TokenRange(cue.First, place == cue.Last + 1 ? place : cue.Last),
            }
            : null;
    }

    // "called for pay to be cut": the infinitive behind the noun is what is called for, wherever the parser hangs it; 0 where there is none.
    private int EndOfInfinitive(int first, int end)
    {
        var to = NounPhrase.Beginning(_document, first) is { IsNamed: true } subject ? subject.Range.Last + 1 : end;
        if (!IsInfinitive(to, end))
        {
            return 0;
        }

        var verb = _document.Tokens[to].Head > to ? _document.Tokens[to].Head : to + 1;
        return Math.Min(end, Math.Max(verb, _document.Dependencies.Last(verb)));
    }

    // "asked the owners for more time", "appealed to the owners for more time".
    private Draft? ForBehindListener(Cue cue)
    {
        var place = cue.Last + 1;
        place += place < _document.Tokens.Length && (_document.IsWord(place, "to") || _document.IsWord(place, "with")) ? 1 : 0;
        var end = story.EndOfSentence(cue.Head);
        if (place >= end || NounPhrase.Beginning(_document, place) is not { IsNamed: true } listener || NounPhrase.IsTime(_document, listener.Head) || listener.Range.Last + 1 >= end)
        {
            return null;
        }

        var preposition = listener.Range.Last + 1;
        return _document.IsWord(preposition, "for") && EntryFor(cue, preposition) is { Act: SpeechAct.Demands } entry
            ? Draft.Of(story, cue, entry, Rule.PrepositionalObject, story.WithWholeQuotations(cue.Head, place, ContentEnd.Of(story, cue, preposition + 1, _document.Dependencies.Last(cue.Head)))) with { CueRange = new TokenRange(cue.First, place - 1) }
            : null;
    }

    // "appealed to the crews to return": behind such a preposition stands who is to do it; what he is to do must follow.
    private bool IsListener(CueEntry entry, int preposition) =>
        entry.Act == SpeechAct.Demands && (_document.IsWord(preposition, "to") || _document.IsWord(preposition, "with"));

    private int BehindNot(int token) => token < _document.Tokens.Length && _document.IsWord(token, "not") ? token + 1 : token;

    private bool IsInfinitive(int to, int last) => to < last && _document.Tokens[to].Tag == "TO" && _document.Tokens[to + 1].Tag is "VB" or "RB";

    private int FirstCase(int word)
    {
        var marker = _document.Child(word, "case");
        return marker >= 0 ? marker : _document.Child(word, "mark");
    }

    private CueEntry? EntryFor(Cue cue, int preposition)
    {
        var word = _document.Word(preposition).ToString().ToLowerInvariant();
        return Array.Find(cue.Entries, e => e.Prepositions.Contains(word));
    }

    // "called him a liar", "considers it finished": all that stands behind the verb in its clause.
    private Draft? Complement(Cue cue)
    {
        var first = cue.Last + 1;
        if (cue.With(Frames.Complement) is not { } entry || first > story.EndOfSentence(cue.Head)
            || !(_document.Tokens[first].Tag is "DT" or "PRP" or "PRP$" or "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "CD" or "VBG"))
        {
            return null;
        }

        var last = ContentEnd.Of(story, cue, first, _document.Dependencies.Last(cue.Head));
        return last > first ? Draft.Of(story, cue, entry, Rule.Complement, story.WithWholeQuotations(cue.Head, first, last)) : null;
    }

    private Draft? Object(Cue cue)
    {
        var target = _document.ChildAfter(cue.Head, "obj", cue.Last);
        target = target >= 0 ? target : ThatThing(cue);
        if (target < 0 || SaysNothing(cue, target))
        {
            return null;
        }

        var first = Math.Max(_document.Dependencies.First(target), cue.Last + 1);
        first = first == cue.Last + 2 && _document.IsWord(first - 1, "that") ? first - 1 : first;
        var last = _document.Dependencies.Last(target);
        if (last + 1 < _document.Tokens.Length && cue.With(Frames.As) is { } asEntry && _document.ChildThatBegins(cue.Head, last + 1, "as") is var role and >= 0)
        {
            return Draft.Of(story, cue, asEntry, Rule.Complement, story.WithWholeQuotations(cue.Head, first, ContentEnd.Of(story, cue, first, _document.Dependencies.Last(role))));
        }

        if (cue.With(Frames.ObjectOf) is { } accuse && _document.ChildThatBegins(cue.Head, last + 1, "of") is var charge and >= 0)
        {
            return Draft.Of(story, cue, accuse, Rule.Complement, story.WithWholeQuotations(cue.Head, first, ContentEnd.Of(story, cue, first, _document.Dependencies.Last(charge))));
        }

        if (cue.With(Frames.ObjectOf) is { } blame && BehindParenthesis(target, first) is var of and >= 0)
        {
            return Draft.Of(story, cue, blame, Rule.Complement, story.WithWholeQuotations(cue.Head, first, Math.Max(of + 1, ContentEnd.Of(story, cue, of, story.EndOfSentence(cue.Head)))));
        }

        if (Finding(cue) is { } finding)
        {
            return Draft.Of(story, cue, finding, Rule.Object, story.WithWholeQuotations(cue.Head, first, ContentEnd.Of(story, cue, first, first, isClause: true)));
        }

        if (cue.With(Frames.Object) is not { } entry)
        {
            return null;
        }

        var end = ContentEnd.Of(story, cue, first, _document.Dependencies.Last(cue.Head));
        return Draft.Of(story, cue, entry, Rule.Object, story.WithWholeQuotations(cue.Head, first, IsOfPast(cue, entry) ? Circumstances.Without(_document, first, end) : end));
    }

    // "rejected that argument": behind a verb that has no clause "that" points at a thing, whatever the parser makes of it. -1 where it does not.
    private int ThatThing(Cue cue)
    {
        var that = cue.Last + 1;
        return that + 2 < _document.Tokens.Length && _document.IsWord(that, "that") && cue.Has(Frames.Object) && !cue.Has(Frames.Clause) && _document.Tokens[that + 1].Tag is "NN"
            && (_document.Tokens[that + 2].Tag == "IN" || _document.IsPunctuation(that + 2)) ? that + 1 : -1;
    }

    // "The study found 31 cases": what an inquiry finds it says.
    private CueEntry? Finding(Cue cue) =>
        cue.Entries[0].Lemma == "find" && !cue.IsPassive && story.SourceOf(cue) is { IsNamed: true } source && _inquiries.Contains(_document.Word(source.Head)) ? cue.Entries[0] : null;

    // "accused the owner's son, Per Lund, | of folly"; -1 where no "of" follows the parenthesis.
    private int BehindParenthesis(int target, int first)
    {
        var phrase = NounPhrase.Beginning(_document, first);
        if (!phrase.IsNamed || phrase.Range.Last < target)
        {
            return -1;
        }

        var comma = Parenthesis.EndBehind(_document, phrase, isOpening: false) + 1;
        return comma > phrase.Range.Last + 1 && comma + 2 < _document.Tokens.Length && _document.Word(comma)[0] is ',' && _document.IsWord(comma + 1, "of") ? comma + 1 : -1;
    }

    // "rejected the offer | on Friday": the day is the rejection's; a vote that is demanded can be on Friday itself.
    private bool IsOfPast(Cue cue, CueEntry entry) =>
        (_document.Tokens[cue.Head].Tag == "VBD" || _document.IsWord(cue.First, "had")) && entry.Act is SpeechAct.Rejects or SpeechAct.Denies or SpeechAct.Accepts or SpeechAct.Praises or SpeechAct.Accuses or SpeechAct.Says;

    // A war that claims lives, who offers nothing, and "Discussing the quota, Lund said …", which only tells what he spoke of.
    private bool SaysNothing(Cue cue, int target)
    {
        var isTopic = _document.Tokens[cue.Head].Tag == "VBG" && cue.First == story.StartOfSentence(cue.Head) && !cue.Has(Frames.Quotation) && cue.Entries[0].Act == SpeechAct.Says;
        var isNothing = (_document.IsWord(target, "nothing") || _document.IsWord(target, "little")) && !IsToldMore(target);
        return isTopic || isNothing && Array.Exists(cue.Entries, e => e.Act == SpeechAct.Offers)
            || cue.Entries[0].Lemma == "claim" && (_document.IsWord(target, "lives") || _document.IsWord(target, "life") || _document.IsWord(target, "victims"));
    }

    // "offered nothing that would help", "nothing but silence": what he did not offer is told.
    private bool IsToldMore(int target) =>
        target + 1 < _document.Tokens.Length && (_document.Tokens[target + 1].Tag is "WDT" or "WP" or "JJR" or "TO" || _document.IsWord(target + 1, "that") || _document.IsWord(target + 1, "but"));
}
