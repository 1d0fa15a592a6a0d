namespace DigestBot.Attribution.Syntax;

/// <summary>Addresses of pages and mailboxes, which are one token each.</summary>
internal static class WebAddress
{
    // Of what stands before an "@"; RFC 5321 allows 64.
    private const int LongestName = 64;

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

    /// <summary>Whether the stop at <paramref name="stop"/> is inside the name of a mailbox: "j.smith@example.org".</summary>
    public static bool IsMailboxFrom(string text, int stop)
    {
        var limit = Math.Min(text.Length - 1, stop + LongestName);
        var place = stop + 1;
        while (place < limit && (char.IsAsciiLetterOrDigit(text[place]) || text[place] is '.' or '_' or '-'))
        {
            place++;
        }

        return place < limit && text[place] == '@' && char.IsAsciiLetterOrDigit(text[place + 1]);
    }

    private static bool IsAddress(char c) => c is > ' ' and < '\x7f' and not ('"' or '<' or '>' or '`');
}
