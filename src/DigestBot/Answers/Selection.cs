using DigestBot.Attribution;
using DigestBot.Storage;

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
    private const double SomeOfAll = 0.3;

    // With so many in the statement the rest may stand beside it.
    private const double MostOfAll = 0.7;

    // The engine is no surer of these than of its guesses ("allegedly"): where a speaker says nothing else, no answer is better.
    private const double Unsure = 0.6;

    // "needs to win": what somebody will or must do, and says nothing.
    private static readonly HashSet<string> _unspoken = ["need", "plan", "intend"];

    /// <summary>Those that answer, best first.</summary>
    public static IReadOnlyList<RankedStatement> Choose(Question question, Topic topic, IReadOnlyList<RankedStatement> ranked)
    {
        var right = ranked.Where(r => IsOfAct(question, r));
        // A story tells what was said where, not where it was said.
        if (question is { Form: QuestionForm.Where, WantsAnyAct: true } && topic.IsEmpty)
        {
            return [];
        }

        if (ContentClues.IsRequiredBy(question.Form))
        {
            right = right.Where(r => r.Clue >= 0.5);
        }

        if (question.IsOfDeed)
        {
            right = right.Where(r => Deeds.IsTold(question, r.Statement));
        }

        if (question is { Form: QuestionForm.YesNo, WantsAnyAct: false } && right.Where(r => Verdicts.Of(question, r.Statement) != Verdict.Open).ToArray() is { Length: > 0 } judging
            && !topic.IsEmpty && OnTopic(question, topic, judging) is { Count: > 0 } judged)
        {
            right = [.. OnTopic(question, topic, [.. right]).Concat(judged).Distinct().OrderByDescending(r => r.Total)];
            return [.. right];
        }

        RankedStatement[] chosen = topic.IsEmpty ? [.. right] : [.. OnTopic(question, topic, [.. right])];
        if (topic.IsEmpty && question.WantsAnyAct && Array.TrueForAll(chosen, c => c.Statement is { SpeakerId: not null, Confidence: <= Unsure }))
        {
            return [];
        }

        return WithoutSiblings(question, chosen);
    }

    /// <summary>"urged" is a demand only where nothing is demanded more plainly.</summary>
    private static RankedStatement[] WithoutSiblings(Question question, RankedStatement[] chosen)
    {
        if (question.WantsAnyAct)
        {
            return chosen;
        }

        RankedStatement[] plain = [.. chosen.Where(r => !question.Act!.IsOfSibling(r.Statement.Cue))];
        return plain.Length > 0 ? plain : chosen;
    }

    /// <summary>Whether the act asked for is the act done.</summary>
    public static bool IsOfAct(Question question, RankedStatement ranked)
    {
        if (question.Form == QuestionForm.YesNo)
        {
            return true;
        }

        if (question.WantsAnyAct)
        {
            return IsSaid(question, ranked.Statement);
        }

        if (ranked.Statement.IsNegated != question.IsNegated)
        {
            return false;
        }

        var act = question.Act!;
        return act.Breadth == ActBreadth.Own ? act.IsOf(ranked.Statement.Cue) : ranked.Statement.Act == act.Act || act.IsOf(ranked.Statement.Cue);
    }

    /// <summary>Whether somebody says anything by it: not who "did not say", nor who only "needs to win" or "plans to go".</summary>
    private static bool IsSaid(Question question, StoredStatement statement)
    {
        // "does not believe" and "does not want" are stands; "did not say" and "did not threaten" are none.
        if (statement.IsNegated && !question.IsNegated && statement.Act is not (SpeechAct.Thinks or SpeechAct.Expects or SpeechAct.Accepts or SpeechAct.Rejects or SpeechAct.Denies or SpeechAct.Demands or SpeechAct.Praises))
        {
            return false;
        }

        return !(statement.Content.StartsWith("to ", StringComparison.Ordinal) && TextWords.Of(statement.Cue).SelectMany(Lemmas.Of).Any(_unspoken.Contains));
    }

    private static IReadOnlyList<RankedStatement> OnTopic(Question question, Topic topic, IReadOnlyList<RankedStatement> right)
    {
        RankedStatement[] full = [.. right.Where(r => r.Topic >= 0.999)];
        if (full.Length > 0)
        {
            // "the fees" beside "harbour fees" of the same speaker: the other word stands next to it.
            return [.. right.Where(r => r.Topic >= 0.999 || (r.IsNearAllWords && r.Topic >= EnoughOfOne && full.Any(f => f.Statement.SpeakerId == r.Statement.SpeakerId)))];
        }

        var enough = question.Speakers.Count > 0 ? EnoughOfOne : EnoughOfAll;
        RankedStatement[] most = [.. right.Where(r => (r.Topic >= enough && topic.IsIn(Ranking.Told(question, r.Statement), question.Indispensable)) || (r.IsNearAllWords && r.Topic >= MostOfAll))];
        if (most.Length > 0)
        {
            return most;
        }
        // "told the United Nations that": whom it is told stands beside the content.
        if (question.Verb is "tell" or "ask" or "warn" or "promise" or "urge" or "write" or "remind" or "accuse" or "blame" or "thank" or "congratulate" && question.Speakers.Count > 0 && right.Any(r => r.IsNearAllWords))
        {
            return [.. right.Where(r => r.IsNearAllWords)];
        }
        // The headline can say what a statement is about, but only of one that is asked for by speaker, act or what its form asks for, and that tells some of it.
        var isNarrow = question.Speakers.Count > 0 || !question.WantsAnyAct || ContentClues.IsRequiredBy(question.Form);
        return !isNarrow ? [] : [.. right.Where(r => r.Topic >= (question.Speakers.Count > 0 ? 0 : SomeOfAll) && topic.CoverageOf($"{Ranking.Told(question, r.Statement)} {r.Statement.Title}") >= 0.999)];
    }
}
