namespace DigestBot.Attribution.Syntax;

/// <summary>
/// Cuts a text into tokens as the English treebanks do (Penn Treebank with the hyphens of its later revisions): clitics, hyphens, brackets and
/// every quotation mark stand alone; numbers, abbreviations, addresses and runs of dots or dashes stay whole.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Tokens of <paramref name="text"/> in order: they cover all but its spaces and never overlap. Time is linear in the length.</summary>
    public static Token[] Tokenize(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 1);
        var place = 0;
        while (place < text.Length)
        {
            if (IsSpace(text[place]))
            {
                place++;
                continue;
            }

            var end = TokenEnd(text, place);
            tokens.Add(new Token { Start = place, End = end, Head = -1, Tag = "", Label = "" });
            place = end;
        }

        return [.. tokens];
    }

    /// <summary>Whether <paramref name="c"/> separates tokens and belongs to none: white space, control characters, zero-width space and byte order mark.</summary>
    public static bool IsSpace(char c) => c <= ' ' || (c >= '\x7f' && (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\ufeff'));

    private static int TokenEnd(string text, int start)
    {
        if (WordScanner.IsWordAt(text, start))
        {
            return WordScanner.End(text, start);
        }

        var c = text[start];
        return c switch
        {
            '.' when IsDigitAt(text, start + 1) && !IsWordBefore(text, start) => WordScanner.End(text, start + 1),
            '.' or '-' or '–' or '—' or '*' or '=' or '~' or '+' or '_' or '|' or '<' or '>' or '…' => RunEnd(text, start),
            '!' or '?' => QuestionRunEnd(text, start),
            '"' => At(text, start + 1) == '"' ? start + 2 : start + 1,
            '\'' or '’' or '‘' or '`' => ApostropheEnd(text, start),
            '#' or '@' when WordScanner.IsWordAt(text, start + 1) && !IsWordBefore(text, start) => WordScanner.End(text, start + 1),
            ':' or ';' when start > 0 && IsSpace(text[start - 1]) => SmileyEnd(text, start),
            _ => SymbolEnd(text, start),
        };
    }

    private static int RunEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] == text[start])
        {
            end++;
        }

        return end;
    }

    private static int QuestionRunEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] is '!' or '?')
        {
            end++;
        }

        return end;
    }

    // A quotation mark, a doubled one, a clitic behind a bracket or mark ("'s"), a shortened word ("'em") or decade ("'90s").
    private static int ApostropheEnd(string text, int start)
    {
        var next = At(text, start + 1);
        if (next == text[start] || (next is '‘' or '’' && text[start] is '‘' or '’'))
        {
            return start + 2;
        }

        if (text[start] is '`')
        {
            return start + 1;
        }

        var clitic = Clitics.EndAt(text, start);
        if (clitic > 0 && start > 0 && !IsSpace(text[start - 1]))
        {
            return clitic;
        }

        return Clitics.ShortenedWordEnd(text, start) is var end and > 0 ? end : start + 1;
    }

    private static int SmileyEnd(string text, int start)
    {
        var mouth = At(text, start + 1) == '-' ? start + 2 : start + 1;
        return At(text, mouth) is '(' or ')' or 'D' or 'P' && (mouth + 1 >= text.Length || IsSpace(text[mouth + 1])) ? mouth + 1 : start + 1;
    }

    // One symbol with the marks that combine with it; a surrogate pair stays whole.
    private static int SymbolEnd(string text, int start)
    {
        var end = start + (char.IsSurrogatePair(text, start) ? 2 : 1);
        while (end < text.Length && (text[end] is '\ufe0f' or '\u200d' || WordScanner.IsMark(text[end])))
        {
            end++;
        }

        return end;
    }

    private static char At(string text, int place) => place < text.Length ? text[place] : '\0';

    private static bool IsDigitAt(string text, int place) => place < text.Length && char.IsAsciiDigit(text[place]);

    private static bool IsWordBefore(string text, int place) => place > 0 && char.IsLetterOrDigit(text[place - 1]);
}
