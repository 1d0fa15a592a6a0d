using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>Which words of a stretch stand in quotation marks: curly, straight, doubled single ones.</summary>
internal static class QuotationMarks
{
    private const string Opening = "“\"‘'";
    private const string Closing = "”\"’'";

    /// <summary>
    /// Quotations of <paramref name="span"/>, marks included. A paragraph's quotation without its end runs to the end of the paragraph;
    /// a single mark without one is an apostrophe.
    /// </summary>
    public static List<TextSpan> In(string text, TextSpan span)
    {
        List<TextSpan> quotations = [];
        for (var position = span.Start; position < span.End; position++)
        {
            if (Opens(text, position) && EndOf(text, position, span.End) is var end and > 0)
            {
                quotations.Add(new TextSpan(position, end));
                position = end - 1;
            }
        }

        return quotations;
    }

    /// <summary>Direct where all words but a leading "that" are quoted, Indirect where none are.</summary>
    public static QuoteKind KindOf(string text, IReadOnlyList<TextSpan> content)
    {
        int quoted = 0, plain = 0;
        foreach (var piece in content)
        {
            var quotations = In(text, piece);
            foreach (var word in Words.In(text, piece))
            {
                if (quotations.Exists(quotation => quotation.Contains(word)))
                {
                    quoted++;
                }
                else if (word.Start != content[0].Start || word.Of(text) != "that")
                {
                    plain++;
                }
            }
        }

        return quoted == 0 ? QuoteKind.Indirect : plain == 0 ? QuoteKind.Direct : QuoteKind.Mixed;
    }

    /// <summary>Whether a quotation begins at <paramref name="position"/>; an apostrophe before a letter does only after a blank.</summary>
    public static bool Opens(string text, int position) => Opening.Contains(text[position])
        && (text[position] == '“' || (!LetterAt(text, position - 1) && position + 1 < text.Length && !char.IsWhiteSpace(text[position + 1])));

    private static int EndOf(string text, int opening, int limit)
    {
        var closing = Closing[Opening.IndexOf(text[opening])];
        var position = opening + 1;
        for (; position < limit && text[position] != '\n'; position++)
        {
            if (text[position] == closing && text[position - 1] != text[opening] && !(IsSingle(closing) && LetterAt(text, position + 1)))
            {
                return position + 1;
            }
        }

        return IsSingle(closing) ? -1 : position;
    }

    private static bool IsSingle(char mark) => mark is '’' or '\'';

    private static bool LetterAt(string text, int position) =>
        position >= 0 && position < text.Length && char.IsLetterOrDigit(text[position]);
}
