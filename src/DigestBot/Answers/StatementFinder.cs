using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>What retrieval has found.</summary>
/// <param name="Statements">Each once, in no order.</param>
/// <param name="HaveAllWords">Each has all of the topic's words, in itself, its headline or its paragraph.</param>
internal sealed record FoundStatements(IReadOnlyCollection<StoredStatement> Statements, bool HaveAllWords);

/// <summary>Retrieves what may answer a question: all words first, then any of them; what the acts asked for allow.</summary>
internal sealed class StatementFinder(Store store)
{
    // Five lines are shown: beyond so many the best are in hand.
    private const int Most = 80;

    /// <summary>Statements that may answer.</summary>
    /// <param name="speakers">Whose; null for anybody's.</param>
    public async Task<FoundStatements> FindAsync(Scope scope, Question question, Topic topic, IReadOnlyList<FoundSpeakers>? speakers, CancellationToken cancel)
    {
        var filter = scope.Filter with { Synonyms = topic.Others, Limit = Math.Min(scope.Filter.Limit, Most) };
        if (!topic.IsEmpty)
        {
            filter = filter with { Words = topic.Words };
        }

        var found = await FindAsync(scope.Workspace, filter, question.Act, speakers, cancel);
        if (found.Count > 0 || topic.Words.Count < 2)
        {
            return new FoundStatements(found.Values, HaveAllWords: true);
        }

        found = await FindAsync(scope.Workspace, filter with { AllWords = false }, question.Act, speakers, cancel);
        return new FoundStatements(found.Values, HaveAllWords: false);
    }

    private async Task<Dictionary<long, StoredStatement>> FindAsync(string workspace, StatementFilter filter, ActGroup? act, IReadOnlyList<FoundSpeakers>? speakers, CancellationToken cancel)
    {
        Dictionary<long, StoredStatement> found = [];
        foreach (var by in BySpeaker(filter, speakers))
        {
            foreach (var asked in ByAct(by, act))
            {
                foreach (var statement in await store.FindStatementsAsync(workspace, asked, cancel))
                {
                    found.TryAdd(statement.Id, statement);
                }
            }
        }
        return found;
    }

    private static IEnumerable<StatementFilter> BySpeaker(StatementFilter filter, IReadOnlyList<FoundSpeakers>? speakers)
    {
        if (speakers is null)
        {
            return [filter];
        }

        return speakers.Where(s => s.IsKnown).Select(s => s.PeopleWords is not null
            ? ByTitle(filter, s)
            : filter with { Speakers = [.. s.Speakers.Select(p => p.Id)] });
    }

    /// <summary>Those whose name, noun phrase or description has all of the words, a country's in any of its forms.</summary>
    public static StatementFilter ByTitle(StatementFilter filter, FoundSpeakers people)
    {
        Dictionary<string, IReadOnlyList<string>> synonyms = new(filter.Synonyms, StringComparer.Ordinal);
        foreach (var word in people.PeopleWords ?? [])
        {
            synonyms.TryAdd(word, people.PeopleSynonyms.GetValueOrDefault(word) ?? Countries.WordsOf(word));
        }

        return filter with { PeopleWords = people.PeopleWords, Synonyms = synonyms };
    }

    private static IEnumerable<StatementFilter> ByAct(StatementFilter filter, ActGroup? act)
    {
        if (act is null or { Breadth: ActBreadth.Any })
        {
            return [filter];
        }

        var byCue = filter with { CueForms = [.. act.Kin.SelectMany(Lemmas.Forms).DistinctBy(Porter.Stem, StringComparer.Ordinal)] };
        return act.Breadth == ActBreadth.Own ? [byCue] : [byCue, filter with { Acts = [act.Act] }];
    }
}
