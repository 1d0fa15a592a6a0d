namespace DigestBot.Attribution.Quotations;

/// <summary>
/// Finds a story's quotations, nested ones and those that a paragraph re-opens included. One pass over the text: linear
/// whatever the text is.
/// </summary>
internal sealed class QuotationFinder
{
    // Deeper nesting than this is not prose.
    private const int DeepestNesting = 3;

    // So many marks on both quotations have found their ends.
    private const int FarthestEnd = 12;

    private readonly List<Quotation> _found = [];
    private readonly List<(QuotationMark Mark, int Continues)> _open = [];
    private readonly string _text;
    private TextSpan _paragraph;

    private QuotationFinder(string text) => _text = text;

    /// <summary>All quotations by start, outer before inner.</summary>
    /// <param name="text">The story.</param>
    /// <param name="paragraphs">Its paragraphs in text order: a mark pairs within its paragraph.</param>
    public static IReadOnlyList<Quotation> Find(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        var finder = new QuotationFinder(text);
        foreach (var paragraph in paragraphs)
        {
            finder.Read(paragraph);
        }

        return finder.InOrder();
    }

    private void Read(TextSpan paragraph)
    {
        _paragraph = paragraph;
        var marks = MarksOf(paragraph);
        var continued = ContinuedBy(marks, paragraph);
        _open.Clear();
        for (var i = 0; i < marks.Count; i++)
        {
            Read(marks, i, i == 0 ? continued : -1);
        }

        while (_open.Count > 0)
        {
            Close(paragraph.End, paragraph.End, isClosed: false);
        }
    }

    private List<QuotationMark> MarksOf(TextSpan paragraph)
    {
        var marks = new List<QuotationMark>();
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            if (QuotationMark.CanBe(_text[i]))
            {
                var mark = QuotationMark.At(_text, i);
                if (mark.Facing != Facing.None)
                {
                    marks.Add(mark);
                }

                i = mark.End - 1;
            }
        }

        return marks;
    }

    // A paragraph that begins with a mark goes on with the quotation that the one before has left open.
    private int ContinuedBy(List<QuotationMark> marks, TextSpan paragraph)
    {
        if (marks.Count == 0 || _found.Count == 0 || marks[0].Position > paragraph.Start + 1)
        {
            return -1;
        }

        var last = _found.Count - 1;
        var gap = _text.AsSpan(_found[last].Span.End, Math.Max(0, paragraph.Start - _found[last].Span.End));
        return !_found[last].IsClosed && _found[last].Depth == 0 && marks[0].Facing != Facing.Closes && gap.IsWhiteSpace() ? last : -1;
    }

    private void Read(List<QuotationMark> marks, int index, int continues)
    {
        var mark = marks[index];
        var opener = OpenerOf(mark);
        var closes = opener >= 0 && mark.Facing is Facing.Closes or Facing.Either && opener >= 0;
        if (closes && mark.Family == MarkFamily.Single && !mark.IsSure && IsClosedLater(marks, index))
        {
            return;
        }

        if (closes)
        {
            while (_open.Count > opener + 1)
            {
                _open.RemoveAt(_open.Count - 1);
            }

            Close(mark.Position, mark.End, isClosed: true);
        }
        else if (mark.Facing != Facing.Closes)
        {
            Open(marks, index, opener, continues);
        }
    }

    private void Open(List<QuotationMark> marks, int index, int opener, int continues)
    {
        // A second opening mark of the same family directly inside: the first was never closed, unless both find their ends.
        var mark = marks[index];
        if (opener >= 0 && opener == _open.Count - 1 && !BothClose(marks, index))
        {
            Close(mark.Position, mark.Position, isClosed: false);
        }

        if (_open.Count < DeepestNesting)
        {
            _open.Add((mark, continues));
        }
    }

    private int OpenerOf(QuotationMark mark)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Mark.Family == mark.Family)
            {
                return i;
            }
        }

        return -1;
    }

    // “I left what they call “the deck” and went below,”: quoted words within like marks; behind the inner end there is another for the outer.
    private static bool BothClose(List<QuotationMark> marks, int index)
    {
        var depth = 1;
        for (var i = index + 1; i < marks.Count && i < index + FarthestEnd && depth >= 0; i++)
        {
            var isLike = marks[i].Family == marks[index].Family;
            depth += !isLike ? 0 : marks[i].Facing == Facing.Opens ? 1 : marks[i].Facing == Facing.Closes ? -1 : 0;
        }

        return depth < 0;
    }

    // "the workers’ rights’": a doubtful mark is an apostrophe where another closing one follows before the next opening.
    private static bool IsClosedLater(List<QuotationMark> marks, int index)
    {
        for (var i = index + 1; i < marks.Count && i < index + 8; i++)
        {
            if (marks[i].Family == MarkFamily.Single)
            {
                return marks[i].Facing == Facing.Closes && marks[i].IsSure;
            }
        }

        return false;
    }

    private void Close(int innerEnd, int end, bool isClosed)
    {
        var (mark, continues) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        var trimmed = end;
        while (!isClosed && trimmed > mark.End && char.IsWhiteSpace(_text[trimmed - 1]))
        {
            trimmed--;
        }

        var inner = new TextSpan(mark.End, isClosed ? innerEnd : trimmed);
        if (inner.Length > 0 && (isClosed || mark.Family != MarkFamily.Single || mark.Position == _paragraph.Start))
        {
            _found.Add(new Quotation(new TextSpan(mark.Position, trimmed), inner, _open.Count, isClosed, continues));
        }
    }

    private List<Quotation> InOrder()
    {
        var order = Enumerable.Range(0, _found.Count).OrderBy(i => _found[i].Span.Start).ThenByDescending(i => _found[i].Span.End).ToArray();
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
        }

        return [.. order.Select(i => _found[i] with { Continues = _found[i].Continues < 0 ? -1 : place[_found[i].Continues] })];
    }
}
