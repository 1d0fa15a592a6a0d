namespace DigestBot.Attribution.Syntax;

/// <summary>Parts a dateline ("MOSCOW, December 29 (RIA Novosti) –") from the sentence that it opens: it says where and when, and is no part of what is said.</summary>
internal static class Datelines
{
    private const int LongestDateline = 18;

    /// <summary>The <paramref name="sentences"/> with every dateline as a sentence of its own; sets <see cref="Token.Sentence"/> anew.</summary>
    public static Sentence[] Part(string text, Token[] tokens, Sentence[] sentences)
    {
        var parted = new List<Sentence>(sentences.Length + 2);
        var paragraph = -1;
        foreach (var sentence in sentences)
        {
            var behind = sentence.Paragraph != paragraph ? BehindDateline(text, tokens, sentence) : sentence.First;
            paragraph = sentence.Paragraph;
            if (behind > sentence.First)
            {
                parted.Add(sentence with { Last = behind });
            }

            parted.Add(sentence with { First = behind });
        }

        for (var s = 0; s < parted.Count; s++)
        {
            for (var i = parted[s].First; i < parted[s].Last; i++)
            {
                tokens[i].Sentence = s;
            }
        }

        return [.. parted];
    }

    // First token behind the dash that ends the dateline; the sentence's first where it has none.
    private static int BehindDateline(string text, Token[] tokens, Sentence sentence)
    {
        var hasBracket = false;
        for (var i = sentence.First; i < sentence.Last - 1 && i < sentence.First + LongestDateline; i++)
        {
            var c = text[tokens[i].Start];
            if (c is '-' or '–' or '—' or '―' && i > sentence.First && tokens[i - 1].End < tokens[i].Start)
            {
                return hasBracket || IsCapitals(text, tokens[sentence.First]) ? i + 1 : sentence.First;
            }

            hasBracket |= c == '(';
            if (!(char.IsUpper(c) || char.IsDigit(c) || c is '(' or ')' or ',' or '.' or '/' or '-' or '’' or '\''))
            {
                return sentence.First;
            }
        }

        return sentence.First;
    }

    private static bool IsCapitals(string text, Token token)
    {
        var letters = 0;
        foreach (var c in text.AsSpan(token.Start, token.End - token.Start))
        {
            letters += char.IsUpper(c) ? 1 : 0;
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return letters > 2;
    }
}
