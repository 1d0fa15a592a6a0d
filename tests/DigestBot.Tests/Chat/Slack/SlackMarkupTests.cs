using CsCheck;
using DigestBot.Chat.Slack;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackMarkupTests
{
    [Theory]
    [InlineData("<@U0BOT> what did Khatib demand?", "what did Khatib demand?")]
    [InlineData("<@U0BOT|digestbot>  who?", "who?")]
    [InlineData("who speaks in <#C1|general>?", "who speaks in #general?")]
    [InlineData("<!here> who?", "who?")]
    [InlineData("<!subteam^S1|@desk> who?", "who?")]
    [InlineData("story <https://news.example/1?a=1&amp;b=2|the headline>", "story https://news.example/1?a=1&b=2")]
    [InlineData("<https://news.example/1>", "https://news.example/1")]
    [InlineData("<mailto:a@b.example|a@b.example>", "a@b.example")]
    [InlineData("who said &lt;never&gt; at AT&amp;T?", "who said <never> at AT&T?")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("a &lt; b > c", "a < b > c")]
    [InlineData("", "")]
    public void What_somebody_wrote_is_read_as_it_looks(string written, string read) => SlackMarkup.Read(written).Should().Be(read);

    [Fact]
    public void What_is_escaped_is_read_as_it_was() => Gen.String.Where(t => !t.Any(c => char.IsControl(c) || char.IsSurrogate(c)) && DigestBot.Chat.PlainText.Clean(t) == t)
        .Sample(text => SlackMarkup.Read(SlackMarkup.Escape(text)).Should().Be(text.Trim()), iter: 5000);
}
