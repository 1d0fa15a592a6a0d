namespace DigestBot.Attribution.Syntax;

/// <summary>What the models see of a word: its form in small letters with digits, quotation marks and dashes made alike, as a hash.</summary>
internal static class WordForm
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of <paramref name="word"/>'s form (FNV-1a); never 0 to 3, which stand for places without a word.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        if (!char.IsLetterOrDigit(word[0]) && OfMark(word) is var mark and > 0)
        {
            return mark;
        }

        return Hash(word);
    }

    /// <summary>The hash of the last (<paramref name="length"/> positive) or first (negative) characters of <paramref name="word"/>, or of all of it.</summary>
    public static uint Affix(ReadOnlySpan<char> word, int length) =>
        Hash(length >= 0 ? word[Math.Max(0, word.Length - length)..] : word[..Math.Min(word.Length, -length)]);

    /// <summary>How a word is written: capitals, digits, hyphens and stops, as small number.</summary>
    public static uint Shape(ReadOnlySpan<char> word)
    {
        var (upper, lower, digits, stops, others) = (0, 0, 0, 0, 0);
        foreach (var c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
            stops += c == '.' ? 1 : 0;
            others += char.IsLetterOrDigit(c) ? 0 : 1;
        }

        var capitals = upper == 0 ? 0u : upper == 1 && char.IsUpper(word[0]) ? (lower > 0 ? 1u : 2u) : lower == 0 ? 3u : char.IsUpper(word[0]) ? 4u : 5u;
        var digit = digits == 0 ? 0u : digits == word.Length ? (digits == 4 ? 3u : 1u) : 2u;
        return capitals | (digit << 3) | (stops > 0 ? 32u : 0) | (others > stops ? 64u : 0) | (lower > 0 ? 128u : 0);
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
        {
            var normal = char.IsDigit(c) ? '0' : c is '’' or '‘' ? '\'' : c < '\x80' && char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : char.ToLowerInvariant(c);
            hash = (hash ^ normal) * Prime;
        }

        return hash < 4 ? hash + 4 : hash;
    }

    private static uint OfMark(ReadOnlySpan<char> word) => word switch
    {
        "\"" or "''" or "``" or "“" or "”" or "„" or "«" or "»" or "\"\"" or "‘‘" or "’’" or "‘’" => 4,
        "'" or "’" or "‘" or "`" => 5,
        "-" => 6,
        "–" or "—" or "--" or "---" or "――" => 7,
        "..." or "…" or ".." or "...." => 8,
        _ => 0,
    };
}
