using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Answers;

public sealed class AnswererTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly Answerer _answerer;

    public AnswererTests()
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
    public async Task Tells_what_several_outlets_have_in_one_line_with_all_of_them()
    {
        await _store.SayAsync("Ana Ruiz", "demanded", "a new bridge over the river", SpeechAct.Demands, new Said { Outlet = "River Post" });
        await _store.SayAsync("Ana Ruiz", "demands", "a bridge over the river", SpeechAct.Demands, new Said { Outlet = "Coast Daily" });
        var line = (await AskAsync("what did Ruiz demand?")).Lines.Should().ContainSingle().Subject;
        line.AlsoIn.Select(c => c.Outlet).Append(line.Citation.Outlet).Should().BeEquivalentTo("River Post", "Coast Daily");
    }

    [Fact]
    public async Task Does_not_join_a_statement_with_its_contrary()
    {
        await _store.SayAsync("Ana Ruiz", "said", "the old bridge would not be closed this winter", said: new Said { Outlet = "River Post" });
        await _store.SayAsync("Ana Ruiz", "said", "the old bridge would be closed this winter", said: new Said { Outlet = "Coast Daily" });
        (await AskAsync("what did Ruiz say about the bridge?")).Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_surname_means_the_one_of_its_bearers_who_says_most()
    {
        foreach (var content in new[] { "the bridge is old", "winter is near", "money is short" })
        {
            await _store.SayAsync("Ana Ruiz", "said", content);
        }

        await _store.SayAsync("Otto Ruiz", "said", "the fish are gone");
        (await AskAsync("what did Ruiz say?")).Lines.Select(l => l.Speaker).Should().OnlyContain(s => s == "Ana Ruiz");
        (await AskAsync("what did Otto Ruiz say?")).Lines.Should().ContainSingle().Which.Speaker.Should().Be("Otto Ruiz");
    }

    [Fact]
    public async Task Offers_the_choice_where_no_bearer_dominates()
    {
        await _store.SayAsync("Ana Ruiz", "said", "the bridge is old");
        await _store.SayAsync("Otto Ruiz", "said", "the fish are gone");
        var answer = await AskAsync("what did Ruiz say?");
        answer.Text.Should().Contain("“Ruiz” can be ").And.Contain("Ana Ruiz").And.Contain("Otto Ruiz");
        answer.Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task Acts_asked_for_are_acts_shown_and_kindred_ones_only_near()
    {
        await _store.SayAsync("Ana Ruiz", "said", "the city needs a bridge");
        var answer = await AskAsync("what did Ruiz demand?");
        answer.Answered.Should().BeFalse();
        answer.Lines.Should().BeEmpty();
        answer.Nearest.Should().ContainSingle().Which.Content.Should().Be("the city needs a bridge");
        answer.Text.Should().Contain("No demand by Ana Ruiz").And.Contain("1 story of 9 March 2026");
    }

    [Fact]
    public async Task What_was_not_done_is_no_answer_to_what_was()
    {
        await _store.SayAsync("Ana Ruiz", "did not demand", "a tunnel", SpeechAct.Demands, new Said { IsNegated = true });
        (await AskAsync("what did Ruiz demand?")).Answered.Should().BeFalse();
        var verdict = await AskAsync("did Ruiz demand a tunnel?");
        verdict.Text.Should().StartWith("No:");
        verdict.Lines.Should().ContainSingle().Which.IsNegated.Should().BeTrue();
    }

    [Fact]
    public async Task Says_neither_yes_nor_no_where_no_statement_does()
    {
        await _store.SayAsync("Ana Ruiz", "said", "the minister is expected to speak about the tunnel on Friday");
        var answer = await AskAsync("did Ruiz accept the tunnel?");
        answer.Text.Should().StartWith("No statement says yes or no.");
        answer.Lines.Should().ContainSingle();
    }

    [Fact]
    public async Task Finds_a_country_under_its_people_and_its_capital()
    {
        await _store.SayAsync("Ana Ruiz", "wanted", "an apology from Moscow", SpeechAct.Demands);
        (await AskAsync("what did Ruiz want from Russia?")).Answered.Should().BeTrue();
        (await AskAsync("what did Ruiz want from the Russians?")).Answered.Should().BeTrue();
        (await AskAsync("what did Ruiz want from France?")).Answered.Should().BeFalse();
    }

    [Fact]
    public async Task Keeps_to_one_story_where_one_is_asked_about()
    {
        await _store.SayAsync("Ana Ruiz", "said", "the bridge is old", said: new Said { Id = "one" });
        await _store.SayAsync("Ana Ruiz", "said", "winter is near", said: new Said { Id = "two" });
        var answer = await AskAsync("what did Ruiz say?", new AskOptions { StoryId = "two" });
        answer.Lines.Should().ContainSingle().Which.Citation.StoryId.Should().Be("two");
        (await AskAsync("what did Ruiz say?", new AskOptions { StoryId = "three" })).Answered.Should().BeFalse();
    }

    [Fact]
    public async Task Narrows_by_its_options()
    {
        await _store.SayAsync("Ana Ruiz", "said", "the bridge is old", said: new Said { Published = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        await _store.SayAsync("Ana Ruiz", "said", "winter is near");
        await _store.SayAsync("Tom Becker", "said", "winter is over");
        (await AskAsync("winter", new AskOptions { Speaker = "Becker" })).Lines.Should().ContainSingle().Which.Content.Should().Be("winter is over");
        (await AskAsync("what did Ruiz say?", new AskOptions { About = "bridges" })).Lines.Should().ContainSingle().Which.Content.Should().Be("the bridge is old");
        (await AskAsync("what did Ruiz say?", new AskOptions { Since = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) })).Lines.Should().ContainSingle().Which.Content.Should().Be("winter is near");
    }

    [Fact]
    public async Task Shows_a_workspace_nothing_of_foreign_feeds_and_names_nobody_in_them()
    {
        await _store.SayAsync("Ana Ruiz", "said", "the bridge is old", said: new Said { Feed = new Feed("https://news.example/feed", IsShared: false) });
        foreach (var question in new[] { "what did Ruiz say?", "who said the bridge is old?", "who is Ruiz?", "what did Riuz say?" })
        {
            var answer = await _answerer.AnswerAsync("discord:1", question, cancel: TestContext.Current.CancellationToken);
            (answer.Answered, answer.Lines.Count, answer.Nearest.Count).Should().Be((false, 0, 0));
            answer.Text.Should().NotContain("Ana R", "a name that was not typed tells that it is there").And.NotContain("story");
        }
    }

    [Fact]
    public async Task Helps_with_questions_that_it_can_answer_where_nothing_is_asked()
    {
        await _store.SayAsync("Ana Ruiz", "demanded", "a bridge", SpeechAct.Demands);
        var answer = await AskAsync("what?");
        answer.Answered.Should().BeFalse();
        answer.Suggestions.Should().Contain("What did Ana Ruiz demand?");
        foreach (var suggestion in answer.Suggestions)
        {
            (await AskAsync(suggestion)).Answered.Should().BeTrue(suggestion);
        }
    }

    [Fact]
    public async Task Explains_how_it_read_the_question_and_what_each_line_scores()
    {
        await _store.SayAsync("Ana Ruiz", "demanded", "a bridge", SpeechAct.Demands);
        var explanation = await _answerer.ExplainAsync("local", "what did Ruiz demand?", cancel: TestContext.Current.CancellationToken);
        explanation.Lines().Should().Contain(l => l.Contains("Demands, by “demand”", StringComparison.Ordinal))
            .And.Contain(l => l.Contains("“Ruiz” is Ana Ruiz", StringComparison.Ordinal))
            .And.Contain(l => l.Contains("4.12", StringComparison.Ordinal) && l.EndsWith("a bridge", StringComparison.Ordinal));
    }

    private Task<Answer> AskAsync(string question, AskOptions? options = null) =>
        _answerer.AnswerAsync("local", question, options, TestContext.Current.CancellationToken);
}
