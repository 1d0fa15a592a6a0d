using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Answers "who is Khatib?" with what stories say that he is.</summary>
internal sealed class WhoIs(Store store)
{
    private const int Most = 3;

    /// <summary>The descriptions, each once; none where no story has any.</summary>
    public async Task<IReadOnlyList<AnswerLine>> DescribeAsync(Scope scope, StoredSpeaker speaker, CancellationToken cancel)
    {
        List<AnswerLine> lines = [];
        foreach (StoredDescription description in await store.DescriptionsAsync(scope.Workspace, speaker.Id, scope.StoryId, cancel))
        {
            int known = lines.FindIndex(l => string.Equals(l.Content, description.Description, StringComparison.OrdinalIgnoreCase));
            if (known >= 0)
                lines[known] = lines[known] with { AlsoIn = [.. lines[known].AlsoIn, Cite(description)] };
            else
                lines.Add(LineOf(speaker, description));
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
