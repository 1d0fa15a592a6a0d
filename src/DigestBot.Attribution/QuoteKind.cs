namespace DigestBot.Attribution;

/// <summary>How a content is given: in quotation marks, in the reporter's words, or partly so (PARC, PolNeAR).</summary>
public enum QuoteKind
{
    /// <summary>The reporter's words for what was said.</summary>
    Indirect,

    /// <summary>All of the content stands in quotation marks.</summary>
    Direct,

    /// <summary>A part of the content stands in quotation marks.</summary>
    Mixed,
}
