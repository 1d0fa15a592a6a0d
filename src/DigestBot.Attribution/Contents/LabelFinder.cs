using System.Collections.Frozen;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Finds speakers that a mark alone names: “…” — Ann Lee, "Ruiz: …" over a story, "LEE: …" in an interview.</summary>
internal sealed class LabelFinder(Surroundings story)
{
    private const int LongestLabel = 5;
    private const int LongestHeadline = 10;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _bodies =
        "Poll Polls Report Reports Study Survey Police Officials Official Experts Expert Analysts Sources Source Judge Court Lawyer Lawmaker Lawmakers Scientists Researchers Minister Spokesman Spokeswoman Mayor Witness Witnesses Q A"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // What stands before a headline's colon without speaking.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _headings =
        "Update Updated Exclusive Breaking Opinion Analysis Watch Video Correction Live Explainer Review Factbox Photos Latest Editorial Note Interview Profile Timeline Comment Feature Report The A An"
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Document _document = story.Document;

    /// <summary>The statements that labels make, by place.</summary>
    public List<Draft> Find()
    {
        var drafts = new List<Draft>();
        var labels = Labels();
        var bearers = labels.CountBy(l => _document.Word(l.Label.First).ToString()).ToDictionary();
        foreach (var (paragraph, label) in labels)
        {
            var isInterview = bearers[_document.Word(label.First).ToString()] > 1 || IsCapitals(label);
            if (paragraph.First == 0 || label.First == 0 || isInterview)
            {
                drafts.Add(Make(new TokenRange(label.First, label.Last), new TokenRange(label.Last + 1, label.Last + 1), Content(label.Last + 2, paragraph.Last)));
            }
        }

        for (var q = 0; q < story.Quoted.Outer.Count; q++)
        {
            if (story.Quoted.IsSpeech(q) && Signature(story.Quoted.Outer[q].Last + 1) is { First: >= 0 } name)
            {
                drafts.Add(Make(name, new TokenRange(story.Quoted.Outer[q].Last + 1, story.Quoted.Outer[q].Last + 1), new TokenRange(story.Quoted.Outer[q].First, story.Quoted.Outer[q].Last)));
            }
        }

        return drafts;
    }

    private List<(TokenRange Paragraph, TokenRange Label)> Labels()
    {
        var labels = new List<(TokenRange, TokenRange)>();
        for (var s = 0; s < _document.Sentences.Length;)
        {
            var last = s;
            while (last + 1 < _document.Sentences.Length && _document.Sentences[last + 1].Paragraph == _document.Sentences[s].Paragraph)
            {
                last++;
            }

            var paragraph = new TokenRange(_document.Sentences[s].First, _document.Sentences[last].Last - 1);
            if (LabelOf(paragraph) is { First: >= 0 } label)
            {
                labels.Add((paragraph, label));
            }

            s = last + 1;
        }

        return labels;
    }

    private TokenRange LabelOf(TokenRange paragraph)
    {
        var first = paragraph.First + (_document.IsPunctuation(paragraph.First) && Quotations.QuotationMark.CanBe(_document.Word(paragraph.First)[0]) ? 1 : 0);
        var last = first;
        while (last <= paragraph.Last && last < first + LongestHeadline && IsName(last))
        {
            last++;
        }

        // "Ann Lee Scolds City Bridge Board: ‘You Should Resign’": a quotation is somebody's however long the words before it are.
        var isShort = last <= first + LongestLabel || last < paragraph.Last && story.Quoted.At(last + 1) >= 0;
        return isShort && last > first && last < paragraph.Last && _document.Word(last)[0] is ':' ? new TokenRange(first, last - 1) : new TokenRange(-1, -1);
    }

    private bool IsName(int token) =>
        _document.Tokens[token].Sentence == 0 && char.IsUpper(_document.Word(token)[0]) && !_headings.Contains(_document.Word(token)) ||
        _document.Tokens[token].Tag is "NNP" or "NNPS" && char.IsUpper(_document.Word(token)[0]) || _bodies.Contains(_document.Word(token))
        || IsCapitals(new TokenRange(token, token));

    private bool IsCapitals(TokenRange label)
    {
        var letters = 0;
        foreach (var c in _document.Word(label.First))
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1;
    }

    private TokenRange Content(int first, int last)
    {
        while (last > first && _document.IsPunctuation(last) && _document.Word(last)[0] is '"' or '”')
        {
            last--;
        }

        return new TokenRange(first, last);
    }

    // A dash behind the quotation, then a name up to the line's end or the next quotation.
    private TokenRange Signature(int dash)
    {
        if (dash + 1 >= _document.Tokens.Length || !(_document.Word(dash)[0] is '―' or '—' or '–' or '-' or '~'))
        {
            return new TokenRange(-1, -1);
        }

        var (first, last) = (dash + 1, dash);
        var paragraph = _document.Sentences[_document.Tokens[dash].Sentence].Paragraph;
        while (last + 1 < _document.Tokens.Length && last < first + 20 && story.Quoted.At(last + 1) < 0 && !IsEnd(last + 1) && ParagraphOf(last + 1) == paragraph)
        {
            if (story.CueAt(last + 1) is { Part: CuePart.Verb })
            {
                return new TokenRange(-1, -1);
            }

            last++;
        }

        return last >= first && char.IsUpper(_document.Word(first)[0]) ? new TokenRange(first, last) : new TokenRange(-1, -1);
    }

    private bool IsEnd(int token) => _document.Word(token)[0] is '.' or ';' or '/' || _document.Word(token)[0] is '―' or '—';

    private int ParagraphOf(int token) => _document.Sentences[_document.Tokens[token].Sentence].Paragraph;

    // A label that is a whole clause names whom it is about first.
    private static int HeadOf(TokenRange name) => name.Last - name.First < LongestLabel ? name.Last : name.First;

    private static Draft Make(TokenRange name, TokenRange mark, TokenRange content) => new()
    {
        Cue = null,
        Entry = null,
        Rule = Rule.Label,
        Source = new Source(name, HeadOf(name), HeadOf(name)),
        CueRange = mark,
        Content = [content],
    };
}
