namespace DigestBot.Attribution.Quotations;

/// <summary>Which way a mark faces, as far as the mark and its neighbours tell.</summary>
internal enum Facing
{
    /// <summary>Not a quotation mark.</summary>
    None,

    /// <summary>Opens a quotation.</summary>
    Opens,

    /// <summary>Closes a quotation.</summary>
    Closes,

    /// <summary>Either: what is open decides.</summary>
    Either,
}

/// <summary>The families of marks; a quotation is closed by a mark of the family that opened it.</summary>
internal enum MarkFamily
{
    /// <summary>“ ” " „ `` ''.</summary>
    Double,

    /// <summary>‘ ’ '.</summary>
    Single,

    /// <summary>« » ‹ ›.</summary>
    Guillemet,
}

/// <summary>One quotation mark of a text, read from its characters and what stands beside it.</summary>
/// <param name="Position">UTF-16 position of its first unit.</param>
/// <param name="Length">1, or 2 for `` and ''.</param>
/// <param name="Facing">Which way it faces.</param>
/// <param name="Family">What it pairs with.</param>
/// <param name="IsSure">A single mark that cannot be an apostrophe.</param>
internal readonly record struct QuotationMark(int Position, int Length, Facing Facing, MarkFamily Family, bool IsSure)
{
    /// <summary>Position behind the mark.</summary>
    public int End => Position + Length;

    /// <summary>Whether <paramref name="c"/> can be a mark or a part of one.</summary>
    public static bool CanBe(char c) => c is '"' or '\'' or '`' or '“' or '”' or '„' or '‟' or '‘' or '’' or '‚' or '‛' or '«' or '»' or '‹' or '›' or '＂';

    /// <summary>The mark at <paramref name="position"/>, with <see cref="Facing.None"/> for an apostrophe or a sign of another kind.</summary>
    public static QuotationMark At(string text, int position)
    {
        var c = text[position];
        var doubled = c is '\'' or '`' && position + 1 < text.Length && text[position + 1] == c;
        var length = doubled ? 2 : 1;
        var before = position > 0 ? text[position - 1] : ' ';
        var after = position + length < text.Length ? text[position + length] : ' ';
        return c switch
        {
            '“' => new(position, 1, IsSpaceBeforeEnd(before, after) ? Facing.Closes : Facing.Opens, MarkFamily.Double, true),
            '„' or '‟' => new(position, 1, Facing.Opens, MarkFamily.Double, true),
            '”' => new(position, 1, BeginsWord(before, after) ? Facing.Either : Facing.Closes, MarkFamily.Double, true),
            '"' or '＂' => new(position, 1, BySides(before, after), MarkFamily.Double, true),
            '«' or '‹' => new(position, 1, EndsWord(before, after) ? Facing.Closes : Facing.Opens, MarkFamily.Guillemet, true),
            '»' or '›' => new(position, 1, BeginsWord(before, after) ? Facing.Either : Facing.Closes, MarkFamily.Guillemet, true),
            '`' when doubled => new(position, 2, Facing.Opens, MarkFamily.Double, true),
            '\'' when doubled => new(position, 2, BySides(before, after), MarkFamily.Double, true),
            _ => Single(text, position, before, after),
        };
    }

    private static QuotationMark Single(string text, int position, char before, char after)
    {
        var c = text[position];
        var opens = c is '‘' or '‚' or '‛' or '`' ? !char.IsLetterOrDigit(before) : c == '\'' && CanPrecedeOpening(before);
        if (opens && !char.IsWhiteSpace(after))
        {
            return IsElision(text, position + 1)
                ? new(position, 1, Facing.None, MarkFamily.Single, false)
                : new(position, 1, Facing.Opens, MarkFamily.Single, true);
        }

        // Inside a word it is an apostrophe; behind a letter it may be a plural possessive or the end of a quotation.
        var closes = c is '’' or '\'' && !char.IsLetterOrDigit(after) && !char.IsWhiteSpace(before);
        return closes
            ? new(position, 1, Facing.Closes, MarkFamily.Single, !char.IsLetterOrDigit(before) || !(before is 's' or 'S' or 'n'))
            : new(position, 1, Facing.None, MarkFamily.Single, false);
    }

    // ’90s, 'em, 'tis: an apostrophe that stands where a mark could open.
    private static bool IsElision(string text, int start)
    {
        var rest = text.AsSpan(start, Math.Min(6, text.Length - start));
        var length = 0;
        while (length < rest.Length && char.IsLetterOrDigit(rest[length]))
        {
            length++;
        }

        var word = rest[..length];
        return length is 3 && char.IsDigit(word[0]) && word[2] == 's'
            || length is 2 && char.IsDigit(word[0]) && char.IsDigit(word[1])
            || word.Equals("em", StringComparison.OrdinalIgnoreCase)
            || word.Equals("tis", StringComparison.OrdinalIgnoreCase)
            || word.Equals("twas", StringComparison.OrdinalIgnoreCase)
            || word.Equals("cause", StringComparison.OrdinalIgnoreCase)
            || word.Equals("til", StringComparison.OrdinalIgnoreCase)
            || word.Equals("n", StringComparison.OrdinalIgnoreCase) && rest.Length > 1 && rest[1] is '\'' or '’';
    }

    private static Facing BySides(char before, char after)
    {
        var open = CanPrecedeOpening(before) && !char.IsWhiteSpace(after);
        var close = !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
        return (open, close) switch
        {
            (true, false) => Facing.Opens,
            (false, true) => Facing.Closes,
            _ => Facing.Either,
        };
    }

    private static bool CanPrecedeOpening(char before) =>
        char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '-' or '–' or '—' or '―' or '/' or '>' || CanBe(before);

    private static bool BeginsWord(char before, char after) => char.IsWhiteSpace(before) && !char.IsWhiteSpace(after);

    private static bool EndsWord(char before, char after) => !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);

    // “ also ends what German „ began, and stands by mistake at a line's end.
    private static bool IsSpaceBeforeEnd(char before, char after) => EndsWord(before, after) && !CanPrecedeOpening(before);
}
