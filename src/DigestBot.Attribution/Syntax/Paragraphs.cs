namespace DigestBot.Attribution.Syntax;

/// <summary>
/// Where paragraphs part. A line is a paragraph, as in stories taken from feeds and pages; a text whose lines are wrapped (empty lines between
/// paragraphs, and many lines that begin in the middle of a sentence) has paragraphs between its empty lines.
/// </summary>
internal readonly struct Paragraphs
{
    private const double WrappedShare = 0.3;
    private readonly string _text;
    private readonly bool _isWrapped;

    /// <summary>The paragraphs of <paramref name="text"/>.</summary>
    public Paragraphs(string text)
    {
        _text = text;
        _isWrapped = IsWrapped(text);
    }

    /// <summary>Whether a paragraph ends between the tokens that end at <paramref name="end"/> and start at <paramref name="start"/>.</summary>
    public bool PartBetween(int end, int start)
    {
        var gap = _text.AsSpan(end, start - end);
        return _isWrapped ? gap.Count('\n') > 1 : gap.ContainsAny('\n', '\r', '\u2029');
    }

    private static bool IsWrapped(string text)
    {
        var (lines, continued, hasEmpty) = (0, 0, false);
        for (var place = text.AsSpan().IndexOf('\n'); place >= 0 && place + 1 < text.Length;)
        {
            var next = text[place + 1];
            hasEmpty |= next is '\n' or '\r';
            lines += Tokenizer.IsSpace(next) ? 0 : 1;
            continued += char.IsLower(next) && place > 0 && text[place - 1] is not ('\n' or '.' or '!' or '?') ? 1 : 0;
            var step = text.AsSpan(place + 1).IndexOf('\n');
            place = step < 0 ? -1 : place + 1 + step;
        }

        return hasEmpty && continued > 2 && continued > lines * WrappedShare;
    }
}
