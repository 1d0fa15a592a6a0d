using DigestBot.Training.Annotations;

namespace DigestBot.Attribution.Tests.Annotations;

public sealed class CorpusValidatorTests
{
    private const string Header = "id: 001-x\ntitle: X\np1 = Ana Reis (f): teacher\n\n";

    [Fact]
    public void Finds_nothing_wrong_in_any_article_of_the_corpus()
    {
        var files = CorpusFolder.Articles(CorpusFolder.Find(AppContext.BaseDirectory));

        files.Should().NotBeEmpty();
        files.SelectMany(file => CorpusValidator.Check(file).Problems).Where(problem => !problem.IsDoubt)
            .Select(problem => problem.ToString()).Should().BeEmpty();
    }

    [Fact]
    public void Numbers_no_two_articles_alike()
    {
        CorpusFolder.Articles(CorpusFolder.Find(AppContext.BaseDirectory))
            .GroupBy(file => Path.GetFileName(file)[..3]).Where(group => group.Count() > 1)
            .Select(group => string.Join(", ", group.Select(Path.GetFileName))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("<s 1 p1>Ana Reis</s> said <c 1 Says>no</c>.", "has no cue")]
    [InlineData("<s 1 p1>Ana Reis</s> <q 1>said</q> that <c 1 Says>it rained</c>.", "‘that’ before the content")]
    [InlineData("<s 1 p1>Ana Reis</s> <q 1>said</q> <c 1 Says>it rained.</c>", "full stop")]
    [InlineData("<s 1 p1>Ana Reis</s> <q 1>said</q><c 1 Says> it rained</c>.", "blank")]
    [InlineData("<s 1 p1>Ana Reis,</s> <q 1>said</q> <c 1 Says>it rained</c>.", "ends with ‘,’")]
    [InlineData("“<c 1 Says>It rained,”</c> <s 1 p1>Ana Reis</s> <q 1>said</q>.", "belongs to the content")]
    [InlineData("<c 1 Says>“It rained,</c>” <s 1 p1>Ana Reis</s> <q 1>said</q>.", "with both its marks")]
    [InlineData("<c 1 Says>It rained, <s 1 p1>Ana Reis</s> <q 1>said</q></c>.", "inside its own content")]
    [InlineData("<s 1 p1>Ana Reis</s> <q 1>s</q>aid <c 1 Says>it rained</c>.", "inside a word")]
    public void Says_how_a_span_is_drawn_wrongly(string sentence, string message)
    {
        var (article, problems) = CorpusReader.Parse("001-x.txt", Header + sentence + "\n");
        new SpanCheck("001-x.txt", article, problems).Run();

        problems.Should().ContainSingle(problem => problem.Message.Contains(message)).Which.Line.Should().Be(5);
    }

    [Theory]
    [InlineData("“Nobody came to the fair,” said a man.", "belongs to no content")]
    [InlineData("<m p1>Ana Reis</m> smiled. Then Reis left.", "‘Reis’ is not tagged")]
    [InlineData("<m p1>Ana Reis</m> smiled and she left.", "‘she’ is not tagged")]
    [InlineData("<c 1 Says>It</c> <q 1>is said</q> <c 1>to rain</c>.", "has no speaker")]
    public void Doubts_what_seems_to_have_been_passed_over(string sentence, string message)
    {
        var (article, problems) = CorpusReader.Parse("001-x.txt", Header + sentence + "\n");
        new CoverageCheck("001-x.txt", article, problems).Run();

        problems.Should().Contain(problem => problem.IsDoubt && problem.Message.Contains(message));
    }

    [Theory]
    [InlineData("“It rained,” she said.", QuoteKind.Direct)]
    [InlineData("that “it rained.” she said.", QuoteKind.Direct)]
    [InlineData("it “rained hard” she said.", QuoteKind.Mixed)]
    [InlineData("it didn't rain she said.", QuoteKind.Indirect)]
    [InlineData("the workers' 'long march' she said.", QuoteKind.Mixed)]
    public void Tells_direct_from_mixed_and_indirect_contents(string text, QuoteKind kind) =>
        QuotationMarks.KindOf(text, [new TextSpan(0, text.IndexOf(" she", StringComparison.Ordinal))]).Should().Be(kind);
}
