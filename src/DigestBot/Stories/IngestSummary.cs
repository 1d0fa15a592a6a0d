using DigestBot.Storage;

namespace DigestBot.Stories;

/// <summary>What became of one story: stored, known or updated; or why it is refused.</summary>
public sealed record IngestedStory(Story? Story, AddResult? Result, StoryRefusal? Refusal);

/// <summary>What became of the stories of one ingestion.</summary>
public sealed record IngestSummary
{
    /// <summary>New, and stored.</summary>
    public int Stored { get; init; }

    /// <summary>In the archive already.</summary>
    public int Known { get; init; }

    /// <summary>Known by id, stored with their new words.</summary>
    public int Updated { get; init; }

    /// <summary>Not taken in, with their names and the reasons, in the order in which they came.</summary>
    public IReadOnlyList<StoryRefusal> Refused { get; init; } = [];

    /// <summary>Adds up what becomes of many.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<AddResult, int> results = [];
        private readonly List<StoryRefusal> refused = [];

        public void Add(IngestedStory done)
        {
            if (done.Result is { } result)
                results[result] = results.GetValueOrDefault(result) + 1;
            if (done.Refusal is { } refusal)
                refused.Add(refusal);
        }

        public IngestSummary Build() => new()
        {
            Stored = results.GetValueOrDefault(AddResult.Stored),
            Known = results.GetValueOrDefault(AddResult.Known),
            Updated = results.GetValueOrDefault(AddResult.Updated),
            Refused = refused,
        };
    }
}
