using DigestBot.Attribution.Acts;
using DigestBot.Attribution.Contents;

namespace DigestBot.Attribution;

/// <summary>Turns what the rules found into statements with spans and resolved speakers.</summary>
internal static class StatementWriter
{
    /// <summary>The reading that <paramref name="drafts"/> make of <paramref name="document"/>.</summary>
    public static Reading Write(Document document, IReadOnlyList<Draft> drafts)
    {
        var within = Nesting.Of(document, drafts);
        var proposals = drafts.Select((d, i) => Proposal(document, d) with { SpeakerHead = Referent(document, drafts, within, i) }).ToList();
        var resolution = SpeakerResolver.Resolve(document, proposals, [.. document.Quoted.Outer.Select(q => q.Quotation.Span)]);
        var statements = drafts.Select((draft, i) => new Statement
        {
            SpeakerId = resolution.SpeakerIds[i],
            SpeakerSpans = proposals[i].SpeakerSpans,
            CueSpans = proposals[i].CueSpans,
            ContentSpans = proposals[i].ContentSpans,
            Kind = proposals[i].Kind,
            Act = ActReader.Act(document, draft),
            IsNegated = (draft.Cue?.IsNegated ?? false) && !ActReader.IsRefusal(document, draft),
            Condition = Span(document, Condition(document, draft)),
            Addressee = Span(document, ActReader.Addressee(document, draft)),
            Within = within[i] < 0 ? null : within[i],
            Confidence = proposals[i].Confidence,
        });
        return new Reading { Speakers = resolution.Speakers, Statements = [.. statements] };
    }

    /// <summary>The draft as spans.</summary>
    public static Proposal Proposal(Document document, Draft draft) => new()
    {
        SpeakerSpans = draft.Source.IsNamed ? [document.SpanOf(draft.Source.Range.First, draft.Source.Range.Last)] : [],
        SpeakerHead = draft.Source.Referent,
        CueSpans = draft.CueRange.First >= 0 ? [document.SpanOf(draft.CueRange.First, draft.CueRange.Last)] : [],
        CueHead = draft.Cue?.Head ?? -1,
        ContentSpans = [.. draft.Content.Select(r => document.SpanOf(r.First, r.Last))],
        Kind = Kind(document, draft),
        Confidence = Confidence.Of(draft),
    };

    // "We want an apology", inside a quotation: whoever speaks the quotation.
    private static int Referent(Document document, IReadOnlyList<Draft> drafts, int[] within, int index)
    {
        var referent = drafts[index].Source.Referent;
        for (var parent = within[index]; parent >= 0 && referent >= 0 && IsFirstPerson(document, referent); parent = within[parent])
        {
            referent = drafts[parent].Source.Referent;
        }

        return referent;
    }

    private static bool IsFirstPerson(Document document, int token) =>
        document.IsWord(token, "we") || document.IsWord(token, "i") || document.IsWord(token, "our") || document.IsWord(token, "my") || document.IsWord(token, "us") || document.IsWord(token, "me");

    private static TextSpan? Span(Document document, TokenRange? range) => range is { } r ? document.SpanOf(r.First, r.Last) : null;

    // Which of several sentences a condition belongs to is not for the whole quotation to say.
    private static TokenRange? Condition(Document document, Draft draft) =>
        draft.Content is [var content] && document.Tokens[content.First].Sentence == document.Tokens[content.Last].Sentence ? Conditions.In(document, content) : null;

    private static QuoteKind Kind(Document document, Draft draft)
    {
        if (IsOwnVoice(document, draft))
        {
            return QuoteKind.Direct;
        }

        var all = draft.Content.All(r => document.Quoted.At(r.First) is var q && q >= 0 && document.Quoted.Outer[q].First == r.First && document.Quoted.Outer[q].Last == r.Last
            || document.Quoted.InnerAt(r.First) == r);
        return all ? QuoteKind.Direct : draft.Content.Any(r => Enumerable.Range(r.First, r.Last - r.First + 1).Any(i => QuotationMarkAt(document, i))) ? QuoteKind.Mixed : QuoteKind.Indirect;
    }

    // "We will not go", inside a quotation: the words of whoever speaks it.
    private static bool IsOwnVoice(Document document, Draft draft) =>
        draft.Content is [var content] && document.Quoted.At(content.First) is var q and >= 0 && document.Quoted.At(content.Last) == q
        && (draft.Rule == Rule.QuotedAct || draft.Cue is { } cue && document.Quoted.At(cue.Head) == q && draft.Source.IsNamed && IsFirstPerson(document, draft.Source.Referent))
        && !Enumerable.Range(content.First, content.Last - content.First + 1).Any(i => QuotationMarkAt(document, i));

    private static bool QuotationMarkAt(Document document, int token) => Quotations.QuotationMark.CanBe(document.Word(token)[0]) && document.IsPunctuation(token) && document.Tokens[token].Tag != "POS";
}
