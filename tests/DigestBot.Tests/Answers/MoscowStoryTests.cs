using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Answers;

/// <summary>Questions to a real story, which is not ours to keep in the repository.</summary>
public sealed class MoscowStoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;

    public MoscowStoryTests() => _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("what did Khatib demand?", "Khatib: an apology from Moscow; Khatib: condemnation of the barbarity of the regime; Khatib: call for Assad to step down")]
    [InlineData("what did al-Khatib demand?", "Khatib: an apology from Moscow")]
    [InlineData("what did Alkhatib demand", "Khatib: an apology from Moscow")]
    [InlineData("what did Moaz al-Khatib demand?", "Khatib: an apology from Moscow")]
    [InlineData("what did Khatib reject?", "Khatib: an invitation from Russia")]
    [InlineData("who wants an apology?", "Khatib: an apology from Moscow")]
    [InlineData("who is Khatib?", "Khatib: Syrian opposition leader")]
    [InlineData("what did Lavrov say about Assad?", "Lavrov: persuade Assad to leave; Lavrov: will not step down and is determined to defend the Syrian people")]
    [InlineData("where would Russia meet Khatib?", "Lavrov: some neutral capital, some other country")]
    [InlineData("did Khatib accept the invitation?", "Khatib: an invitation from Russia")]
    [InlineData("under what condition would he meet the Russians?", "Khatib: if there was a clear agenda")]
    [InlineData("who says that 30,000 people died?", "UN: more than 30,000 people")]
    public async Task Answers_from_the_real_story(string question, string lines)
    {
        var answer = await AskAsync(question);
        answer.Answered.Should().BeTrue(answer.Text);
        foreach (var line in lines.Split("; ").Select(l => l.Split(": ")))
        {
            answer.Lines.Should().Contain(l => l.Speaker.Contains(line[0], StringComparison.Ordinal) && l.Content.Contains(line[1], StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Ascribes_no_demand_of_Khatib_to_Lavrov()
    {
        var answer = await AskAsync("what did Khatib demand?");
        answer.Lines.Should().OnlyContain(l => l.Speaker.Contains("Khatib"));
    }

    [Fact]
    public async Task Says_that_Putin_says_nothing_and_what_is_near()
    {
        var answer = await AskAsync("what did Putin say?");
        answer.Answered.Should().BeFalse();
        answer.Lines.Should().BeEmpty();
        answer.Nearest.Should().NotBeEmpty();
        answer.Text.Should().Contain("Putin");
    }

    private async Task<Answer> AskAsync(string question)
    {
        var story = StoryFiles.Read(Repository.Shared("stories/moscow-reiterates-invitation.txt")).Stories.Single();
        await _store.AddAsync(story, StatementExtractor.Default.Read(story.Text), Feed.Terminal, TestContext.Current.CancellationToken);
        return await new Answerer(_store, TimeProvider.System).AnswerAsync("local", question, cancel: TestContext.Current.CancellationToken);
    }
}
