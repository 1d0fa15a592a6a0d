namespace DigestBot.Attribution.Quotations;

/// <summary>A story's quotations seen from its tokens: which tokens each covers, and which quotation a token stands in.</summary>
internal sealed class QuotedText
{
    // Fewer words than this without a finite verb are a quoted term ("scare quotes"), not speech.
    private const int FewestWordsOfSpeech = 4;

    private readonly int[] _outermost;
    private readonly bool[] _isSpeech;
    private readonly bool[] _isTitle;
    private readonly Dictionary<int, TokenRange> _inner;

    private QuotedText(Document document, IReadOnlyList<Quotation> quotations)
    {
        _outermost = new int[document.Tokens.Length];
        Array.Fill(_outermost, -1);
        Outer = [.. TokenRanges(document, [.. quotations.Where(q => q.Depth == 0)])];
        for (var i = 0; i < Outer.Count; i++)
        {
            Array.Fill(_outermost, i, Outer[i].First, Outer[i].Last - Outer[i].First + 1);
        }

        _inner = TokenRanges(document, [.. quotations.Where(q => q.Depth == 1)]).GroupBy(q => q.First).ToDictionary(g => g.Key, g => new TokenRange(g.First().First, g.First().Last));
        _isTitle = [.. Outer.Select(q => IsTitle(document, q))];
        _isSpeech = [.. Outer.Select(q => SaysSomething(document, q))];
    }

    /// <summary>The quotations of a text that has none.</summary>
    public static QuotedText None { get; } = new(new Document(""), []);

    /// <summary>The story's own quotations (not those inside others) in text order.</summary>
    public IReadOnlyList<QuotedTokens> Outer { get; }

    /// <summary>Finds the quotations of <paramref name="document"/>, whose sentences are known.</summary>
    public static QuotedText Of(Document document) => new(document, QuotationFinder.Find(document.Text, ParagraphsOf(document)));

    /// <summary>Index in <see cref="Outer"/> of the quotation that <paramref name="token"/> stands in, its marks included; -1 outside.</summary>
    public int At(int token) => _outermost[token];

    /// <summary>The quotation inside another that begins with <paramref name="token"/>; null where none does.</summary>
    public TokenRange? InnerAt(int token) => _inner.TryGetValue(token, out var range) ? range : null;

    /// <summary>Whether the quotation says something of its own: it has a clause, or ends as a sentence does.</summary>
    public bool IsSpeech(int quotation) => _isSpeech[quotation];

    /// <summary>Whether the marks stand around a title that its sentence speaks of: on the morning show “Harbour Hour,” the mayor said.</summary>
    public bool IsTitle(int quotation) => _isTitle[quotation];

    private static bool SaysSomething(Document document, QuotedTokens quotation)
    {
        var (first, last) = (quotation.First, quotation.Last);
        var (words, verbs, endsAsSentence) = (0, 0, false);
        for (var i = first; i <= last; i++)
        {
            words += document.IsPunctuation(i) ? 0 : 1;
            verbs += document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD" or "VB" ? 1 : 0;
            endsAsSentence = i >= last - 1 && (endsAsSentence || document.Text[document.Tokens[i].Start] is '.' or '!' or '?' or ',');
        }

        return words >= FewestWordsOfSpeech && verbs > 0 || endsAsSentence && words > 1 && !IsTitle(document, quotation);
    }

    // Capitals throughout, behind a noun, preposition or article of the same sentence.
    private static bool IsTitle(Document document, QuotedTokens quotation)
    {
        if (quotation.First == 0 || document.Tokens[quotation.First - 1].Sentence != document.Tokens[quotation.First].Sentence
            || document.Tokens[quotation.First - 1].Tag is not ("IN" or "TO" or "POS" or "DT" or "NN" or "NNS" or "NNP"))
        {
            return false;
        }

        for (var i = quotation.First; i <= quotation.Last; i++)
        {
            if (char.IsLower(document.Text[document.Tokens[i].Start]) && document.Tokens[i].Tag is not ("IN" or "DT" or "CC" or "TO"))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<QuotedTokens> TokenRanges(Document document, Quotation[] quotations)
    {
        var token = 0;
        for (var q = 0; q < quotations.Length; q++)
        {
            var span = quotations[q].Span;
            while (token < document.Tokens.Length && document.Tokens[token].End <= span.Start)
            {
                token++;
            }

            var last = token;
            while (last + 1 < document.Tokens.Length && document.Tokens[last + 1].Start < span.End)
            {
                last++;
            }

            yield return new QuotedTokens(token, last, quotations[q]);
        }
    }

    private static List<TextSpan> ParagraphsOf(Document document)
    {
        var paragraphs = new List<TextSpan>();
        var paragraph = -1;
        foreach (var sentence in document.Sentences)
        {
            var span = document.SpanOf(sentence.First, sentence.Last - 1);
            if (sentence.Paragraph == paragraph)
            {
                paragraphs[^1] = paragraphs[^1] with { End = span.End };
            }
            else
            {
                paragraphs.Add(span);
                paragraph = sentence.Paragraph;
            }
        }

        return paragraphs;
    }
}
