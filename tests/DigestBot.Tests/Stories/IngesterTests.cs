using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Stories;

public sealed class IngesterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly Ingester _ingester;

    public IngesterTests()
    {
        _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);
        _ingester = new Ingester(_store, StatementExtractor.Default);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Counts_what_is_stored_known_updated_and_refused()
    {
        await _ingester.IngestAsync([StoryBatch.Of(Of("a", "It rained.")), StoryBatch.Of(Of("b", "It snowed."))], Feed.Terminal, cancel: Cancel);
        var summary = await _ingester.IngestAsync(
            [StoryBatch.Refuse("x.txt", "it is empty"), StoryBatch.Of(Of("a", "It rained.")), StoryBatch.Of(Of("b", "It froze.")), StoryBatch.Of(Of("c", "It thawed."))], Feed.Terminal, cancel: Cancel);
        summary.Should().BeEquivalentTo(new IngestSummary { Stored = 1, Known = 1, Updated = 1, Refused = [new StoryRefusal("x.txt", "it is empty")] });
    }

    [Fact]
    public async Task Stores_in_the_order_given_so_that_the_last_version_wins()
    {
        List<string> told = [];
        var batches = Enumerable.Range(0, 60).Select(i => StoryBatch.Of(Of($"s{i % 20}", $"Ana Ruiz said it was version {i}.")));
        await _ingester.IngestAsync(batches, Feed.Terminal, done => told.Add(done.Story!.Id), Cancel);
        told.Should().Equal(Enumerable.Range(0, 60).Select(i => $"s{i % 20}"));
        (await _store.StoriesAsync("local", cancel: Cancel)).Select(s => s.Text).Should().BeEquivalentTo(Enumerable.Range(40, 20).Select(i => $"Ana Ruiz said it was version {i}."));
    }

    [Fact]
    public async Task Stores_the_same_words_once_though_they_come_many_times_at_once()
    {
        var summary = await _ingester.IngestAsync(Enumerable.Range(0, 30).Select(i => StoryBatch.Of(Of($"s{i}", "It rained."))), Feed.Terminal, cancel: Cancel);
        (summary.Stored, summary.Known).Should().Be((1, 29));
    }

    [Fact]
    public async Task Tells_of_a_story_only_when_it_can_be_found()
    {
        List<bool> found = [];
        await _ingester.IngestAsync(
            Enumerable.Range(0, 10).Select(i => StoryBatch.Of(Of($"s{i}", $"It rained {i} times."))), Feed.Terminal,
            done => found.Add(_store.GetStoryAsync("local", done.Story!.Id, Cancel).GetAwaiter().GetResult() is not null), Cancel);
        found.Should().HaveCount(10).And.AllBeEquivalentTo(true);
    }

    [Fact]
    public async Task Reads_no_further_than_it_stores()
    {
        var read = 0;
        var furthest = 0;
        var stored = 0;
        var batches = Enumerable.Range(0, 200).Select(i =>
        {
            read++;
            return StoryBatch.Of(Of($"s{i}", $"It rained {i} times."));
        });
        await _ingester.IngestAsync(batches, Feed.Terminal, _ => furthest = Math.Max(furthest, read - ++stored), Cancel);
        furthest.Should().BeLessThanOrEqualTo((2 * Environment.ProcessorCount) + 1);
    }

    [Fact]
    public async Task Keeps_what_was_told_of_when_it_is_stopped()
    {
        using CancellationTokenSource stop = new();
        List<string> told = [];
        Func<Task> ingest = () => _ingester.IngestAsync(Enumerable.Range(0, 1000).Select(i => StoryBatch.Of(Of($"s{i}", $"It rained {i} times."))), Feed.Terminal, done =>
        {
            told.Add(done.Story!.Id);
            if (told.Count == 5)
            {
                stop.Cancel();
            }
        }, stop.Token);
        await ingest.Should().ThrowAsync<OperationCanceledException>();
        (await _store.StoriesAsync("local", cancel: Cancel)).Select(s => s.Id).Should().Contain(told);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Story Of(string id, string text) => new() { Id = id, Title = "Title", Text = text };
}
