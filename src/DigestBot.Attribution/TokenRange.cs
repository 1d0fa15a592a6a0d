namespace DigestBot.Attribution;

/// <summary>Tokens of a document, both ends included.</summary>
internal readonly record struct TokenRange(int First, int Last)
{
    /// <summary>Whether <paramref name="token"/> is one of them.</summary>
    public bool Contains(int token) => token >= First && token <= Last;

    /// <summary>Whether the two share a token.</summary>
    public bool Overlaps(TokenRange other) => First <= other.Last && other.First <= Last;
}
