namespace DigestBot.Answers;

/// <summary>One word of a question.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Lower">In lower case, with straight apostrophes.</param>
/// <param name="Quotation">Number of the quotation that it stands in, from 1; 0 outside of any.</param>
internal sealed record QuestionToken(string Text, string Lower, int Quotation)
{
    /// <summary>Where it begins in the question: UTF-16 units; -1 for a word that stands there for others.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Whether it is typed with a capital first letter, or holds a digit.</summary>
    public bool IsCapital => char.IsUpper(Text[0]) || char.IsDigit(Text[0]);
}

/// <summary>Takes a question apart into words.</summary>
internal static class QuestionTokens
{
    /// <summary>Words after which the rest of a question is not read: nobody asks that much.</summary>
    private const int Longest = 60;

    // Half of a surrogate pair cannot be looked for; longer strings of letters are no words.
    private const int LongestWord = 60;

    /// <summary>The first 60 words. "'s" and "n't" are words of their own; marks of punctuation are none.</summary>
    public static List<QuestionToken> Read(string text)
    {
        List<QuestionToken> tokens = [];
        var quotation = 0;
        var quoted = false;
        for (var at = 0; at < text.Length && tokens.Count < Longest;)
        {
            if (text[at] is '"' or '“' or '”' or '«' or '»')
            {
                quoted = text[at] is not ('”' or '»') && !quoted;
                quotation += quoted ? 1 : 0;
                at++;
            }
            else if (char.IsLetterOrDigit(text[at]))
            {
                var end = End(text, at);
                Add(tokens, text[at..end], quoted ? quotation : 0, at);
                at = end;
            }
            else
            {
                at++;
            }
        }
        return tokens;
    }

    private static int End(string text, int start)
    {
        var at = start;
        while (at < text.Length && at - start < LongestWord && (char.IsLetterOrDigit(text[at]) || IsInside(text, at)))
        {
            at++;
        }
        // "Jr.", "U.S.": the last point belongs to an abbreviation only where it has others or is short and capital.
        if (at < text.Length && text[at] == '.' && at + 1 < text.Length && (text.AsSpan(start, at - start).Contains('.') || (at - start == 1 && char.IsUpper(text[start]))))
        {
            at++;
        }

        return at;
    }

    private static bool IsInside(string text, int at) =>
        text[at] is '\'' or '’' or '-' or '.' or ',' or '&' && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])
        && (text[at] != ',' || (char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));

    private static void Add(List<QuestionToken> tokens, string word, int quotation, int start)
    {
        var lower = word.ToLowerInvariant().Replace('’', '\'');
        var cut = lower switch
        {
            _ when lower.EndsWith("n't", StringComparison.Ordinal) => word.Length - 3,
            _ when lower.Length > 2 && lower[^2] == '\'' && lower[^1] is 's' or 'd' => word.Length - 2,
            _ when lower.Length > 3 && (lower.EndsWith("'re", StringComparison.Ordinal) || lower.EndsWith("'ve", StringComparison.Ordinal) || lower.EndsWith("'ll", StringComparison.Ordinal)) => word.Length - 3,
            _ => word.Length,
        };
        if (cut > 0)
        {
            tokens.Add(new QuestionToken(word[..cut], lower[..cut], quotation) { Start = start });
        }

        if (cut < word.Length)
        {
            tokens.Add(new QuestionToken(word[cut..], lower[cut..], quotation) { Start = start + cut });
        }
    }
}
