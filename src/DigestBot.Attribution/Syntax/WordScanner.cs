using System.Collections.Frozen;
using System.Globalization;

namespace DigestBot.Attribution.Syntax;

/// <summary>Finds where a token that starts with a letter or digit ends.</summary>
internal static class WordScanner
{
    // Prefixes that the treebanks leave joined to their word; other hyphens are cut.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _joined =
        ("anti arch bio co counter cross cyber e ex extra inter intra macro mega micro mid mini multi neo non over para post pre pro pseudo psycho re semi socio "
         + "sub super ultra un wi")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _domains =
        "com org net gov edu mil int info tv io co uk eu de fr ca au us ru cn il in doc pdf htm html xls txt jpg png".Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word character stands at <paramref name="place"/>: a letter of any script or a digit.</summary>
    public static bool IsWordAt(string text, int place) =>
        place < text.Length && (char.IsLetterOrDigit(text[place]) || (char.IsHighSurrogate(text[place]) && char.IsLetterOrDigit(text, place)));

    /// <summary>Whether <paramref name="c"/> combines with the character before it.</summary>
    public static bool IsMark(char c) =>
        c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>End of the token whose first letter or digit stands at <paramref name="start"/>.</summary>
    public static int End(string text, int start)
    {
        if (WebAddress.EndAt(text, start) is var address and > 0)
        {
            return address;
        }

        if (Clitics.IsNotAt(text, start))
        {
            return start + 3;
        }

        var segment = start;
        var end = start;
        while (end < text.Length)
        {
            if (IsWordAt(text, end))
            {
                end += char.IsHighSurrogate(text[end]) ? 2 : 1;
            }
            else if (IsMark(text[end]) || text[end] == '\u00ad')
            {
                end++;
            }
            else if (text[end] == '@' && IsWordAt(text, end + 1))
            {
                return WebAddress.RunEnd(text, end);
            }
            else if (Joins(text, start, segment, end))
            {
                segment = ++end;
            }
            else
            {
                break;
            }
        }

        return Finish(text, start, segment, end);
    }

    // Whether the mark at place is inside the token rather than behind it.
    private static bool Joins(string text, int start, int segment, int place)
    {
        if (place + 1 >= text.Length || place == segment || !IsWordAt(text, place + 1))
        {
            return false;
        }

        var (before, after) = (text[place - 1], text[place + 1]);
        var isNumber = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
        return text[place] switch
        {
            '.' => isNumber || IsInitialism(text, segment, place) || IsDomain(text, place) || WebAddress.IsMailboxFrom(text, place),
            ',' or ':' or '/' => isNumber,
            '\'' or '’' => JoinsByApostrophe(text, place),
            '-' => JoinsByHyphen(text, start, segment, place),
            '&' => char.IsUpper(before) && char.IsUpper(after) && place - segment <= 3,
            '_' => true,
            _ => false,
        };
    }

    private static bool JoinsByApostrophe(string text, int place)
    {
        var isDecade = char.IsAsciiDigit(text[place - 1]) && text[place + 1] == 's';
        return isDecade || (Clitics.EndAt(text, place) == 0 && !Clitics.IsNotAt(text, place - 1));
    }

    // "U.S", "a.m", "Ph.D": segments of one letter, or two before one capital.
    private static bool IsInitialism(string text, int segment, int place)
    {
        var length = place - segment;
        var isSingle = place + 2 >= text.Length || !char.IsLetterOrDigit(text[place + 2]);
        return char.IsLetter(text[place + 1]) && isSingle
            && (length == 1 || (length == 2 && char.IsUpper(text[segment]) && char.IsUpper(text[place + 1]) && place + 2 < text.Length && text[place + 2] == '.'))
            && char.IsLetter(text[segment]);
    }

    private static bool IsDomain(string text, int place)
    {
        var end = place + 1;
        while (end < text.Length && end - place <= 5 && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }

        return _domains.Contains(text.AsSpan(place + 1, end - place - 1)) && !(end < text.Length && char.IsLetterOrDigit(text[end]));
    }

    private static bool JoinsByHyphen(string text, int start, int segment, int place)
    {
        if (segment == start && _joined.Contains(text.AsSpan(start, place - start)))
        {
            return true;
        }

        return char.IsAsciiDigit(text[place - 1]) && PhoneNumber.JoinsAt(text, start, place);
    }

    private static int Finish(string text, int start, int segment, int end)
    {
        if (end < text.Length && text[end] is '\'' or '’' && end - 1 > start && Clitics.IsNotAt(text, end - 1))
        {
            return end - 1;
        }

        var word = text.AsSpan(start, end - start);
        if (end < text.Length && text[end] == '.')
        {
            return FullStop.BelongsTo(text, start, segment, end) ? end + 1 : end;
        }

        if (end < text.Length && text[end] == '$' && word.Length <= 3 && !word.ContainsAnyExceptInRange('A', 'Z'))
        {
            return end + 1;
        }

        return start + Clitics.CutOf(word);
    }
}
