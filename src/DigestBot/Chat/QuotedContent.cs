using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.Chat;

/// <summary>
/// A content as it is shown. What stands between quotation marks is the story's, byte for byte: a content that is too long
/// ends at a word, its quotation closed, and the omission is told outside of the marks.
/// </summary>
internal static class QuotedContent
{
    private const string Joint = " … ";

    /// <summary>The line's content: in the story's own marks where its spans include them, in ours where all of it was quoted.</summary>
    /// <param name="longest">UTF-16 units after which it is cut at a word; the closing and the omission come on top.</param>
    public static string Of(AnswerLine line, int longest)
    {
        var shown = line.Kind == QuoteKind.Direct
            ? string.Join(Joint, Pieces(line).Select(p => IsMarked(p) ? p : $"“{p}”"))
            : line.Content;
        return shown.Length <= longest ? shown : Shorten(shown, longest);
    }

    /// <summary>The content's pieces by the lengths of its spans, since " … " may stand in a story too.</summary>
    private static List<string> Pieces(AnswerLine line)
    {
        var spans = line.Citation.Spans;
        if (spans.Sum(s => s.Length) + (Joint.Length * (spans.Count - 1)) != line.Content.Length)
        {
            return [line.Content];
        }

        List<string> pieces = [];
        var start = 0;
        foreach (var span in spans)
        {
            pieces.Add(line.Content[start..(start + span.Length)]);
            start += span.Length + Joint.Length;
        }
        return pieces;
    }

    private static bool IsMarked(string piece) => piece.TrimStart() is [var first, ..] && first is '"' or '“' or '„' or '«' or '‘' or '\'' or '「';

    private static string Shorten(string shown, int longest)
    {
        var kept = shown[..PlainText.WordEnd(shown, longest)].TrimEnd();
        var open = OpenMarks(kept);
        return open.Length == 0 ? $"{kept} …" : $"{kept}{open} […]";
    }

    /// <summary>The marks that close what is still open at the end, innermost first. A paragraph's repeated opening mark opens nothing anew.</summary>
    private static string OpenMarks(string text)
    {
        Stack<char> open = new();
        for (var i = 0; i < text.Length; i++)
        {
            var afterLetter = i > 0 && char.IsLetterOrDigit(text[i - 1]);
            var beforeLetter = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
            if (open.Count > 0 && text[i] == open.Peek() && !(text[i] == '’' && beforeLetter))
            {
                open.Pop();
            }
            else if (Closing(text[i], afterLetter) is { } closing && !open.Contains(closing))
            {
                open.Push(closing);
            }
        }
        return string.Concat(open);
    }

    private static char? Closing(char mark, bool afterLetter) => mark switch
    {
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '「' => '」',
        '"' when !afterLetter => '"',
        '‘' when !afterLetter => '’',
        _ => null,
    };
}
