using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Stories;

public sealed class StoryFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch.AddYears(100));
    private readonly Store store;
    private readonly string stories;

    public StoryFolderTests()
    {
        store = new Store(folder.File("digestbot.db"), clock);
        stories = Directory.CreateDirectory(folder.File("stories")).FullName;
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Reads_what_is_there_what_is_dropped_and_what_is_changed_each_once()
    {
        Write("a.txt", "First\n\nAna Ruiz said it rained.");
        using StoryFolder watched = await WatchAsync();
        (await TitlesAsync()).Should().Equal("First");
        Write("b.txt", "Second\n\nAna Ruiz said it snowed.");
        Write("copy.txt", "Second\n\nAna Ruiz said it snowed.");
        Write("broken.json", "{");
        await LookAsync(async () => (await TitlesAsync()).Count == 2);
        (await TitlesAsync()).Should().BeEquivalentTo("First", "Second");
        await watched.StopAsync(Cancel);
    }

    [Fact]
    public async Task Does_not_read_a_file_while_it_grows()
    {
        using StoryFolder watched = await WatchAsync();
        for (int i = 0; i < 4; i++)
        {
            File.AppendAllText(Path.Combine(stories, "slow.txt"), i == 0 ? "Slow\n\nAna Ruiz said" : $" it rained {i} times");
            await LookOnceAsync();
            (await TitlesAsync()).Should().BeEmpty($"it has grown {i} times");
        }
        await LookAsync(async () => (await TitlesAsync()).Count == 1);
        (await store.StoriesAsync("local", cancel: Cancel)).Single().Text.Should().EndWith("3 times");
        await watched.StopAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(stories, name), text);

    private async Task<StoryFolder> WatchAsync()
    {
        StoryFolder watched = new(new Settings { Stories = stories }, new Ingester(store, StatementExtractor.Default), clock, NullLogger<StoryFolder>.Instance);
        await watched.StartAsync(Cancel);
        await watched.FirstScan.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        return watched;
    }

    private async Task<IReadOnlyList<string>> TitlesAsync() => [.. (await store.StoriesAsync("local", cancel: Cancel)).Select(s => s.Title)];

    /// <summary>Moves the clock on by one look, and gives that look the time to happen.</summary>
    private async Task LookOnceAsync()
    {
        clock.Advance(TimeSpan.FromMilliseconds(500));
        await Task.Delay(100, Cancel);
    }

    private async Task LookAsync(Func<Task<bool>> until)
    {
        for (int i = 0; i < 100 && !await until(); i++)
            await LookOnceAsync();
        (await until()).Should().BeTrue("a hundred looks are enough");
    }
}
