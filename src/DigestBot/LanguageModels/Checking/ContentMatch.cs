using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.LanguageModels.Checking;

/// <summary>
/// Holds what a sentence says to a line's content: the content's own words in their order from its beginning, nothing between them left out.
/// The end may be cut off where what follows only adds to it.
/// </summary>
internal sealed class ContentMatch(AnswerLine line)
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
        // A closing mark belongs to what stands before it.
        return [.. ends.Select(e => e < tokens.Count && tokens[e].IsQuotationMark ? e + 1 : e).Where(e => QuotationsAreVerbatim(text, tokens, start, e)).Distinct()];
    }

    private bool MayEnd(int behind)
    {
        ProseToken[] rest = [.. _content.Skip(behind).SkipWhile(t => t.IsQuotationMark || t.IsMark("."))];
        if (rest.All(t => t.Kind != ProseTokenKind.Word))
        {
            return true;
        }

        var isExclusive = line.IsNegated || line.Act is SpeechAct.Rejects or SpeechAct.Denies || _content.Take(behind).Any(CheckedWords.IsUniversal);
        var isAdded = rest is [var mark, var and, ..] && mark.IsMark(",;") && and.IsWord("and");
        return !isExclusive && CheckedWords.IsJoint(rest[0]) && !rest.Any(t => CheckedWords.IsLimit(t) && !(isAdded && CheckedWords.IsHarmlessWhenAdded(t)));
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
        var at = words.Length == 0 ? -1 : quoted.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(quoted[at - 1])) && (at + words.Length == quoted.Length || !char.IsLetterOrDigit(quoted[at + words.Length]));
    }
}
