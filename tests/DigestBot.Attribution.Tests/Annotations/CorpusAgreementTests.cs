using DigestBot.Training.Annotations;

namespace DigestBot.Attribution.Tests.Annotations;

public sealed class CorpusAgreementTests
{
    private const string First = "<s 1 p1>She</s> <q 1>said</q> <c 1 Says>that it would rain all day</c> and <s 2 p1>he</s> <q 2>denied</q> <c 2 Denies>it</c>.";
    private const string Second = "<s 1 p1>She</s> <q 1>said</q> <c 1 Expects>that it would rain</c> all day and he denied it.";

    [Fact]
    public void Is_whole_where_both_marked_the_same() =>
        Compare(First, First).Should().Be("attributions 2 and 2; content F1 ≥ 0.3 100.0, ≥ 0.8 100.0, same words 100.0\n" +
            "of 2 pairs: speaker overlaps 100.0 %, same 100.0 %; cue overlaps 100.0 %; act 100.0 %, kappa 1.00");

    [Fact]
    public void Counts_what_only_one_marked_and_where_spans_and_acts_part() =>
        Compare(First, Second).Should().Be("attributions 2 and 1; content F1 ≥ 0.3 66.7, ≥ 0.8 0.0, same words 0.0\n" +
            "of 1 pairs: speaker overlaps 100.0 %, same 100.0 %; cue overlaps 100.0 %; act 0.0 %, kappa 0.00");

    [Fact]
    public void Refuses_articles_whose_texts_differ()
    {
        var compare = () => Compare(First, Second + " More.");

        compare.Should().Throw<ArgumentException>().WithMessage("*different texts*");
    }

    [Fact]
    public void Has_the_same_text_twice_wherever_two_have_marked_it()
    {
        var root = CorpusFolder.Find(AppContext.BaseDirectory);
        var firsts = CorpusFolder.Articles(root).ToDictionary(file => Path.GetFileName(file));
        var seconds = CorpusFolder.SecondAnnotations(root);

        seconds.Should().NotBeEmpty();
        seconds.Where(second => CorpusReader.Read(second).Article.Text != CorpusReader.Read(firsts[Path.GetFileName(second)]).Article.Text)
            .Select(Path.GetFileName).Should().BeEmpty();
    }

    private static string Compare(string first, string second)
    {
        var agreement = new CorpusAgreement();
        agreement.Add(Read(first), Read(second));
        return string.Join('\n', agreement.Describe());
    }

    private static CorpusArticle Read(string body) => CorpusReader.Parse("001-x.txt", "p1 = Ana Reis (f): teacher\n\n" + body).Article;
}
