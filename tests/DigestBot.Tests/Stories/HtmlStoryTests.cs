using System.Text;
using DigestBot.Stories;

namespace DigestBot.Tests.Stories;

public sealed class HtmlStoryTests
{
    private static readonly string _paragraphs = string.Concat(Enumerable.Range(1, 6).Select(i =>
        $"<p>On day {i} Mayor <b>Ana Ruiz</b> said that the\n   rain&nbsp;would stop, and the council of Lisbon denied it in a long statement of its own.</p>"));

    [Theory]
    [InlineData("<meta property='article:published_time' content='2024-03-03T10:00:00+01:00'>")]
    [InlineData("<meta name='Date' content='3 March 2024 09:00'>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"datePublished\":\"2024-03-03T09:00:00Z\"}</script>")]
    [InlineData("<script type='application/ld+json'>[{\"@graph\":[{\"@type\":\"WebSite\"},{\"headline\":\"x\",\"datePublished\":\"2024-03-03T09:00:00Z\"}]}]</script>")]
    [InlineData("<script type='application/ld+json'>{broken</script><meta name='pubdate' content='2024-03-03T09:00:00Z'>")]
    public void Takes_the_day_from_the_pages_metadata(string metadata) =>
        Single(Page(metadata, _paragraphs)).Published.Should().Be(new DateTimeOffset(2024, 3, 3, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Takes_the_article_and_leaves_the_page()
    {
        var story = Single(Page("<meta property='og:site_name' content='River Post'><link rel='canonical' href='https://river.example/rain'>", _paragraphs));
        story.Text.Should().StartWith("Rain over Lisbon\n\nOn day 1 Mayor Ana Ruiz said that the rain\u00a0would stop, and").And.EndWith("a long statement of its own.");
        story.Text.Split("\n\n").Should().HaveCount(7);
        (story.Title, story.Outlet, story.Url, story.Published).Should().Be(("Rain over Lisbon", "River Post", "https://river.example/rain", null));
    }

    [Fact]
    public void Reads_a_page_of_one_sentence() =>
        Single(Page("", "<p>It rained,<br>she said.</p>")).Text.Should().Be("Rain over Lisbon\n\nIt rained, she said.");

    [Fact]
    public void Reads_a_page_in_the_encoding_that_it_declares()
    {
        var page = Encoding.Latin1.GetBytes("<meta charset=\"iso-8859-1\"><h1>Caf\u00e9</h1><p>It rained, she said.</p>");
        StoryReader.Read("x.html", page).Stories.Single().Title.Should().Be("Café");
    }

    [Theory]
    [InlineData("<html><body><script>var x;</script></body></html>", "no article")]
    [InlineData("DEEP", "nested more than")]
    public void Is_refused_where_there_is_no_article_to_read(string page, string why) =>
        StoryReader.Read("x.html", Encoding.UTF8.GetBytes(page == "DEEP" ? string.Concat(Enumerable.Repeat("<div>", 50_000)) : page))
            .Refused.Single().Why.Should().Contain(why);

    private static string Page(string metadata, string body) =>
        $"""
        <!doctype html><html><head><title>Rain over Lisbon</title>{metadata}</head><body><nav><a href="/">Home</a></nav>
        <article><h1>Rain over Lisbon</h1>{body}<p>Share this article</p></article><footer>All rights reserved</footer></body></html>
        """;

    private static Story Single(string page)
    {
        var batch = StoryReader.Read("rain.html", Encoding.UTF8.GetBytes(page));
        batch.Refused.Should().BeEmpty();
        return batch.Stories.Single();
    }
}
