using DigestBot.Training.Annotations;

namespace DigestBot.Attribution.Tests.Annotations;

public sealed class PassedOverCuesTests
{
    private const string Marked = "<s 1 p1>She</s> <q 1>said</q> <c 1 Says>yes</c>. <s 2 p1>She</s> <q 2>said</q> <c 2 Says>no</c>. <s 3 p1>She</s> <q 3>said</q> <c 3 Says>so</c>.";

    [Fact]
    public void Names_the_one_place_where_a_usual_cue_is_unmarked()
    {
        var article = CorpusReader.Parse("001-x.txt", "p1 = Ana Reis (f): teacher\n\n" + Marked + "\n\nHe said little.").Article;

        var passedOver = new PassedOverCues([article]).In("001-x.txt", article).ToList();

        passedOver.Should().ContainSingle().Which.Message.Should().Contain("He said little");
        passedOver[0].Line.Should().Be(5);
    }

    [Fact]
    public void Takes_no_offence_at_words_that_are_seldom_cues()
    {
        var article = CorpusReader.Parse("001-x.txt", "p1 = Ana Reis (f): teacher\n\n" + Marked + " He said little. He said less. He said nothing.").Article;

        new PassedOverCues([article]).In("001-x.txt", article).Should().BeEmpty();
    }
}
