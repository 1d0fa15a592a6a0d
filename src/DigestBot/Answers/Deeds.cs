using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Tells statements that a thing was done or will be from those that only turn about it: who refuses to resign has not resigned.</summary>
internal static class Deeds
{
    /// <summary>Whether a statement may tell of the deed that is asked for.</summary>
    public static bool IsTold(Question question, StoredStatement statement)
    {
        // One who refuses, denies, demands or asks tells of nothing done; nor does a question or a reproach.
        if (question.Form == QuestionForm.When && (statement.IsNegated || statement.Content.Contains('?', StringComparison.Ordinal)
            || statement.Act is SpeechAct.Rejects or SpeechAct.Denies or SpeechAct.Demands or SpeechAct.Asks or SpeechAct.Accuses))
        {
            return false;
        }

        // Names alone are no deed: "Lavrov" and "Damascus" stand in many statements that tell of no visit.
        HashSet<string> names = [.. question.Indispensable, .. TextWords.Of(statement.Speaker)];
        string[] doing = [.. question.Topic.Where(w => !names.Contains(w))];
        return doing.Length == 0 || new Topic(doing).CoverageOf(statement.Content) > 0;
    }
}
