namespace DigestBot.Attribution.Quotations;

/// <summary>A quotation as tokens, marks included: [<paramref name="First"/>, <paramref name="Last"/>].</summary>
internal readonly record struct QuotedTokens(int First, int Last, Quotation Quotation);
