namespace DigestBot.Answers;

/// <summary>The words of a text in lower case, as full-text search counts them: letters and digits, with a number's commas and points, an abbreviation's points and a word's apostrophes.</summary>
internal static class TextWords
{
    /// <summary>All words in text order; a possessive ending is left out.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInside(text, at)))
            {
                at++;
            }

            yield return Bare(text[start..at].ToLowerInvariant());
        }
    }

    /// <summary>The word without "'s".</summary>
    private static string Bare(string word) =>
        word.Length > 2 && word[^1] == 's' && word[^2] is '\'' or '’' ? word[..^2] : word;

    private static bool IsInside(string text, int at)
    {
        if (at == 0 || at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]) || !char.IsLetterOrDigit(text[at - 1]))
        {
            return false;
        }

        return text[at] switch
        {
            '\'' or '’' => true,
            ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            // "1.5", "U.S."
            '.' => char.IsDigit(text[at - 1]) ? char.IsDigit(text[at + 1]) : at == 1 || !char.IsLetterOrDigit(text[at - 2]),
            _ => false,
        };
    }
}
