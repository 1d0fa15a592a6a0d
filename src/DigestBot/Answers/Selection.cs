namespace DigestBot.Answers;

/// <summary>Decides which of the ranked statements answer. What only touches the question does not.</summary>
internal static class Selection
{
    /// <summary>Lines of an answer.</summary>
    public const int Most = 5;

    /// <summary>Lines of an answer with all that follow on further pages.</summary>
    public const int MostPaged = 25;

    /// <summary>So many are compared with one another; behind them nothing is that a reader would be shown.</summary>
    public const int MostCompared = 40;

    // With a speaker named, half of the words are a match; among everybody's statements it takes more.
    private const double EnoughOfOne = 0.5;
    private const double EnoughOfAll = 0.6;

    /// <summary>Those that answer, best first.</summary>
    public static IReadOnlyList<RankedStatement> Choose(Question question, Topic topic, IReadOnlyList<RankedStatement> ranked)
    {
        IEnumerable<RankedStatement> right = ranked.Where(r => IsOfAct(question, r));
        if (ContentClues.IsRequiredBy(question.Form))
            right = right.Where(r => r.Clue >= 0.5);
        RankedStatement[] chosen = topic.IsEmpty ? [.. right] : [.. OnTopic(question, topic, [.. right])];
        return WithoutSiblings(question, chosen);
    }

    /// <summary>"urged" is a demand only where nothing is demanded more plainly.</summary>
    private static RankedStatement[] WithoutSiblings(Question question, RankedStatement[] chosen)
    {
        if (question.WantsAnyAct)
            return chosen;
        RankedStatement[] plain = [.. chosen.Where(r => !question.Act!.IsOfSibling(r.Statement.Cue))];
        return plain.Length > 0 ? plain : chosen;
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
        RankedStatement[] most = [.. right.Where(r => r.Topic >= enough && topic.IsIn(Ranking.Told(question, r.Statement), question.Indispensable))];
        if (most.Length > 0)
            return most;
        // "told the United Nations that": whom it is told stands beside the content.
        if (question.Verb is "tell" or "ask" or "warn" or "promise" or "urge" or "write" or "remind" && question.Speakers.Count > 0 && right.Any(r => r.IsNearAllWords))
            return [.. right.Where(r => r.IsNearAllWords)];
        // The headline can say what a statement is about, but only of one that is asked for by speaker or act.
        return question.Speakers.Count == 0 && question.WantsAnyAct ? []
            : [.. right.Where(r => topic.CoverageOf($"{Ranking.Told(question, r.Statement)} {r.Statement.Title}") >= 0.999)];
    }
}
