using DigestBot.Training.Annotations;

namespace DigestBot.Attribution.Tests.Annotations;

public sealed class CorpusReaderTests
{
    private const string Header = "id: 001-x\ntitle: X\np1 = Ana Reis (f): teacher\np2 = the school (body): a school\n\n";

    [Fact]
    public void Takes_the_tags_out_and_keeps_where_they_stood()
    {
        var (article, problems) = CorpusReader.Parse("001-x.txt", Header + "X\n\n<s 1 p1>Ana Reis</s> <q 1>said</q> <c 1 Demands><m p2>the school</m> must close</c>.\n");

        problems.Should().BeEmpty();
        article.Text.Should().Be("X\n\nAna Reis said the school must close.");
        var attribution = article.Attributions.Should().ContainSingle().Subject;
        attribution.Speaker.Single().Of(article.Text).Should().Be("Ana Reis");
        attribution.Cue.Single().Of(article.Text).Should().Be("said");
        attribution.Content.Single().Of(article.Text).Should().Be("the school must close");
        attribution.Act.Should().Be(SpeechAct.Demands);
        article.Mentions.Select(mention => (mention.Person, mention.Span.Of(article.Text)))
            .Should().Equal(("p1", "Ana Reis"), ("p2", "the school"));
    }

    [Fact]
    public void Ties_one_speaker_to_two_attributions_and_two_pieces_to_one_content()
    {
        var (article, problems) = CorpusReader.Parse("001-x.txt", Header +
            "<c 1 Says>“No,”</c> <s 1,2 p1>she</s> <q 1>said</q>, <q 2>adding</q> <c 2 Says>that it was late</c>. <c 1>“Never.”</c>");

        problems.Should().BeEmpty();
        article.Attributions.Select(one => one.Speaker.Single()).Distinct().Should().ContainSingle();
        article.Attributions[0].Content.Select(piece => piece.Of(article.Text)).Should().Equal("“No,”", "“Never.”");
    }

    [Theory]
    [InlineData("<s 1 p1>She <q 1>said</q> <c 1 Says>no</c>.", "never closed")]
    [InlineData("<s 1 p1>She <q 1>said</s></q> <c 1 Says>no</c>.", "reverse order")]
    [InlineData("<s 1 p9>She</s> <q 1>said</q> <c 1 Says>no</c>.", "not declared")]
    [InlineData("<s 1 p1>She</s> <q 1>said</q> no.", "has no content")]
    [InlineData("<s 1 p1>She</s> <q 1>said</q> <c 1>no</c>.", "has no act")]
    [InlineData("<s 1 p1>She</s> <q 1>said</q> <x 1>no</x>.", "is no tag")]
    [InlineData("<s p1>She</s> <q 1>said</q> <c 1 Says>no</c>.", "write the attribution's number")]
    public void Says_what_is_wrong_with_a_tag_and_in_which_line(string sentence, string message)
    {
        var (_, problems) = CorpusReader.Parse("001-x.txt", Header + sentence + "\n");

        problems.Should().Contain(problem => problem.Message.Contains(message) && problem.Line == 6);
    }
}
