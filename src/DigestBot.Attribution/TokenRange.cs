namespace DigestBot.Attribution;

/// <summary>Tokens of a document, both ends included.</summary>
internal readonly record struct TokenRange(int First, int Last)
{
    /// <summary>Whether <paramref name="token"/> is one of them.</summary>
    public bool Contains(int token) => token >= First && token <= Last;

    /// <summary>Whether the two share a token.</summary>
    public bool Overlaps(TokenRange other) => First <= other.Last && other.First <= Last;

    /// <summary>Brings <paramref name="ranges"/> into text order and makes one of those that share a token.</summary>
    public static void JoinOverlapping(List<TokenRange> ranges)
    {
        ranges.Sort((one, other) => one.First.CompareTo(other.First));
        for (var i = ranges.Count - 1; i > 0; i--)
        {
            if (ranges[i - 1].Overlaps(ranges[i]))
            {
                ranges[i - 1] = ranges[i - 1] with { Last = Math.Max(ranges[i - 1].Last, ranges[i].Last) };
                ranges.RemoveAt(i);
            }
        }
    }
}
