using System.Runtime.Versioning;
using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;
using DigestBot.Tests.Chat;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Stories;

public sealed class StoryFolderTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordedLog _recorded = new();
    private readonly ILoggerFactory _logs;
    private readonly string _dropped;
    private Store _store = null!;
    private StoryFolder _stories = null!;

    public StoryFolderTests()
    {
        _logs = LoggerFactory.Create(logging => logging.AddProvider(_recorded));
        _dropped = _folder.File("stories");
    }

    public ValueTask InitializeAsync()
    {
        _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);
        _stories = new StoryFolder(new Settings { Stories = _dropped }, new Ingester(_store, StatementExtractor.Default), TimeProvider.System, _logs.CreateLogger<StoryFolder>());
        Directory.CreateDirectory(_dropped);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stories.StopAsync(CancellationToken.None);
        _stories.Dispose();
        _store.Dispose();
        _logs.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Has_what_was_there_at_the_start_before_the_first_digest()
    {
        Drop("old.txt", "It rained.");
        File.SetLastWriteTimeUtc(Path.Combine(_dropped, "old.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Drop("new.txt", "It snowed.");
        await StartAsync();
        await _stories.FirstScan.WaitAsync(Cancel);
        (await TextsAsync()).Should().BeEquivalentTo("It rained.", "It snowed.");
    }

    [Fact]
    public async Task Takes_a_file_that_is_dropped_into_a_subfolder()
    {
        await StartAsync();
        Drop("a/b/rain.txt", "It rained.");
        await UntilAsync(async () => (await TextsAsync()).Contains("It rained."));
    }

    [Fact]
    public async Task Does_not_read_a_file_that_is_being_written_with_pauses()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), "this system does not tell who writes");
        await StartAsync();
        using (FileStream writer = new(Path.Combine(_dropped, "slow.txt"), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
        {
            await writer.WriteAsync("It rained"u8.ToArray(), Cancel);
            await writer.FlushAsync(Cancel);
            // Stories that come after it show that looks went by.
            for (var i = 0; i < 3; i++)
            {
                Drop($"quick{i}.txt", $"It snowed {i} times.");
                await UntilAsync(async () => (await TextsAsync()).Contains($"It snowed {i} times."));
            }
            (await TextsAsync()).Should().HaveCount(3);
            await writer.WriteAsync(" all day."u8.ToArray(), Cancel);
        }
        await UntilAsync(async () => (await TextsAsync()).Contains("It rained all day."));
        (await TextsAsync()).Should().HaveCount(4);
    }

    [Fact]
    public async Task Puts_a_file_that_has_grown_in_the_place_of_its_half()
    {
        await StartAsync();
        Drop("grows.txt", "Rain over Lisbon\n\nAna Ruiz said it rai");
        await UntilAsync(async () => (await TextsAsync()).Count == 1);
        Drop("grows.txt", "Rain over Lisbon\n\nAna Ruiz said it rained.");
        await UntilAsync(async () => (await TextsAsync()).Contains("Rain over Lisbon\n\nAna Ruiz said it rained."));
        (await TextsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Keeps_the_old_story_when_its_file_is_written_over_with_another()
    {
        await StartAsync();
        Drop("latest.txt", "It rained.");
        await UntilAsync(async () => (await TextsAsync()).Count == 1);
        Drop("latest.txt", "It snowed instead.");
        await UntilAsync(async () => (await TextsAsync()).Count == 2);
    }

    [Fact]
    public async Task Stores_the_same_story_once_whatever_its_file_is_called()
    {
        await StartAsync();
        Drop("one.txt", "It rained.");
        await UntilAsync(async () => (await TextsAsync()).Count == 1);
        File.Move(Path.Combine(_dropped, "one.txt"), Path.Combine(_dropped, "two.txt"));
        Drop("three.txt", "It rained.\n");
        Drop("last.txt", "It snowed.");
        await UntilAsync(async () => (await TextsAsync()).Contains("It snowed."));
        File.Delete(Path.Combine(_dropped, "last.txt"));
        Drop("later.txt", "It thawed.");
        await UntilAsync(async () => (await TextsAsync()).Contains("It thawed."));
        Drop("last.txt", "It snowed.");
        Drop("end.txt", "It froze.");
        await UntilAsync(async () => (await TextsAsync()).Contains("It froze."));
        (await TextsAsync()).Should().BeEquivalentTo("It rained.", "It snowed.", "It thawed.", "It froze.");
    }

    [Fact]
    public async Task Reports_a_broken_file_once_and_goes_on()
    {
        await StartAsync();
        Drop("broken.json", "{oops");
        Drop("picture.png", "x");
        Drop(".hidden.txt", "Hidden.");
        Drop("half.txt.part", "Half.");
        Drop("good.txt", "It rained.");
        await UntilAsync(async () => (await TextsAsync()).Contains("It rained."));
        Drop("more.txt", "It snowed.");
        await UntilAsync(async () => (await TextsAsync()).Contains("It snowed."));
        (await TextsAsync()).Should().HaveCount(2);
        _recorded.Lines.Where(l => l.StartsWith("Warning", StringComparison.Ordinal)).Should().HaveCount(2)
            .And.Contain(l => l.Contains("broken.json is skipped: line 1 is not JSON", StringComparison.Ordinal))
            .And.Contain(l => l.Contains("picture.png is skipped: stories end in .txt", StringComparison.Ordinal));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Says_that_the_folder_may_not_be_read()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "the system denies nothing to its administrator");
        File.SetUnixFileMode(_dropped, UnixFileMode.None);
        await StartAsync();
        await _recorded.WaitForAsync("is denied");
        File.SetUnixFileMode(_dropped, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Says_once_that_the_folder_is_missing_and_reads_it_when_it_is_made()
    {
        Directory.Delete(_dropped);
        await StartAsync();
        await _stories.FirstScan.WaitAsync(Cancel);
        await _recorded.WaitForAsync($"There is no folder {_dropped}");
        Directory.CreateDirectory(_dropped);
        Drop("rain.txt", "It rained.");
        await UntilAsync(async () => (await TextsAsync()).Count == 1);
        _recorded.Lines.Should().ContainSingle(l => l.Contains("There is no folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Misses_none_of_a_thousand_files_that_come_at_once()
    {
        await StartAsync();
        for (var i = 0; i < 1000; i++)
        {
            Drop($"{i % 7}/rain{i}.txt", $"It rained {i} times.");
        }

        await UntilAsync(async () => (await _store.ExtentAsync("local", Cancel)).Stories == 1000);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task StartAsync() => _stories.StartAsync(Cancel);

    private void Drop(string name, string text)
    {
        var path = Path.Combine(_dropped, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<IReadOnlyList<string>> TextsAsync() => [.. (await _store.StoriesAsync("local", cancel: Cancel)).Select(s => s.Text)];

    /// <summary>Waits until it holds, at most a minute.</summary>
    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(50, Cancel);
        }
        Assert.Fail($"It did not happen in a minute. The log says:\n{_recorded.All}");
    }
}
