namespace DigestBot.Attribution.Syntax;

/// <summary>Digits in groups that one hyphen each holds together: telephone numbers and dates by numbers. Other ranges ("15-20") are cut.</summary>
internal static class PhoneNumber
{
    /// <summary>Whether the hyphen at <paramref name="hyphen"/> is inside such a number that starts at <paramref name="start"/>.</summary>
    public static bool JoinsAt(string text, int start, int hyphen)
    {
        var before = DigitsBefore(text, start, hyphen);
        var after = DigitsAfter(text, hyphen + 1);
        var isPhone = before == 3 && after is 3 or 4;
        var isDate = (before == 4 && after == 2 && Has(text, hyphen + 3, '-')) || (before == 2 && after is 2 or 4 && hyphen - before > start);
        var isTollFree = before == 1 && after == 3 && Has(text, hyphen + 4, '-');
        return isPhone || isDate || isTollFree;
    }

    private static int DigitsBefore(string text, int start, int place)
    {
        var count = 0;
        while (count < 5 && place - 1 - count >= start && char.IsAsciiDigit(text[place - 1 - count]))
        {
            count++;
        }

        return count;
    }

    private static int DigitsAfter(string text, int place)
    {
        var count = 0;
        while (count < 5 && place + count < text.Length && char.IsAsciiDigit(text[place + count]))
        {
            count++;
        }

        return count;
    }

    private static bool Has(string text, int place, char c) => place < text.Length && text[place] == c;
}
