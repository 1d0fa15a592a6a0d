using DigestBot.Attribution;

namespace DigestBot.Answers;

/// <summary>Which words of a question say what it is about.</summary>
internal static class TopicWords
{
    private static readonly HashSet<string> _stop =
    [
        .. """
        a an the this that these those of in on at by for with about from to into over under between against through during before after above below up down out off again further
        and or but if so as than then too very just also only own same such both each few more most other some any all no nor not n't
        i me my we our you your he him his she her it its they them their what which who whom whose when where why how there here
        am is are was were be been being have has had having do does did doing will would shall should can could may might must 's 'd 're 've 'll
        regarding concerning since till until towards toward upon within without whether because while
        thing things something anything everything someone somebody anyone anybody people person matter issue topic subject question
        please tell know say said says saying let get got make made one ones new latest news else ever
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>The words that carry meaning, each once, in order. Words of small meaning stay where there are no others.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<QuestionToken> tokens) =>
        [.. tokens.Where(t => t.Lower[0] != '\'').SelectMany(t => TextWords.Of(t.Text)).Where(w => !_stop.Contains(w)).Distinct(StringComparer.Ordinal)];

    /// <summary>Names and numbers among the words: countries, numbers, and what is typed with a capital where not everything is.</summary>
    public static IReadOnlySet<string> Indispensable(IReadOnlyCollection<QuestionToken> tokens)
    {
        var capitalsTell = tokens.Any(t => !t.IsCapital && !_stop.Contains(t.Lower));
        return tokens.Where(t => char.IsDigit(t.Text[0]) || (t.IsCapital && capitalsTell) || Countries.Of(t.Lower) is not null)
            .SelectMany(t => TextWords.Of(t.Text)).Where(w => !_stop.Contains(w)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a word carries no meaning of its own.</summary>
    public static bool IsStop(string word) => _stop.Contains(word);
}
