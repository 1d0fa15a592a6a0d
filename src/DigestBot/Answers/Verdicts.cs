using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>What the statements say to a yes-or-no question.</summary>
internal enum Verdict
{
    /// <summary>None carries a yes or a no.</summary>
    Open,

    /// <summary>A statement carries a yes.</summary>
    Yes,

    /// <summary>A statement carries a no.</summary>
    No,
}

/// <summary>Finds a yes or a no only where a statement carries it.</summary>
internal static class Verdicts
{
    private static readonly (SpeechAct Act, SpeechAct Opposite)[] _opposites = [(SpeechAct.Accepts, SpeechAct.Rejects), (SpeechAct.Rejects, SpeechAct.Accepts), (SpeechAct.Praises, SpeechAct.Accuses), (SpeechAct.Accuses, SpeechAct.Praises), (SpeechAct.Rejects, SpeechAct.Praises), (SpeechAct.Praises, SpeechAct.Rejects)];

    private static readonly HashSet<string> _negations = ["not", "never", "no", "nobody", "nothing", "none", "without", "n't", "cannot"];

    // A statement that says more than the question in so many words is not simply a yes.
    private const int LongestYes = 30;

    /// <summary>What one statement on the whole topic says.</summary>
    public static Verdict Of(Question question, StoredStatement statement)
    {
        if (question.Act is null || question.Form != QuestionForm.YesNo)
        {
            return Verdict.Open;
        }

        if (question.WantsAnyAct)
        {
            // "declined to say whether": it was not said.
            if (!question.IsNegated && (statement.IsNegated || statement.Act == SpeechAct.Rejects) && ActWords.Any.IsOf(statement.Cue))
            {
                return Verdict.No;
            }

            var isShort = TextWords.Of(statement.Content).Take(LongestYes + 1).Count() <= LongestYes;
            return isShort && !statement.IsNegated && IsNegative(statement.Content) == IsNegative(question.Text) ? Verdict.Yes : Verdict.Open;
        }
        var isAct = statement.Act == question.Act.Act || question.Act.IsOf(statement.Cue);
        if (isAct)
        {
            return statement.IsNegated == question.IsNegated ? Verdict.Yes : Verdict.No;
        }
        // To own up to a thing is the contrary of denying it.
        if (question.Act.Kin.Contains("admit") && statement.Act == SpeechAct.Denies && !question.IsNegated)
        {
            return statement.IsNegated ? Verdict.Open : Verdict.No;
        }

        return _opposites.Contains((question.Act.Act, statement.Act)) && !statement.IsNegated && !question.IsNegated ? Verdict.No : Verdict.Open;
    }

    private static bool IsNegative(string text) => QuestionTokens.Read(text).Exists(t => _negations.Contains(t.Lower));
}
