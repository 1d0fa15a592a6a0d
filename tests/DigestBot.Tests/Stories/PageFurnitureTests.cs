using DigestBot.Stories;

namespace DigestBot.Tests.Stories;

public sealed class PageFurnitureTests
{
    private const string Story = "Rain over Lisbon\n\nMayor Ana Ruiz said the rain would stop on Friday.";

    [Theory]
    [InlineData("Leave a comment")]
    [InlineData("\u00a0\n\nLeave a comment\n")]
    [InlineData("12 Comments\nShare this article\nFacebook | Twitter | WhatsApp")]
    [InlineData("Share\nTweet\nE-mail\nPrint")]
    [InlineData("Read more")]
    [InlineData("Read more: The flood of 2013")]
    [InlineData("Click here to read the full report")]
    [InlineData("Sign up for our daily newsletter and get the news in your inbox.")]
    [InlineData("Subscribe to our free newsletter for more stories like this one.")]
    [InlineData("Follow Pam Key on Twitter @pamkey")]
    [InlineData("Follow us on Facebook and Instagram.")]
    [InlineData("Please consider supporting independent journalism with a monthly gift.")]
    [InlineData("Related: The bridge that nobody wanted")]
    [InlineData("Tags: Lisbon, rain, Ruiz")]
    [InlineData("© 2024 The River Post. All rights reserved.")]
    [InlineData("* * *")]
    [InlineData("ADVERTISEMENT")]
    [InlineData("-30-")]
    public void Is_left_out_at_the_end(string furniture) => Kept($"{Story}\n\n{furniture}").Should().Be(Story);

    [Theory]
    [InlineData("“Follow us on Facebook,” the mayor told them.")]
    [InlineData("Related companies denied it.")]
    [InlineData("Popular anger is rising, he warned.")]
    [InlineData("More in the region are afraid, she said.")]
    [InlineData("Copyright holders objected.")]
    [InlineData("Subscribe, she told them, or be silent.")]
    [InlineData("Share prices fell.")]
    [InlineData("Support for the mayor has grown, according to the council.")]
    [InlineData("Donate blood, the ministry urged.")]
    [InlineData("Ruiz gave no comment.")]
    [InlineData("Nobody has read more of it than he.")]
    [InlineData("30 people died")]
    [InlineData("Read the law, he told them.")]
    public void Is_not_seen_in_a_sentence_that_tells_something(string last) => Kept($"{Story}\n\n{last}").Should().Be($"{Story}\n\n{last}");

    [Fact]
    public void Is_left_where_the_story_goes_on_behind_it() =>
        Kept("Rain\n\nRead more\n\nIt rained on Friday, she said.").Should().EndWith("Read more\n\nIt rained on Friday, she said.");

    [Theory]
    [InlineData("Leave a comment")]
    [InlineData("\n\n  Leave a comment\n\nShare")]
    public void Never_takes_the_first_line(string text) => Kept(text).Should().Be("Leave a comment");

    private static string Kept(string text) => PlainStory.Kept(text);
}
