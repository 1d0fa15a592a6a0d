using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

public sealed class CitedStoriesTests
{
    [Theory]
    [InlineData("https://news.example/a?b=1", "https://news.example/a?b=1")]
    [InlineData("https://müller.example/ä", "https://müller.example/%C3%A4")]
    [InlineData("https://user@evil.example/", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(null, null)]
    public void Only_a_plain_web_address_is_linked(string? url, string? linked) =>
        Address(url).Should().Be(linked);

    // Not among the data above: attributes are stored as UTF-8, which has no half pairs.
    [Fact]
    public void A_host_with_half_a_surrogate_pair_is_not_linked() => Address("http://a.b\uD800").Should().BeNull();

    private static string? Address(string? url) => CitedStories.Address(new Citation { StoryId = "s", Title = "t", Url = url, Spans = [new TextSpan(0, 1)] });
}
