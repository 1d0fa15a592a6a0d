using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.LanguageModels.Checking;

/// <summary>
/// Holds what a sentence says to a line's content: the content's own words in their order from its beginning, nothing between them left out.
/// The end may be cut off where what follows only adds to it.
/// </summary>
/// <param name="cited">What else the sentence tells.</param>
internal sealed class ContentMatch(AnswerLine line, IReadOnlyList<AnswerLine> cited)
{
    private readonly IReadOnlyList<ProseToken> _content = ProseTokens.Read(line.Content);

    /// <summary>Where what is said of the content may end, the longest first; none where it does not agree.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="start">Index of the first token behind the verb.</param>
    public IReadOnlyList<int> Ends(string text, IReadOnlyList<ProseToken> tokens, int start)
    {
        List<int> ends = [];
        ContentWalk walk = new(tokens, _content, start, line.Act == SpeechAct.Demands);
        for (var before = start; walk.Step(); before = walk.At)
        {
            if (walk.At > before && walk.HasWords && MayEnd(walk.Behind))
            {
                ends.Insert(0, walk.At);
            }
        }
        return [.. ends.Select(e => BehindClosing(tokens, e)).Where(e => QuotationsAreVerbatim(text, tokens, start, e)).Distinct()];
    }

    // A closing mark belongs to what stands before it, and so does the stop that it holds.
    private static int BehindClosing(IReadOnlyList<ProseToken> tokens, int end)
    {
        var mark = end + 1 < tokens.Count && tokens[end].IsMark(".,") && tokens[end + 1].IsQuotationMark ? end + 1 : end;
        return mark < tokens.Count && tokens[mark].IsQuotationMark ? mark + 1 : end;
    }

    private bool MayEnd(int behind)
    {
        ProseToken[] rest = [.. _content.Skip(behind).SkipWhile(t => t.IsQuotationMark || t.IsMark("."))];
        if (rest.All(t => t.Kind != ProseTokenKind.Word))
        {
            return true;
        }

        if (CheckedWords.IsUnfinished(_content[behind - 1]))
        {
            return false;
        }

        // A sentence told whole is no half of one.
        if (!line.IsNegated && NextSentence(behind) is { } next)
        {
            return !CheckedWords.TakesBack(next) || IsToldToo(next.Start);
        }

        var isExclusive = line.IsNegated || line.Act is SpeechAct.Rejects or SpeechAct.Denies || _content.Take(behind).Any(CheckedWords.IsUniversal);
        var isAdded = rest is [var mark, var and, ..] && mark.IsMark(",;") && and.IsWord("and");
        return !isExclusive && CheckedWords.IsJoint(rest) && !rest.Any(t => CheckedWords.IsLimit(t) && !(isAdded && CheckedWords.IsHarmlessWhenAdded(t)));
    }

    // What begins behind a stop, or the comma that stands for it where a quotation is broken off, with a capital; or behind a colon in quotation marks.
    private ProseToken? NextSentence(int behind)
    {
        ProseToken[] marks = [.. _content.Skip(behind).TakeWhile(t => t.Kind == ProseTokenKind.Mark)];
        var next = _content[behind + marks.Length];
        if (marks.Length == 0 || !char.IsUpper(next.Text[0]))
        {
            return null;
        }

        var isEnd = marks[0].IsMark(":") ? marks[^1].IsQuotationMark
            : marks[0].IsMark(",") ? marks.Any(m => m.IsMark("…")) && marks.Any(m => m.IsQuotationMark)
            : marks.Any(m => m.IsMark(".!?")) && !IsShortened(_content[behind - 1]);
        return isEnd ? next : null;
    }

    // "Mr.", "U.S." and "9 a.m." end no sentence.
    private static bool IsShortened(ProseToken word) => word.Text.Length == 1 || (char.IsUpper(word.Text[0]) && word.Text.Length <= 4);

    // What takes the sentence before it back ("But I warn against it") is another line's content, and so is told as well.
    private bool IsToldToo(int start)
    {
        foreach (var content in cited.Where(l => l != line).Select(l => l.Content.Trim('“', '”', '"', ',', '.')).Where(c => c.Contains(' ', StringComparison.Ordinal)))
        {
            var at = line.Content.IndexOf(content, start, StringComparison.Ordinal);
            if (at >= 0 && !ProseTokens.Read(line.Content[start..at]).Skip(1).Any(t => t.IsMark(".!?") || CheckedWords.IsLimit(t)))
            {
                return true;
            }
        }
        return false;
    }

    private bool QuotationsAreVerbatim(string text, IReadOnlyList<ProseToken> tokens, int start, int end)
    {
        ProseToken[] marks = [.. tokens.Take(end).Skip(start).Where(t => t.IsQuotationMark)];
        if (marks.Length % 2 != 0)
        {
            return false;
        }

        for (var i = 0; i < marks.Length; i += 2)
        {
            if (!Quoted().Any(q => HoldsWords(q, text[marks[i].End..marks[i + 1].Start])))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>What of the content the story has in quotation marks.</summary>
    private IEnumerable<string> Quoted()
    {
        if (line.Kind == QuoteKind.Direct)
        {
            return [line.Content];
        }

        ProseToken[] marks = [.. _content.Where(t => t.IsQuotationMark)];
        return marks.Length % 2 != 0 ? [] : marks.Chunk(2).Select(pair => line.Content[pair[0].End..pair[1].Start]);
    }

    private static bool HoldsWords(string quoted, string words)
    {
        // The mark before the closing one belongs to the sentence around it.
        words = words.TrimEnd('.', ',');
        var at = words.Length == 0 ? -1 : quoted.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(quoted[at - 1])) && (at + words.Length == quoted.Length || !char.IsLetterOrDigit(quoted[at + words.Length]));
    }
}
