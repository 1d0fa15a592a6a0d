using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>What is looked at for a question, and which of it answers.</summary>
/// <param name="Ranked">Everything that was looked at, best first.</param>
/// <param name="Right">Of these the ones that answer, best first; one content may still stand there twice.</param>
internal sealed record ChosenStatements(IReadOnlyList<RankedStatement> Ranked, IReadOnlyList<RankedStatement> Right);

/// <summary>The way from a question to the statements that answer it: retrieve, rank, choose.</summary>
internal sealed class StatementChooser(Store store)
{
    private readonly StatementFinder _finder = new(store);

    /// <summary>The statements for a question whose speakers are found; no speakers for anybody's.</summary>
    public async Task<ChosenStatements> ChooseAsync(Scope scope, Question asked, IReadOnlyList<FoundSpeakers> speakers, CancellationToken cancel)
    {
        Topic topic = new(asked.Topic);
        var retrieved = asked.Form == QuestionForm.YesNo ? asked with { Act = null } : asked;
        var found = await _finder.FindAsync(scope, retrieved, topic, speakers.Count == 0 ? null : speakers, cancel);
        var ranked = Ranking.Rank(asked, topic, found);
        if (asked.NotBy.Count > 0)
        {
            ranked = [.. ranked.Where(r => !asked.NotBy.Any(name => Names.Compare(AskedNames.Capitalised(name), r.Statement.Speaker) != NameMatch.Different))];
        }

        return new ChosenStatements(ranked, Selection.Choose(asked, topic, ranked));
    }
}
