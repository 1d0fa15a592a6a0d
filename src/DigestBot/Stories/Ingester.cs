using System.Collections.Concurrent;
using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Stories;

/// <summary>What became of the stories of one ingestion.</summary>
public sealed record IngestSummary
{
    /// <summary>New, and stored.</summary>
    public int Stored { get; init; }

    /// <summary>In the archive already.</summary>
    public int Known { get; init; }

    /// <summary>Known by id, stored with their new words.</summary>
    public int Updated { get; init; }

    /// <summary>Not taken in, with their names and the reasons.</summary>
    public IReadOnlyList<StoryRefusal> Refused { get; init; } = [];
}

/// <summary>Takes stories into the archive: read on all cores, written one after another, each acknowledged when it is safe.</summary>
public sealed class Ingester(Store store, StatementExtractor extractor)
{
    /// <summary>Stores what the batches hold. A story is counted when its transaction is on disk.</summary>
    /// <param name="feed">Which feed brings them.</param>
    /// <param name="progress">Told after each batch (file, request).</param>
    public async Task<IngestSummary> IngestAsync(IEnumerable<StoryBatch> batches, Feed feed, Action? progress = null, CancellationToken cancel = default)
    {
        ConcurrentBag<AddResult> results = [];
        ConcurrentQueue<StoryRefusal> refused = [];
        ParallelOptions cores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        // One batch at a time is taken from the enumeration, so that large folders are not held in memory.
        await Parallel.ForEachAsync(Partitioner.Create(batches, EnumerablePartitionerOptions.NoBuffering).GetDynamicPartitions(), cores, async (batch, stop) =>
        {
            foreach (StoryRefusal refusal in batch.Refused)
                refused.Enqueue(refusal);
            foreach (Story story in batch.Stories)
                results.Add(await IngestAsync(story, feed, stop));
            progress?.Invoke();
        });
        return new IngestSummary
        {
            Stored = results.Count(r => r == AddResult.Stored),
            Known = results.Count(r => r == AddResult.Known),
            Updated = results.Count(r => r == AddResult.Updated),
            Refused = [.. refused.OrderBy(r => r.Name, StringComparer.Ordinal)],
        };
    }

    private async Task<AddResult> IngestAsync(Story story, Feed feed, CancellationToken cancel) =>
        await store.LinkIfKnownAsync(story, feed, cancel) ? AddResult.Known : await store.AddAsync(story, extractor.Read(story.Text), feed, cancel);
}
