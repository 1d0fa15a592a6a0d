using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>
/// Sees to it that every quotation of a clause's length has an owner: the cue behind it, the one before it, a label, or whoever
/// spoke in the quotation that it goes on from.
/// </summary>
internal sealed class QuotationOwners(Surroundings story, FrontedFinder fronted)
{
    private readonly Document _document = story.Document;
    private readonly QuotationCues _cues = new(story);

    /// <summary>Adds drafts for the quotations that none of <paramref name="drafts"/> holds, and rejoins split ones.</summary>
    public List<Draft> Complete(IReadOnlyList<Draft> drafts)
    {
        var all = new List<Draft>(drafts);
        var owner = new int[story.Quoted.Outer.Count];
        Array.Fill(owner, -1);
        for (var d = 0; d < all.Count; d++)
        {
            Mark(owner, all[d], d);
        }

        var named = drafts.Select(d => d.Source).Where(s => s.IsNamed).OrderBy(s => s.Head).ToList();
        for (var q = 0; q < owner.Length; q++)
        {
            if (owner[q] < 0 && AroundCue(all, owner, q) is var joined and >= 0)
            {
                all[joined].Content.Insert(0, new TokenRange(story.Quoted.Outer[q].First, story.Quoted.Outer[q].Last));
                owner[q] = joined;
            }
            else if (owner[q] < 0 && (story.Quoted.IsSpeech(q) || IsReply(q) || q > 0 && GoesOnFrom(q, q - 1)))
            {
                Own(all, owner, q, named);
            }
        }

        return all;
    }

    // “Nonsense,” the minister replied: a word with a comma inside its marks is speech where a cue follows.
    private bool IsReply(int q)
    {
        var last = story.Quoted.Outer[q].Last;
        return last > 0 && _document.Word(last - 1)[0] is ',' or '?' or '!' && !story.Quoted.IsTitle(q) && _cues.Behind(last) is not null;
    }

    // “The road is safe,” she said, “and …”: the cue between has taken the second half already.
    private int AroundCue(List<Draft> all, int[] owner, int q)
    {
        if (q + 1 >= owner.Length || owner[q + 1] < 0 || !story.Quoted.IsSpeech(q) || _cues.Behind(story.Quoted.Outer[q].Last) is not { } cue)
        {
            return -1;
        }

        return ReferenceEquals(all[owner[q + 1]].Cue, cue) && all[owner[q + 1]].Rule == Rule.Quotation ? owner[q + 1] : -1;
    }

    private void Mark(int[] owner, Draft draft, int index)
    {
        foreach (var range in draft.Content)
        {
            for (var i = range.First; i <= range.Last; i++)
            {
                if (story.Quoted.At(i) is var q and >= 0)
                {
                    owner[q] = draft.Cue is null || story.Quoted.At(draft.Cue.Head) != q ? index : owner[q];
                    i = Math.Max(i, story.Quoted.Outer[q].Last);
                }
            }
        }
    }

    private void Own(List<Draft> all, int[] owner, int q, List<Source> named)
    {
        var quotation = story.Quoted.Outer[q];
        var range = new TokenRange(quotation.First, quotation.Last);
        var goesOn = q > 0 && owner[q - 1] >= 0;
        if (_cues.Behind(quotation.Last) is { } cue)
        {
            Add(Draft.Of(story, cue, cue.With(Frames.Quotation)!, Rule.Quotation, WithLead(range)));
        }
        else if (goesOn && GoesOnFrom(q, q - 1))
        {
            owner[q] = owner[q - 1];
            all[owner[q]].Content.Add(range);
        }
        else if (!quotation.Quotation.IsClosed && Unclosed(quotation) is { } unclosed)
        {
            Add(unclosed);
        }
        else if (_cues.Before(quotation.First) is { } introducing)
        {
            Add(Draft.Of(story, introducing, introducing.With(Frames.Quotation)!, Rule.Quotation, range));
        }
        else if (story.Quoted.IsSpeech(q) && BeforeColon(quotation.First) is { IsNamed: true } announcer)
        {
            Add(new Draft { Cue = null, Entry = null, Rule = Rule.Nearby, Content = [range], Source = announcer });
        }
        else if (goesOn && FollowsInStory(q))
        {
            Add(new Draft { Cue = null, Entry = null, Rule = Rule.Continuation, Content = [range], Source = all[owner[q - 1]].Source });
        }
        else if (story.Quoted.IsSpeech(q) && IsWholeSentence(quotation.First, quotation.Last))
        {
            Add(new Draft { Cue = null, Entry = null, Rule = Rule.Nearby, Content = [range], Source = Introducer(quotation.First, Nearest(named, quotation.First)) });
        }

        void Add(Draft draft)
        {
            owner[q] = all.Count;
            all.Add(draft);
        }
    }

    // The plan was “very bad,” Lund said: a quotation that words of the reporter's own lead up to belongs to their sentence.
    private TokenRange WithLead(TokenRange quotation)
    {
        var first = _document.Sentences[_document.Tokens[quotation.First].Sentence].First;
        if (first >= quotation.First - 1 || !GoesOnIn(quotation))
        {
            return quotation;
        }

        var isClause = _document.Tokens[quotation.First + 1].Tag is "VBD" or "VBZ" or "VBP" or "MD";
        for (var i = first; i < quotation.First; i++)
        {
            if (story.Quoted.At(i) >= 0 || story.CueAt(i) is { Part: CuePart.Verb } cue && cue.Has(Frames.Quotation) && _document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP")
            {
                return quotation;
            }

            isClause |= _document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD";
        }

        return isClause || IsFrame(first, quotation.First) ? quotation with { First = first } : quotation;
    }

    // “is a mistake” goes on in a sentence, and so does whatever follows “and” or “because”.
    private bool GoesOnIn(TokenRange quotation) =>
        char.IsLower(_document.Word(quotation.First + 1)[0]) && (!_document.IsPunctuation(quotation.First - 1) || _document.Word(quotation.First - 1)[0] is ',')
        || _document.Tokens[quotation.First - 1].Tag == "CC" || _document.Tokens[quotation.First - 1].Tag == "IN" && _document.Is(quotation.First - 1, "mark");

    // With so many boxes, “there is no single weak point”: more than the day or the place of the saying.
    private bool IsFrame(int first, int quotation) => quotation - first > 4 && _document.Word(quotation - 1)[0] is ',';

    // "Lund wanted more boats. “The crews are tired.”", "Lund told it thus: “…”": the one whom the sentence before is about, if named after
    // everybody who has spoken (the mention of Muzny et al. 2017 that ends the sentence before).
    private Source Introducer(int quotation, Source nearest)
    {
        var sentence = _document.Tokens[quotation].Sentence - 1;
        if (sentence < 0)
        {
            return nearest;
        }

        var (first, last) = (_document.Sentences[sentence].First, _document.Sentences[sentence].Last - 1);
        var isNear = _document.Sentences[sentence].Paragraph == _document.Sentences[sentence + 1].Paragraph || _document.Word(last)[0] is ':';
        for (var i = last; isNear && i >= first && i > nearest.Head; i--)
        {
            var verb = _document.Tokens[i].Head;
            if (_document.Is(i, "nsubj") && _document.Tokens[i].Tag is "NNP" or "PRP" && story.Quoted.At(i) < 0 && verb > i && _document.Is(verb, "root") && !_document.IsWord(i, "it"))
            {
                return ParsedPhrase.Of(_document, i, new TokenRange(first, verb - 1));
            }
        }

        return nearest;
    }

    // "Lund goes from port to port with a new message: “…”": whoever the clause before the colon is about.
    private Source BeforeColon(int quotation)
    {
        var colon = quotation - 1;
        if (colon < 1 || _document.Word(colon)[0] is not ':' || _document.Tokens[colon].Sentence != _document.Tokens[quotation].Sentence || story.Quoted.At(colon) >= 0)
        {
            return Source.None;
        }

        for (var i = _document.Sentences[_document.Tokens[colon].Sentence].First; i < colon; i++)
        {
            var verb = _document.Tokens[i].Head;
            if (_document.Is(i, "nsubj") && story.Quoted.At(i) < 0 && verb > i && verb < colon && !_document.Is(verb, "acl") && !_document.Is(verb, "advcl") && !_document.IsWord(i, "it") && !_document.IsWord(i, "that"))
            {
                return ParsedPhrase.Of(_document, i, new TokenRange(_document.Sentences[_document.Tokens[i].Sentence].First, verb - 1));
            }
        }

        return Source.None;
    }

    // Whoever was named last before the quotation as a speaker.
    private static Source Nearest(List<Source> named, int first)
    {
        var (low, high) = (0, named.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = named[middle].Head < first ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? named[low - 1] : Source.None;
    }

    // “The road is safe, the mayor wrote on Monday: the mark is missing before the cue that ends the sentence.
    private Draft? Unclosed(Quotations.QuotedTokens quotation)
    {
        for (var i = quotation.Last; i > quotation.First && _document.Tokens[i].Sentence == _document.Tokens[quotation.Last].Sentence; i--)
        {
            if (story.CueAt(i) is { Part: CuePart.Verb } cue && cue.Has(Frames.Quotation) && fronted.Find(cue) is { Content.Count: 1 } draft)
            {
                return draft with { Rule = Rule.Quotation, Content = [new TokenRange(quotation.First, draft.Last)] };
            }
        }

        return null;
    }

    // “…,” he said. “…” and “…,” he said, “…”: only the clause of the cue stands between.
    private bool GoesOnFrom(int q, int before)
    {
        var (end, start) = (story.Quoted.Outer[before].Last, story.Quoted.Outer[q].First);
        if (story.Quoted.Outer[q].Quotation.Continues == before)
        {
            return true;
        }

        if (_document.Sentences[_document.Tokens[end].Sentence].Paragraph != _document.Sentences[_document.Tokens[start].Sentence].Paragraph || start - end > 50)
        {
            return false;
        }

        var stops = 0;
        var hasCue = false;
        for (var i = end + 1; i < start; i++)
        {
            hasCue |= story.CueAt(i) is { } cue && cue.Has(Frames.Quotation);
            stops += _document.Word(i)[0] is '.' or '?' or '!' && i < start - 1 ? 1 : 0;
        }

        return hasCue && stops == 0 || start == end + 1;
    }

    // A quotation that begins its paragraph (or follows directly) goes on from the last of the paragraph before.
    private bool FollowsInStory(int q)
    {
        var (end, start) = (story.Quoted.Outer[q - 1].Last, story.Quoted.Outer[q].First);
        var between = _document.Sentences[_document.Tokens[start].Sentence].Paragraph - _document.Sentences[_document.Tokens[end].Sentence].Paragraph;
        return between <= 1 && _document.Tokens[start].Sentence - _document.Tokens[end].Sentence <= 1 && IsWholeSentence(start, story.Quoted.Outer[q].Last);
    }

    private bool IsWholeSentence(int first, int last) =>
        first <= _document.Sentences[_document.Tokens[first].Sentence].First && last >= _document.Sentences[_document.Tokens[last].Sentence].Last - 1;
}
