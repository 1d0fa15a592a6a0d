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
        foreach ((var agreed, var fault) in CheckEach(sentences, lines))
        {
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

    /// <summary>What became of each sentence, in order. A pronoun may stand for the one of whom alone the sentence before it tells.</summary>
    public static IEnumerable<(ProseSentence? Sentence, Fault Fault)> CheckEach(IReadOnlyList<DraftSentence> sentences, IReadOnlyList<AnswerLine> lines)
    {
        string? topic = null;
        foreach (var sentence in sentences.Take(MostSentences))
        {
            yield return Check(sentence, lines, topic);
            topic = Topic(sentence, lines);
        }
    }

    /// <summary>The sentence if it agrees with what it cites, else what is wrong with it.</summary>
    /// <param name="topic">Of whom alone the sentence before told; null for nobody.</param>
    public static (ProseSentence? Sentence, Fault Fault) Check(DraftSentence sentence, IReadOnlyList<AnswerLine> lines, string? topic = null)
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
        ClaimReader reader = new(text, cited, lines, topic);
        if (reader.Read() is not { } told)
        {
            return (null, Fault.Content);
        }

        return cited.All(told.Lines.Contains) ? (new ProseSentence(ProseText.Parts(text, reader.First, told, lines), cited), Fault.None) : (null, Fault.Unused);
    }

    // Whether the sentence is shown does not matter: where a pronoun stood, a name is shown.
    private static string? Topic(DraftSentence sentence, IReadOnlyList<AnswerLine> lines)
    {
        string[] speakers = [.. (sentence.Statements ?? []).Where(n => n >= 1 && n <= lines.Count).Select(n => lines[n - 1].Speaker).Distinct()];
        return speakers.Length > 0 && speakers.All(s => SpokenName.Is(speakers[0], lines.First(l => l.Speaker == s), lines)) ? speakers[0] : null;
    }
}
