using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Orders statements by how well they answer.</summary>
internal static class Ranking
{
    // A month makes a statement half as fresh.
    private const double FreshDays = 30;

    // As far into a story half of the weight of its beginning is gone: UTF-16 units, some four paragraphs.
    private const double Lead = 1_200;

    // A content of so many words says something by itself.
    private const int FullClause = 8;

    /// <summary>All statements, best first.</summary>
    public static IReadOnlyList<RankedStatement> Rank(Question question, Topic topic, FoundStatements found)
    {
        var statements = found.Statements;
        if (statements.Count == 0)
        {
            return [];
        }

        var best = Math.Max(statements.Max(s => s.TextScore), double.Epsilon);
        var newest = statements.Max(s => s.Time);
        var ranked = statements.Select(s => new RankedStatement(s)
        {
            Verb = VerbScore(question, s),
            Topic = topic.IsEmpty ? 0 : topic.CoverageOf(Told(question, s)),
            IsNearAllWords = found.HaveAllWords,
            Text = s.TextScore / best,
            Clue = ContentClues.Of(question, s),
            Recency = 1 / (1 + ((newest - s.Time).TotalDays / FreshDays)),
            Prominence = Prominence(s),
        });
        return question.Form == QuestionForm.News
            ? [.. ranked.OrderByDescending(r => r.Statement.Time).ThenByDescending(r => r.Total)]
            : [.. ranked.OrderByDescending(r => r.Total).ThenByDescending(r => r.Statement.Time).ThenBy(r => r.Statement.Id)];
    }

    /// <summary>What a statement tells and of whom: its content, those whom that mentions, the one addressed; and, where no speaker is asked for, the speaker.</summary>
    public static string Told(Question question, StoredStatement statement)
    {
        var speaker = question.Speakers.Count == 0 && question.Form != QuestionForm.Who ? statement.Speaker : "";
        return $"{statement.Content} {statement.About} {statement.Addressee} {speaker}";
    }

    private static double VerbScore(Question question, StoredStatement statement)
    {
        if (question.WantsAnyAct)
        {
            return statement.IsNegated ? 0 : 0.5;
        }

        return question.Act!.IsOf(statement.Cue) ? 1 : 0.7;
    }

    private static double Prominence(StoredStatement statement)
    {
        var words = statement.Content.Count(char.IsWhiteSpace) + 1;
        var kind = statement.Kind == QuoteKind.Indirect ? 0.5 : 1;
        // News puts first what matters most.
        var lead = 1 / (1 + (statement.Spans[0].Start / Lead));
        return (0.4 * statement.Confidence) + (0.12 * Math.Min(1.0, (double)words / FullClause)) + (0.12 * kind) + (0.36 * lead);
    }
}
