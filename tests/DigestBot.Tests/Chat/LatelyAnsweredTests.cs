using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Tests.Answers;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

public sealed class LatelyAnsweredTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly Store _store;
    private readonly LatelyAnswered _lately;
    private int _lookUps;

    public LatelyAnsweredTests()
    {
        _store = new Store(_folder.File("digestbot.db"), _clock);
        _lately = new LatelyAnswered(_store, _clock);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_same_is_looked_up_once()
    {
        await AskAsync("who?");
        await AskAsync("who?");
        _lookUps.Should().Be(1);
    }

    [Fact]
    public async Task Those_who_ask_the_same_at_the_same_time_wait_for_one_look_up()
    {
        TaskCompletionSource<Reply> slow = new();
        Task<Reply>[] asking = [.. Enumerable.Range(0, 50).Select(_ => _lately.AnswerAsync(Of("who?"), () =>
        {
            _lookUps++;
            return slow.Task;
        }))];
        slow.SetResult(new Reply { Text = "x" });
        await Task.WhenAll(asking);
        _lookUps.Should().Be(1);
    }

    [Fact]
    public async Task No_more_is_looked_up_at_once_than_there_are_processors_and_nobody_is_forgotten()
    {
        TaskCompletionSource<Reply> slow = new();
        Task<Reply>[] asking = [.. Enumerable.Range(0, Environment.ProcessorCount + 3).Select(i => _lately.AnswerAsync(Of($"{i}?"), () =>
        {
            Interlocked.Increment(ref _lookUps);
            return slow.Task;
        }))];
        _lookUps.Should().Be(Environment.ProcessorCount);
        slow.SetResult(new Reply { Text = "x" });
        await Task.WhenAll(asking);
        _lookUps.Should().Be(Environment.ProcessorCount + 3);
    }

    [Fact]
    public async Task What_differs_in_anything_is_looked_up()
    {
        var command = Of("who?");
        Command[] others =
        [
            Of("what?"), command with { Workspace = "discord:6" }, command with { Verb = "said" }, command with { Platform = Platform.Slack },
            command.With("since", "7d"), command.With("page", "2"), command with { Previous = ["what did Khatib say?"] },
        ];
        foreach (var other in others.Prepend(command))
        {
            await AskAsync(other);
        }

        _lookUps.Should().Be(1 + others.Length);
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_archive_has_changed_here_or_in_another_process()
    {
        await AskAsync("who?");
        await _store.SayAsync("Ana Ruiz", "said", "that the bridge would open");
        await AskAsync("who?");
        using (Store other = new(_folder.File("digestbot.db"), _clock))
        {
            await other.SayAsync("Otto Brandt", "said", "that the ferry would stop");
        }

        await AskAsync("who?");
        _lookUps.Should().Be(3);
    }

    [Fact]
    public async Task What_is_noted_of_posts_and_events_here_or_in_another_process_changes_no_answer()
    {
        var cancel = TestContext.Current.CancellationToken;
        await AskAsync("who?");
        using Store other = new(_folder.File("digestbot.db"), _clock);
        foreach (var noting in new[] { _store, other })
        {
            await noting.NoteArrivalAsync($"slack:Ev{_lookUps}", cancel);
            await noting.ComposeDeliveryAsync("slack:C1", new DateOnly(2026, 1, 2), "digest", cancel);
            await noting.SaveInstallationAsync("slack:T1", "News", "sealed", cancel);
            await AskAsync("who?");
        }
        _lookUps.Should().Be(1);
        await other.SubscribeAsync("discord:5", new Feed("https://news.example/feed", IsShared: false), cancel);
        await AskAsync("who?");
        _lookUps.Should().Be(2, "what the workspace sees has changed");
    }

    [Fact]
    public async Task What_changes_during_a_look_up_makes_its_reply_old()
    {
        await _lately.AnswerAsync(Of("who?"), async () =>
        {
            await _store.SayAsync("Ana Ruiz", "said", "that the bridge would open");
            return new Reply { Text = "old" };
        });
        (await AskAsync("who?")).Text.Should().Be("1");
    }

    [Fact]
    public async Task Five_minutes_later_it_is_looked_up_again()
    {
        await AskAsync("who?");
        _clock.Advance(LatelyAnswered.Kept);
        await AskAsync("who?");
        _lookUps.Should().Be(2);
    }

    [Fact]
    public async Task What_is_asked_again_and_again_outlasts_what_is_asked_once()
    {
        for (var i = 0; i < 9_000; i++)
        {
            await AskAsync("often?");
            await AskAsync($"once {i}?");
        }
        _lookUps.Should().Be(9_001);
        await AskAsync("once 0?");
        _lookUps.Should().Be(9_002, "it was forgotten");
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        await FluentActions.Awaiting(() => _lately.AnswerAsync(Of("who?"), () => throw new InvalidOperationException())).Should().ThrowAsync<InvalidOperationException>();
        (await AskAsync("who?")).Text.Should().Be("1");
    }

    private static Command Of(string text) => new() { Workspace = "discord:5", Platform = Platform.Discord, Verb = "ask", Text = text };

    private Task<Reply> AskAsync(string text) => AskAsync(Of(text));

    private Task<Reply> AskAsync(Command command) => _lately.AnswerAsync(command, () => Task.FromResult(new Reply { Text = $"{++_lookUps}" }));
}
