using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Retrieves what may answer a question: all words first, then any of them; what the acts asked for allow.</summary>
internal sealed class StatementFinder(Store store)
{
    /// <summary>Statements that may answer, each once, in no order.</summary>
    /// <param name="speakers">Whose; null for anybody's.</param>
    public async Task<IReadOnlyCollection<StoredStatement>> FindAsync(Scope scope, Question question, Topic topic, IReadOnlyList<FoundSpeakers>? speakers, CancellationToken cancel)
    {
        StatementFilter filter = scope.Filter with { Synonyms = topic.Others };
        if (!topic.IsEmpty)
            filter = filter with { Words = topic.Words };
        Dictionary<long, StoredStatement> found = await FindAsync(scope.Workspace, filter, question.Act, speakers, cancel);
        if (found.Count == 0 && topic.Words.Count > 1)
            found = await FindAsync(scope.Workspace, filter with { AllWords = false }, question.Act, speakers, cancel);
        return found.Values;
    }

    private async Task<Dictionary<long, StoredStatement>> FindAsync(string workspace, StatementFilter filter, ActGroup? act, IReadOnlyList<FoundSpeakers>? speakers, CancellationToken cancel)
    {
        Dictionary<long, StoredStatement> found = [];
        foreach (StatementFilter by in BySpeaker(filter, speakers))
        {
            foreach (StatementFilter asked in ByAct(by, act))
            {
                foreach (StoredStatement statement in await store.FindStatementsAsync(workspace, asked, cancel))
                    found.TryAdd(statement.Id, statement);
            }
        }
        return found;
    }

    private static IEnumerable<StatementFilter> BySpeaker(StatementFilter filter, IReadOnlyList<FoundSpeakers>? speakers)
    {
        if (speakers is null)
            return [filter];
        return speakers.Where(s => s.IsKnown).Select(s => s.PeopleWords is { } words
            ? filter with { PeopleWords = words }
            : filter with { Speakers = [.. s.Speakers.Select(p => p.Id)] });
    }

    private static IEnumerable<StatementFilter> ByAct(StatementFilter filter, ActGroup? act)
    {
        if (act is null or { Breadth: ActBreadth.Any })
            return [filter];
        StatementFilter byCue = filter with { CueForms = [.. act.Kin.SelectMany(Lemmas.Forms).Distinct(StringComparer.Ordinal)] };
        return act.Breadth == ActBreadth.Own ? [byCue] : [byCue, filter with { Acts = [act.Act] }];
    }
}
