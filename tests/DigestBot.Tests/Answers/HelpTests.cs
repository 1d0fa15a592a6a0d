using DigestBot.Answers;

namespace DigestBot.Tests.Answers;

public sealed class HelpTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("hello")]
    [InlineData("what can you do?")]
    [InlineData("who said what?")]
    public async Task Offers_three_questions_that_this_archive_can_answer(string question)
    {
        var help = await AskAsync(question);
        help.Answered.Should().BeFalse();
        help.Suggestions.Should().HaveCount(3).And.OnlyHaveUniqueItems();
        foreach (var suggestion in help.Suggestions)
        {
            (await AskAsync(suggestion)).Answered.Should().BeTrue(suggestion);
        }
    }

    [Fact]
    public async Task Names_the_matter_as_it_was_typed() =>
        (await AskAsync("what did Ruiz say about NATO and Old Trafford?")).Text.Should().Contain("“NATO Old Trafford”");

    [Fact]
    public async Task Says_how_far_back_the_archive_goes_and_what_is_nearest()
    {
        var answer = await AskAsync("what did Becker say about football?");
        answer.Text.Should().Be("Nothing said by Tom Becker on “football” in the archive (13 stories from 28 December 2012 to 9 March 2026).");
        answer.Nearest.Should().NotBeEmpty().And.OnlyContain(l => l.Speaker == "Tom Becker");
        (await AskAsync("what did Merkel say about Assad?")).Nearest.Should().NotBeEmpty().And.OnlyContain(l => l.Content.Contains("Assad") || l.Content.Contains("The Syrian president"));
    }

    [Fact]
    public async Task Explains_how_a_question_was_read_and_what_every_line_scores()
    {
        var explained = await archive.Answerer.ExplainAsync("local", "what does khatib want from moscow?", cancel: TestContext.Current.CancellationToken);
        string[] lines = [.. explained.Lines()];
        lines.Should().Contain("  speaker    “khatib” is Moaz al-Khatib (19 statements)").And.Contain("  act        Demands, by “want”");
        lines.Should().Contain(l => l.Contains("about      moscow, or russia")).And.Contain(l => l.TrimStart().StartsWith("1 ") && l.Contains("an apology from Moscow"));
        explained.Answer.Text.Should().Be("Moaz al-Khatib: three demands of Moscow, in three stories.");
    }

    private Task<Answer> AskAsync(string question) => archive.Answerer.AnswerAsync("local", question, cancel: TestContext.Current.CancellationToken);
}
