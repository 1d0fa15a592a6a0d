using System.Text;
using DigestBot.Attribution;

namespace DigestBot.Web;

/// <summary>Some words of a story that are marked alike.</summary>
/// <param name="Marks">All marks over these words, the longest first.</param>
public sealed record StoryPiece(TextSpan Span, string Text, IReadOnlyList<StoryMark> Marks);

/// <summary>A paragraph of a story, cut where marks begin and end: marks may overlap and nest in any way.</summary>
public sealed record StoryParagraph(TextSpan Span, IReadOnlyList<StoryPiece> Pieces);

/// <summary>Cuts a story's text into what its page shows. No word is lost, moved or changed.</summary>
internal static class StoryText
{
    /// <summary>The text's paragraphs in order; between two of them there is only white space.</summary>
    /// <param name="text">The story's text.</param>
    /// <param name="marks">Spans are UTF-16 positions into the text; what lies outside the text, or is empty, is left out.</param>
    public static IReadOnlyList<StoryParagraph> Paragraphs(string text, IEnumerable<StoryMark> marks)
    {
        StoryMark[] inside = [.. marks
            .Select(m => m with { Span = Whole(text, m.Span) })
            .Where(m => m.Span.Length > 0)
            .OrderByDescending(m => m.Span.Length).ThenBy(m => m.Span.Start).ThenBy(m => m.Kind)];
        return [.. Split(text).Select(paragraph => new StoryParagraph(paragraph, Pieces(text, paragraph, inside)))];
    }

    private static StoryPiece[] Pieces(string text, TextSpan paragraph, StoryMark[] marks)
    {
        StoryMark[] over = [.. marks.Where(m => m.Span.Overlaps(paragraph))];
        SortedSet<int> cuts = [paragraph.Start, paragraph.End];
        cuts.UnionWith(over.SelectMany(m => (int[])[m.Span.Start, m.Span.End]).Where(paragraph.Contains));
        return [.. cuts.Zip(cuts.Skip(1), (start, end) => new TextSpan(start, end))
            .Select(span => new StoryPiece(span, Shown(span.Of(text)), [.. over.Where(m => m.Span.Contains(span))]))];
    }

    /// <summary>Paragraphs stand between blank lines; in a text without blank lines every line is one.</summary>
    private static IEnumerable<TextSpan> Split(string text)
    {
        TextSpan[] lines = [.. Lines(text)];
        var hasBlanks = lines.Zip(lines.Skip(1)).Any(pair => IsBlank(text, pair.First) && !IsBlank(text, pair.Second));
        int? start = null;
        var end = 0;
        foreach (var line in lines)
        {
            var blank = IsBlank(text, line);
            if (start is { } open && (blank || !hasBlanks))
            {
                yield return new TextSpan(open, end);
                start = null;
            }
            if (blank)
            {
                continue;
            }

            start ??= line.Start;
            end = line.End;
        }
        if (start is { } last)
        {
            yield return new TextSpan(last, end);
        }
    }

    private static IEnumerable<TextSpan> Lines(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\n')
            {
                continue;
            }

            yield return new TextSpan(start, at);
            start = at + 1;
        }
        yield return new TextSpan(start, text.Length);
    }

    private static bool IsBlank(string text, TextSpan line) => text.AsSpan(line.Start, line.Length).IsWhiteSpace();

    /// <summary>The span inside the text, not cutting a surrogate pair in two; empty where it is no span of the text.</summary>
    private static TextSpan Whole(string text, TextSpan span)
    {
        if (span.Start < 0 || span.End > text.Length || span.Start >= span.End)
        {
            return default;
        }

        bool Cuts(int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
        return new TextSpan(Cuts(span.Start) ? span.Start - 1 : span.Start, Cuts(span.End) ? span.End + 1 : span.End);
    }

    /// <summary>The same words, with U+FFFD in the place of what HTML cannot hold: control characters and half surrogate pairs.</summary>
    private static string Shown(string words)
    {
        StringBuilder shown = new(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            shown.Append(Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r') ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return shown.ToString();
    }
}
