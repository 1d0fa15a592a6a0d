using DigestBot.Attribution.Cues;
using DigestBot.Attribution.Quotations;

namespace DigestBot.Attribution.Contents;

/// <summary>What every rule about contents looks at: the story, its quotations, and all candidates for cues.</summary>
internal sealed class Surroundings
{
    private readonly int[] _cueAt;
    private readonly Source?[] _sources;
    private readonly int[] _behindAdverbials;
    private readonly int[] _frontedStarts;

    /// <summary>Prepares the look-ups of <paramref name="cues"/> by token.</summary>
    public Surroundings(Document document, IReadOnlyList<Cue> cues)
    {
        (Document, Cues) = (document, cues);
        _sources = new Source?[cues.Count];
        _behindAdverbials = new int[cues.Count];
        _frontedStarts = new int[cues.Count];
        Array.Fill(_frontedStarts, -1);
        _cueAt = new int[document.Tokens.Length];
        Array.Fill(_cueAt, -1);
        for (var i = 0; i < cues.Count; i++)
        {
            _cueAt[cues[i].Head] = i;
        }
    }

    /// <summary>The story.</summary>
    public Document Document { get; }

    /// <summary>Its quotations.</summary>
    public QuotedText Quoted => Document.Quoted;

    /// <summary>All candidates for cues.</summary>
    public IReadOnlyList<Cue> Cues { get; }

    /// <summary>The candidate whose main word is <paramref name="token"/>, or null.</summary>
    public Cue? CueAt(int token) => _cueAt[token] >= 0 ? Cues[_cueAt[token]] : null;

    /// <summary>Who is named as the speaker of <paramref name="cue"/>.</summary>
    public Source SourceOf(Cue cue) => _sources[_cueAt[cue.Head]] ??= SharedSpeaker.Of(this, cue) is { } first ? SourceOf(first) : SourceFinder.Find(Document, cue);

    /// <summary>First token behind <paramref name="cue"/> that is neither an adverbial, a listener nor a comma around them.</summary>
    public int BehindAdverbials(Cue cue)
    {
        ref var place = ref _behindAdverbials[_cueAt[cue.Head]];
        return place > 0 ? place : place = Adverbials.Behind(this, cue);
    }

    /// <summary>The comma before a cue that closes its content (", he said"); 0 where <paramref name="cue"/> is none.</summary>
    public int FrontedStart(Cue cue)
    {
        ref var start = ref _frontedStarts[_cueAt[cue.Head]];
        return start >= 0 ? start : start = ContentEnd.FrontedCue(this, cue);
    }

    /// <summary>Last token before the full stop (and closing marks) of the sentence that <paramref name="token"/> stands in, within its quotation if it stands in one.</summary>
    public int EndOfSentence(int token)
    {
        var last = Document.Sentences[Document.Tokens[token].Sentence].Last - 1;
        var quotation = Quoted.At(token);
        last = quotation >= 0 ? Math.Min(last, Quoted.Outer[quotation].Last) : last;
        while (last > token && Document.IsPunctuation(last) && Document.Word(last)[0] is not (')' or ']' or '%') && (quotation >= 0 || Quoted.At(last) < 0))
        {
            last--;
        }

        return last;
    }

    /// <summary>First word of the sentence that <paramref name="token"/> stands in, within its quotation if it stands in one.</summary>
    public int StartOfSentence(int token)
    {
        var first = Document.Sentences[Document.Tokens[token].Sentence].First;
        var quotation = Quoted.At(token);
        first = quotation >= 0 ? Math.Max(first, Quoted.Outer[quotation].First) : first;
        while (first < token && Document.IsPunctuation(first) && Quoted.At(first) == quotation && (quotation >= 0 || Document.Word(first)[0] is not ('(' or '[')))
        {
            first++;
        }

        return first;
    }

    /// <summary>Widens a content so that it holds whole quotations: none is cut in two.</summary>
    public TokenRange WithWholeQuotations(int cue, int first, int last)
    {
        var own = Quoted.At(cue);
        if (Quoted.At(last) is var atEnd && atEnd >= 0 && atEnd != own)
        {
            last = Math.Max(last, Quoted.Outer[atEnd].Last);
        }
        else if (last + 1 < Document.Tokens.Length && Quoted.At(last) < 0 && Quoted.At(first) is var atStart && atStart >= 0 && atStart != own)
        {
            first = Quoted.Outer[atStart].First;
        }

        if (Quoted.At(first) is var opening && opening >= 0 && opening != own)
        {
            first = Quoted.Outer[opening].First > cue || cue > last ? Quoted.Outer[opening].First : first;
        }

        return new TokenRange(first, last);
    }
}
