using DigestBot.Attribution;
using DigestBot.Storage;
using Microsoft.Data.Sqlite;

namespace DigestBot.Stories;

/// <summary>Takes stories into the archive: understood on all cores, written one after another in the order given, each acknowledged when it is safe.</summary>
public sealed class Ingester(Store store, StatementExtractor extractor)
{
    // Enough that no core waits for the disk, few enough that stories do not pile up in memory.
    private static readonly int _ahead = 2 * Environment.ProcessorCount;

    /// <summary>Stores what the batches hold, and goes on behind what is refused.</summary>
    /// <param name="batches">Enumerated while their stories are stored.</param>
    /// <param name="feed">Which feed brings them.</param>
    /// <param name="tell">Told of each story when its transaction is on disk, and of each refusal; in order, never twice at a time.</param>
    /// <exception cref="SqliteException">The archive cannot be written; what was told of is safe.</exception>
    public async Task<IngestSummary> IngestAsync(IEnumerable<StoryBatch> batches, Feed feed, Action<IngestedStory>? tell = null, CancellationToken cancel = default)
    {
        IngestSummary.Builder summary = new();
        Queue<Task<Understood>> ahead = [];
        foreach (var next in batches.SelectMany(batch => Understand(batch, feed, cancel)))
        {
            ahead.Enqueue(next);
            if (ahead.Count > _ahead)
            {
                await StoreNextAsync();
            }
        }
        while (ahead.Count > 0)
        {
            await StoreNextAsync();
        }

        return summary.Build();

        async Task StoreNextAsync()
        {
            var done = await StoreAsync(await ahead.Dequeue(), feed, cancel);
            summary.Add(done);
            tell?.Invoke(done);
        }
    }


    // One after another as they are asked for: a batch may hold thousands.
    private IEnumerable<Task<Understood>> Understand(StoryBatch batch, Feed feed, CancellationToken cancel) =>
        batch.Refused.Select(refusal => Task.FromResult(new Understood(null, null, refusal)))
            .Concat(batch.Stories.Select(story => Task.Run(() => UnderstandAsync(story, feed, cancel), cancel)));

    /// <summary>Reads who says what in a story, unless its words are in the archive already.</summary>
    private async Task<Understood> UnderstandAsync(Story story, Feed feed, CancellationToken cancel)
    {
        if (await store.LinkIfKnownAsync(story, feed, cancel))
        {
            return new Understood(story, null, null);
        }

        try
        {
            return new Understood(story, extractor.Read(story.Text), null);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            var why = $"who says what in it could not be found out ({error.GetType().Name}: {error.Message}); please report this, with the story";
            return new Understood(null, null, new StoryRefusal(story.Title, why));
        }
    }

    private async Task<IngestedStory> StoreAsync(Understood understood, Feed feed, CancellationToken cancel)
    {
        AddResult? result = understood switch
        {
            { Story: { } story, Reading: { } reading } => await store.AddAsync(story, reading, feed, cancel),
            { Story: not null } => AddResult.Known,
            _ => null,
        };
        return new IngestedStory(understood.Story, result, understood.Refusal);
    }

    /// <summary>A story with its reading (none where the archive has it), or why it is refused.</summary>
    private sealed record Understood(Story? Story, Reading? Reading, StoryRefusal? Refusal);
}
