using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Answers;

public sealed class TimelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly Answerer _answerer;

    public TimelineTests()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
        _store = new Store(_folder.File("digestbot.db"), clock);
        _answerer = new Answerer(_store, clock);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Tells_the_oldest_first_and_marks_where_the_speaker_turns()
    {
        await SayAsync(9, "accepted", "the plan for a new bridge", SpeechAct.Accepts);
        await SayAsync(2, "rejected", "every plan for a bridge", SpeechAct.Rejects);
        await SayAsync(4, "said", "the bridge plan needs money");
        await SayAsync(6, "turned down", "a tunnel in place of the bridge", SpeechAct.Rejects);
        var answer = await _answerer.TimelineAsync("local", "Ruiz", "the bridge", cancel: TestContext.Current.CancellationToken);
        answer.Lines.Select(l => (l.Citation.Published!.Value.Day, l.IsTurn)).Should().Equal((2, false), (4, false), (6, false), (9, true));
        answer.Text.Should().Be("Ana Ruiz on “bridge”: four statements, from 2 March 2026 to 9 March 2026, oldest first; one turn.");
    }

    [Fact]
    public async Task What_is_demanded_and_then_no_longer_is_a_turn()
    {
        await SayAsync(2, "demanded", "a toll for lorries", SpeechAct.Demands);
        await SayAsync(5, "no longer demands", "a toll for lorries on the road", SpeechAct.Demands, isNegated: true);
        (await _answerer.TimelineAsync("local", "ana ruiz", "toll", cancel: TestContext.Current.CancellationToken)).Lines.Select(l => l.IsTurn).Should().Equal(false, true);
    }

    [Fact]
    public async Task Without_a_matter_only_what_is_on_one_turns()
    {
        await SayAsync(2, "rejected", "the plan for a new bridge", SpeechAct.Rejects);
        await SayAsync(5, "accepted", "a prize for her garden", SpeechAct.Accepts);
        await SayAsync(7, "accepted", "the plan for the bridge after all", SpeechAct.Accepts);
        (await _answerer.TimelineAsync("local", "Ruiz", cancel: TestContext.Current.CancellationToken)).Lines.Select(l => l.IsTurn).Should().Equal(false, false, true);
    }

    [Fact]
    public async Task A_long_history_is_cut_at_twenty_five_lines()
    {
        for (var day = 1; day <= 9; day++)
        {
            foreach (var thing in new[] { "bridge", "ferry", "harbour", "market" })
            {
                await SayAsync(day, "said", $"{thing}{day} is old{day}");
            }
        }
        var answer = await _answerer.TimelineAsync("local", "Ruiz", cancel: TestContext.Current.CancellationToken);
        answer.Lines.Should().HaveCount(5);
        answer.More.Should().HaveCount(20);
        answer.Lines.Concat(answer.More).Select(l => l.Citation.Published).Should().BeInAscendingOrder();
        answer.Text.Should().Contain("25 of 36 statements");
    }

    [Fact]
    public async Task Says_that_there_is_nothing_and_shows_the_nearest()
    {
        await SayAsync(2, "said", "the bridge is old");
        var answer = await _answerer.TimelineAsync("local", "Ruiz", "football", cancel: TestContext.Current.CancellationToken);
        answer.Answered.Should().BeFalse();
        answer.Text.Should().StartWith("Nothing said by Ana Ruiz on “football” in the archive");
        answer.Nearest.Should().ContainSingle().Which.Content.Should().Be("the bridge is old");
    }

    [Fact]
    public async Task Keeps_to_the_time_asked_for()
    {
        await SayAsync(2, "said", "the bridge is old");
        await SayAsync(8, "said", "the ferry is new");
        AskOptions options = new() { Since = new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero) };
        (await _answerer.TimelineAsync("local", "Ruiz", null, options, TestContext.Current.CancellationToken)).Lines.Should().ContainSingle().Which.Content.Should().Be("the ferry is new");
    }

    private Task SayAsync(int day, string cue, string content, SpeechAct act = SpeechAct.Says, bool isNegated = false) =>
        _store.SayAsync("Ana Ruiz", cue, content, act, new Said { Published = new DateTimeOffset(2026, 3, day, 12, 0, 0, TimeSpan.Zero), IsNegated = isNegated });
}
