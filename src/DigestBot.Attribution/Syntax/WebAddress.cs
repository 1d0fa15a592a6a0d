namespace DigestBot.Attribution.Syntax;

/// <summary>Addresses of pages and mailboxes, which are one token each.</summary>
internal static class WebAddress
{
    /// <summary>End of the address that starts at <paramref name="start"/>, or 0 where none does.</summary>
    public static int EndAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        var isAddress = rest[0] is 'h' or 'H' or 'w' or 'W' or 'f'
            && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
        return isAddress ? RunEnd(text, start) : 0;
    }

    /// <summary>End of the run of address characters from <paramref name="start"/>, without the punctuation of the sentence behind it.</summary>
    public static int RunEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && IsAddress(text[end]))
        {
            end++;
        }

        while (end > start + 1 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ')' or ']')
        {
            end--;
        }

        return end;
    }

    private static bool IsAddress(char c) => c is > ' ' and < '\x7f' and not ('"' or '<' or '>' or '`');
}
