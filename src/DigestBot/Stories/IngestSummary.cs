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
        private readonly Dictionary<AddResult, int> _results = [];
        private readonly List<StoryRefusal> _refused = [];

        public void Add(IngestedStory done)
        {
            if (done.Result is { } result)
            {
                _results[result] = _results.GetValueOrDefault(result) + 1;
            }

            if (done.Refusal is { } refusal)
            {
                _refused.Add(refusal);
            }
        }

        public IngestSummary Build() => new()
        {
            Stored = _results.GetValueOrDefault(AddResult.Stored),
            Known = _results.GetValueOrDefault(AddResult.Known),
            Updated = _results.GetValueOrDefault(AddResult.Updated),
            Refused = _refused,
        };
    }
}
