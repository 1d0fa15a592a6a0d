using DigestBot.Answers;

namespace DigestBot.LanguageModels.Checking;

/// <summary>Why a sentence is not shown; as the meters name it.</summary>
internal enum Fault
{
    None,

    /// <summary>Empty, too long, or with more lines than there are.</summary>
    Form,

    /// <summary>No line of that number.</summary>
    Citation,

    /// <summary>Markup, an address, or another sign that no sentence needs.</summary>
    Markup,

    /// <summary>A speaker, act, number, negation, quotation or word that the cited lines do not have.</summary>
    Content,

    /// <summary>A line is cited that the sentence does not tell.</summary>
    Unused,
}

/// <summary>Holds a model's sentences to the lines that they cite. What does not agree is dropped, whole.</summary>
internal static class ProseChecker
{
    private const int LongestSentence = 600;
    private const int MostSentences = 6;
    private const string Signs = " .,;:'’\"“”{}-–()%$€£&/…?!";

    /// <summary>What passed, or null where too little did: nothing, or less than half.</summary>
    /// <param name="dropped">Told of each sentence that failed.</param>
    public static Prose? Check(Draft draft, IReadOnlyList<AnswerLine> lines, Action<Fault>? dropped = null)
    {
        var sentences = draft.Sentences ?? [];
        List<ProseSentence> passed = [];
        foreach (var sentence in sentences.Take(MostSentences))
        {
            (var agreed, var fault) = Check(sentence, lines);
            if (agreed is null)
            {
                dropped?.Invoke(fault);
            }
            else if (!passed.Exists(p => p.Lines.SequenceEqual(agreed.Lines)))
            {
                passed.Add(agreed);
            }
        }
        return passed.Count > 0 && passed.Count * 2 >= sentences.Count ? new Prose(passed) : null;
    }

    /// <summary>The sentence if it agrees with what it cites, else what is wrong with it.</summary>
    public static (ProseSentence? Sentence, Fault Fault) Check(DraftSentence sentence, IReadOnlyList<AnswerLine> lines)
    {
        var text = sentence.Text?.Trim() ?? "";
        var numbers = sentence.Statements ?? [];
        if (text.Length is 0 or > LongestSentence || numbers.Count > lines.Count)
        {
            return (null, Fault.Form);
        }

        if (numbers.Count == 0 || numbers.Any(n => n < 1 || n > lines.Count))
        {
            return (null, Fault.Citation);
        }

        if (text.Any(c => !char.IsLetterOrDigit(c) && !Signs.Contains(c, StringComparison.Ordinal)) || text.Contains("//", StringComparison.Ordinal))
        {
            return (null, Fault.Markup);
        }

        AnswerLine[] cited = [.. numbers.Distinct().Select(n => lines[n - 1])];
        if (new ClaimReader(text, cited, lines).Read() is not { } told)
        {
            return (null, Fault.Content);
        }

        return cited.All(told.Contains) ? (new ProseSentence([.. Parts(text, lines)], cited), Fault.None) : (null, Fault.Unused);
    }

    private static IEnumerable<ProsePart> Parts(string text, IReadOnlyList<AnswerLine> lines)
    {
        var start = 0;
        foreach (var token in ProseTokens.Read(text).Where(t => t.Kind == ProseTokenKind.Reference))
        {
            if (token.Start > start)
            {
                yield return new ProsePart(text[start..token.Start]);
            }

            yield return new ProsePart("", lines[token.Number - 1]);
            start = token.End;
        }
        if (start < text.Length)
        {
            yield return new ProsePart(text[start..]);
        }
    }
}
