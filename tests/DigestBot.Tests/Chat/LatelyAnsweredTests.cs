using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Tests.Answers;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

public sealed class LatelyAnsweredTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new();
    private readonly Store store;
    private readonly LatelyAnswered lately;
    private int lookUps;

    public LatelyAnsweredTests()
    {
        store = new Store(folder.File("digestbot.db"), clock);
        lately = new LatelyAnswered(store, clock);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_same_is_looked_up_once()
    {
        await AskAsync("who?");
        await AskAsync("who?");
        lookUps.Should().Be(1);
    }

    [Fact]
    public async Task Those_who_ask_the_same_at_the_same_time_wait_for_one_look_up()
    {
        TaskCompletionSource<Reply> slow = new();
        Task<Reply>[] asking = [.. Enumerable.Range(0, 50).Select(_ => lately.AnswerAsync(Of("who?"), () =>
        {
            lookUps++;
            return slow.Task;
        }))];
        slow.SetResult(new Reply { Text = "x" });
        await Task.WhenAll(asking);
        lookUps.Should().Be(1);
    }

    [Fact]
    public async Task No_more_is_looked_up_at_once_than_there_are_processors_and_nobody_is_forgotten()
    {
        TaskCompletionSource<Reply> slow = new();
        Task<Reply>[] asking = [.. Enumerable.Range(0, Environment.ProcessorCount + 3).Select(i => lately.AnswerAsync(Of($"{i}?"), () =>
        {
            Interlocked.Increment(ref lookUps);
            return slow.Task;
        }))];
        lookUps.Should().Be(Environment.ProcessorCount);
        slow.SetResult(new Reply { Text = "x" });
        await Task.WhenAll(asking);
        lookUps.Should().Be(Environment.ProcessorCount + 3);
    }

    [Fact]
    public async Task What_differs_in_anything_is_looked_up()
    {
        Command command = Of("who?");
        Command[] others =
        [
            Of("what?"), command with { Workspace = "discord:6" }, command with { Verb = "said" }, command with { Platform = Platform.Slack },
            command.With("since", "7d"), command.With("page", "2"), command with { Previous = ["what did Khatib say?"] },
        ];
        foreach (Command other in others.Prepend(command))
            await AskAsync(other);
        lookUps.Should().Be(1 + others.Length);
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_archive_has_changed_here_or_in_another_process()
    {
        await AskAsync("who?");
        await store.SayAsync("Ana Ruiz", "said", "that the bridge would open");
        await AskAsync("who?");
        using (Store other = new(folder.File("digestbot.db"), clock))
            await other.SayAsync("Otto Brandt", "said", "that the ferry would stop");
        await AskAsync("who?");
        lookUps.Should().Be(3);
    }

    [Fact]
    public async Task What_is_noted_of_posts_and_events_here_or_in_another_process_changes_no_answer()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await AskAsync("who?");
        using Store other = new(folder.File("digestbot.db"), clock);
        foreach (Store noting in new[] { store, other })
        {
            await noting.NoteArrivalAsync($"slack:Ev{lookUps}", cancel);
            await noting.ComposeDeliveryAsync("slack:C1", new DateOnly(2026, 1, 2), "digest", cancel);
            await noting.SaveInstallationAsync("slack:T1", "News", "sealed", cancel);
            await AskAsync("who?");
        }
        lookUps.Should().Be(1);
        await other.SubscribeAsync("discord:5", new Feed("https://news.example/feed", IsShared: false), cancel);
        await AskAsync("who?");
        lookUps.Should().Be(2, "what the workspace sees has changed");
    }

    [Fact]
    public async Task What_changes_during_a_look_up_makes_its_reply_old()
    {
        await lately.AnswerAsync(Of("who?"), async () =>
        {
            await store.SayAsync("Ana Ruiz", "said", "that the bridge would open");
            return new Reply { Text = "old" };
        });
        (await AskAsync("who?")).Text.Should().Be("1");
    }

    [Fact]
    public async Task Five_minutes_later_it_is_looked_up_again()
    {
        await AskAsync("who?");
        clock.Advance(LatelyAnswered.Kept);
        await AskAsync("who?");
        lookUps.Should().Be(2);
    }

    [Fact]
    public async Task What_is_asked_again_and_again_outlasts_what_is_asked_once()
    {
        for (int i = 0; i < 9_000; i++)
        {
            await AskAsync("often?");
            await AskAsync($"once {i}?");
        }
        lookUps.Should().Be(9_001);
        await AskAsync("once 0?");
        lookUps.Should().Be(9_002, "it was forgotten");
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        await FluentActions.Awaiting(() => lately.AnswerAsync(Of("who?"), () => throw new InvalidOperationException())).Should().ThrowAsync<InvalidOperationException>();
        (await AskAsync("who?")).Text.Should().Be("1");
    }

    private static Command Of(string text) => new() { Workspace = "discord:5", Platform = Platform.Discord, Verb = "ask", Text = text };

    private Task<Reply> AskAsync(string text) => AskAsync(Of(text));

    private Task<Reply> AskAsync(Command command) => lately.AnswerAsync(command, () => Task.FromResult(new Reply { Text = $"{++lookUps}" }));
}
