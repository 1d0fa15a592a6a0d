namespace DigestBot.Attribution;

/// <summary>
/// A statement on its way: what rules or the judge propose before speakers are resolved. Spans as in <see cref="Statement"/>;
/// token indices are into <see cref="Document.Tokens"/>.
/// </summary>
internal sealed record Proposal
{
    /// <summary>The speaker's noun phrase; empty where the text names nobody.</summary>
    public required IReadOnlyList<TextSpan> SpeakerSpans { get; init; }

    /// <summary>Token index of the noun phrase's head word, -1 where there is none.</summary>
    public required int SpeakerHead { get; init; }

    /// <summary>The words that say that somebody says; empty where a quotation stands alone.</summary>
    public required IReadOnlyList<TextSpan> CueSpans { get; init; }

    /// <summary>Token index of the cue's main word, -1 where there is none.</summary>
    public required int CueHead { get; init; }

    /// <summary>What was said, in text order.</summary>
    public required IReadOnlyList<TextSpan> ContentSpans { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required QuoteKind Kind { get; init; }

    /// <summary>How sure the proposer is, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;
}
