namespace DigestBot.Attribution.Quotations;

/// <summary>Words between quotation marks, within one paragraph.</summary>
/// <param name="Span">The marks and all between them; where a mark is missing, to the paragraph's end or the next opening mark.</param>
/// <param name="Inner">What stands between the marks.</param>
/// <param name="Depth">0 for a quotation of the story's own, 1 for one inside another.</param>
/// <param name="IsClosed">It has its closing mark.</param>
/// <param name="Continues">Index of the quotation of the paragraph before that this one goes on from, -1 where it begins afresh.</param>
internal readonly record struct Quotation(TextSpan Span, TextSpan Inner, int Depth, bool IsClosed, int Continues);
