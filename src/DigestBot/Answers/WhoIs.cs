using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Answers "who is Khatib?" with what stories say that he is.</summary>
internal sealed class WhoIs(Store store)
{
    private const int Most = 3;

    /// <summary>Who is asked after: by name, or as "the mayor" by what stories call somebody.</summary>
    public async Task<IReadOnlyList<StoredSpeaker>> MeantAsync(ReadQuestion read, CancellationToken cancel)
    {
        List<StoredSpeaker> meant = [.. read.Speakers.SelectMany(s => s.Speakers)];
        foreach (var titled in read.Speakers.Where(s => s.PeopleWords is not null && s.SpeaksFor is null))
        {
            var statements = await store.FindStatementsAsync(read.Scope.Workspace, StatementFinder.ByTitle(read.Scope.Filter with { Limit = 100 }, titled), cancel);
            long[] ids = [.. statements.Select(s => s.SpeakerId).OfType<long>().Distinct()];
            var holders = await store.BearersAsync(read.Scope.Workspace, ids, read.Scope.StoryId, cancel);
            meant.AddRange(holders.Where(h => h.Description is { } description && titled.PeopleWords!.All(TextWords.Of(description).Contains)));
        }
        return meant;
    }

    /// <summary>The descriptions, each once; none where no story has any.</summary>
    public async Task<IReadOnlyList<AnswerLine>> DescribeAsync(Scope scope, StoredSpeaker speaker, CancellationToken cancel)
    {
        List<AnswerLine> lines = [];
        foreach (var description in await store.DescriptionsAsync(scope.Workspace, speaker.Id, scope.StoryId, cancel))
        {
            var known = lines.FindIndex(l => string.Equals(l.Content, description.Description, StringComparison.OrdinalIgnoreCase));
            if (known >= 0)
            {
                lines[known] = lines[known] with { AlsoIn = [.. lines[known].AlsoIn, Cite(description)] };
            }
            else
            {
                lines.Add(LineOf(speaker, description));
            }
        }
        return [.. lines.OrderByDescending(l => l.AlsoIn.Count).Take(Most)];
    }

    private static AnswerLine LineOf(StoredSpeaker speaker, StoredDescription description) => new()
    {
        Speaker = speaker.Name,
        Act = SpeechAct.Says,
        Kind = QuoteKind.Indirect,
        IsDescription = true,
        Content = description.Description,
        Citation = Cite(description),
    };

    private static Citation Cite(StoredDescription description) => new()
    {
        StoryId = description.StoryId,
        Title = description.Title,
        Outlet = description.Outlet,
        Published = description.Published,
        Url = description.Url,
        Spans = [description.Span],
    };
}
