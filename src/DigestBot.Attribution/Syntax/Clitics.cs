namespace DigestBot.Attribution.Syntax;

/// <summary>Short words that lean on the one before ("'s", "n't") or have lost their start ("'em"), with either form of apostrophe.</summary>
internal static class Clitics
{
    /// <summary>Whether <paramref name="c"/> can be an apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘';

    /// <summary>End of the clitic whose apostrophe stands at <paramref name="apostrophe"/>, or 0 where there is none.</summary>
    public static int EndAt(string text, int apostrophe)
    {
        var rest = text.AsSpan(apostrophe + 1);
        var length = rest switch
        {
            ['s' or 'S' or 'd' or 'D' or 'm' or 'M', ..] => 1,
            ['r' or 'R' or 'v' or 'V', 'e' or 'E', ..] or ['l' or 'L', 'l' or 'L', ..] => 2,
            _ => 0,
        };
        return length > 0 && IsBoundary(rest, length) ? apostrophe + 1 + length : 0;
    }

    /// <summary>Whether "n't" stands at <paramref name="start"/>.</summary>
    public static bool IsNotAt(string text, int start) =>
        text.AsSpan(start) is ['n' or 'N', '\'' or '’', 't' or 'T', ..] && IsBoundary(text.AsSpan(start), 3);

    /// <summary>End of "'em", "'til", "'cause", "'90s" and the like at <paramref name="start"/>, or 0.</summary>
    public static int ShortenedWordEnd(string text, int start)
    {
        var rest = text.AsSpan(start + 1);
        if (rest is [>= '0' and <= '9', >= '0' and <= '9', ..])
        {
            var length = rest is [_, _, 's', ..] ? 3 : 2;
            return IsBoundary(rest, length) ? start + 1 + length : 0;
        }

        foreach (var word in (ReadOnlySpan<string>)["em", "til", "till", "cause", "bout", "round"])
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && IsBoundary(rest, word.Length))
            {
                return start + 1 + word.Length;
            }
        }

        return 0;
    }

    /// <summary>Where words that the treebanks cut in two are cut ("can|not", "gon|na"); <paramref name="word"/>'s length elsewhere.</summary>
    public static int CutOf(ReadOnlySpan<char> word)
    {
        foreach (var fused in (ReadOnlySpan<string>)["cannot", "gonna", "gotta", "wanna"])
        {
            if (word.Equals(fused, StringComparison.OrdinalIgnoreCase))
            {
                return 3;
            }
        }

        return word.Length;
    }

    private static bool IsBoundary(ReadOnlySpan<char> rest, int length) => rest.Length <= length || !char.IsLetterOrDigit(rest[length]);
}
