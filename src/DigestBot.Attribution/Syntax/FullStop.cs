namespace DigestBot.Attribution.Syntax;

/// <summary>Decides whether a full stop belongs to the word before it ("Mr.", "U.S.", "J.") or stands alone.</summary>
internal static class FullStop
{
    private const int LongestStarter = 16;

    /// <summary>Whether the stop at <paramref name="stop"/> belongs to the word from <paramref name="start"/>, whose last dotted segment starts at <paramref name="segment"/>.</summary>
    public static bool BelongsTo(string text, int start, int segment, int stop)
    {
        if (stop + 1 < text.Length && text[stop + 1] == '.')
        {
            return false;
        }

        var word = text.AsSpan(start, stop - start);
        if (segment > start && text[segment - 1] == '.')
        {
            return stop - segment == 1 && char.IsLetter(text[segment]);
        }

        var next = NextInLine(text, stop + 1);
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return char.IsLetter(next) && (word[0] != 'I' || char.IsUpper(next)) && !(IsAfterLowerWord(text, start) && SentenceStarters.Contains(WordInLine(text, stop + 1)));
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return word.Length <= 2 && next != '\0' && IsLineStart(text, start) && char.IsAsciiDigit(word[^1]);
        }

        return word switch
        {
            "No" or "Nos" or "no" or "nos" or "p" or "pp" or "Art" or "art" or "Sat" or "Sun" => char.IsAsciiDigit(next),
            _ => Abbreviations.KeepsStop(word, IsAfterComma(text, start)) && (next != '\0' || !Abbreviations.IsTitle(word)),
        };
    }

    private static char NextInLine(string text, int place)
    {
        place = SkipBlanks(text, place);
        return place < text.Length && !Tokenizer.IsSpace(text[place]) ? text[place] : '\0';
    }

    private static ReadOnlySpan<char> WordInLine(string text, int place)
    {
        place = SkipBlanks(text, place);
        var end = place;
        while (end < text.Length && end - place < LongestStarter && char.IsLetter(text[end]))
        {
            end++;
        }

        return text.AsSpan(place, end - place);
    }

    private static int SkipBlanks(string text, int place)
    {
        while (place < text.Length && text[place] is ' ' or '\u00a0')
        {
            place++;
        }

        return place;
    }

    private static bool IsAfterComma(string text, int start) => start >= 2 && text[start - 1] == ' ' && text[start - 2] == ',';

    // "vitamin C. The" ends a sentence, "George W. Bush" does not.
    private static bool IsAfterLowerWord(string text, int start)
    {
        var place = start - 2;
        if (place < 0 || text[start - 1] != ' ' || !char.IsLower(text[place]))
        {
            return false;
        }

        // Sixteen letters are enough to see how a word begins, and keep the time linear.
        var floor = Math.Max(0, place - 16);
        while (place > floor && char.IsLetter(text[place - 1]))
        {
            place--;
        }

        return char.IsLower(text[place]);
    }

    private static bool IsLineStart(string text, int start)
    {
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || text[start - 1] is '\n' or '\r';
    }
}
