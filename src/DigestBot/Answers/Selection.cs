namespace DigestBot.Answers;

/// <summary>Decides which of the ranked statements answer. What only touches the question does not.</summary>
internal static class Selection
{
    /// <summary>Lines of an answer.</summary>
    public const int Most = 5;

    // With a speaker named, half of the words are a match; among everybody's statements it takes more.
    private const double EnoughOfOne = 0.5;
    private const double EnoughOfAll = 0.6;

    /// <summary>Those that answer, best first.</summary>
    public static IReadOnlyList<RankedStatement> Choose(Question question, Topic topic, IReadOnlyList<RankedStatement> ranked)
    {
        IEnumerable<RankedStatement> right = ranked.Where(r => IsOfAct(question, r));
        if (ContentClues.IsRequiredBy(question.Form))
            right = right.Where(r => r.Clue >= 0.5);
        return topic.IsEmpty ? [.. right] : OnTopic(question, topic, [.. right]);
    }

    /// <summary>Whether the act asked for is the act done.</summary>
    public static bool IsOfAct(Question question, RankedStatement ranked)
    {
        if (question.WantsAnyAct || question.Form == QuestionForm.YesNo)
            return true;
        if (ranked.Statement.IsNegated != question.IsNegated)
            return false;
        ActGroup act = question.Act!;
        return act.Breadth == ActBreadth.Own ? act.IsOf(ranked.Statement.Cue) : ranked.Statement.Act == act.Act || act.IsOf(ranked.Statement.Cue);
    }

    private static IReadOnlyList<RankedStatement> OnTopic(Question question, Topic topic, IReadOnlyList<RankedStatement> right)
    {
        RankedStatement[] full = [.. right.Where(r => r.Topic >= 0.999)];
        if (full.Length > 0)
            return full;
        double enough = question.Speakers.Count > 0 ? EnoughOfOne : EnoughOfAll;
        RankedStatement[] most = [.. right.Where(r => r.Topic >= enough && topic.HasNumbersOf(r.Statement.Content))];
        if (most.Length > 0)
            return most;
        // The headline can say what a statement is about, but only of one that is asked for by speaker or act.
        return question.Speakers.Count == 0 && question.WantsAnyAct ? []
            : [.. right.Where(r => topic.CoverageOf($"{r.Statement.Content} {r.Statement.About} {r.Statement.Addressee} {r.Statement.Title}") >= 0.999)];
    }
}
