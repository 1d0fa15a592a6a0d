using System.Net;
using AngleSharp.Dom;
using CsCheck;
using DigestBot.Attribution;
using DigestBot.Web;

namespace DigestBot.Tests.Web;

public sealed class StoryPageTests : IAsyncLifetime
{
    private static readonly string[] _odd = ["\n\n", "😀", "שלום عليكم", "<!--", "]]>", "</textarea>", "&amp;", "\u00a0", "\u2028", "@(1)", "\u202e"];

    private PageHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await PageHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Shows_markup_in_a_story_as_its_words()
    {
        const string text = "<script>alert(1)</script>\n\n\"><img src=x onerror=alert(2)> said </p></main>&lt;b&gt;";
        await _host.AddAsync(PageHost.Story(text, title: "<b>Bold</b> & \"sharp\"") with { Outlet = "<i>Outlet</i>", Url = "javascript:alert(3)" }, ("<u>Ana</u>", new TextSpan(0, 25)));
        using var page = await _host.PageAsync("/stories/s1?at=0-8");
        page.QuerySelectorAll("script, img:not([src^='/bot.svg']), main i:not(.speaker i), main b, main u, [onerror], a[href^='javascript']").Should().BeEmpty();
        Text(page).Should().Equal("<script>alert(1)</script>", "\"><img src=x onerror=alert(2)> said </p></main>&lt;b&gt;");
        page.QuerySelector("h1")!.TextContent.Trim().Should().Be("<b>Bold</b> & \"sharp\"");
        page.QuerySelector(".speaker h3")!.TextContent.Should().Contain("<u>Ana</u>");
        page.QuerySelector("[data-name]")!.GetAttribute("data-name").Should().Be("<u>Ana</u>");
    }

    [Fact]
    public Task Has_exactly_the_words_of_the_story_for_any_text_and_spans()
    {
        var words = Gen.OneOf(
            Gen.Char["ab c<>&\"'“”\n"].Select(c => c.ToString()),
            Gen.Int[0, int.MaxValue].Select(n => _odd[n % _odd.Length])).Array[1, 60].Select(string.Concat);
        Gen<(string, TextSpan[])> stories =
            from text in words
            where !string.IsNullOrWhiteSpace(text)
            from spans in Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, text.Length]).Array[0, 6]
            select (text, spans.Select(s => new TextSpan(Math.Min(s.Item1, s.Item2), Math.Max(s.Item1, s.Item2))).Where(s => s.Length > 0).ToArray());
        var count = 0;
        return stories.SampleAsync(async story =>
        {
            (var text, var spans) = story;
            var id = $"s{Interlocked.Increment(ref count)}";
            await _host.AddAsync(PageHost.Story($"{id} {text}", id), [.. spans.Take(3).Select((s, i) => ($"Speaker {i}", s))]);
            using var page = await _host.PageAsync(StoryAddress.Of(id, spans).Split('#')[0]);
            var shown = string.Concat(Text(page));
            if (WithoutSpace(shown) != WithoutSpace($"{id} {text}"))
            {
                throw new InvalidOperationException($"'{shown}' is not '{id} {text}'");
            }
        }, iter: 60, threads: 1);
    }

    [Fact]
    public async Task Marks_the_cited_words_and_leads_to_the_first_of_them()
    {
        await _host.AddAsync(PageHost.Story("Ruiz said it rained. Then it snowed, he added."), ("Ana Ruiz", new TextSpan(10, 19)));
        using var page = await _host.PageAsync("/stories/s1?at=10-19,26-35");
        page.QuerySelectorAll(".text mark").Select(m => m.TextContent).Should().Equal("it rained", "it snowed");
        page.QuerySelector(".text p")!.TextContent.Should().Be("Ruiz said it rained. Then it snowed, he added.");
        page.QuerySelectorAll("#cited").Should().ContainSingle().Which.TextContent.Should().Be("it rained");
    }

    [Fact]
    public async Task Marks_each_speaker_with_a_number_and_lists_what_each_says()
    {
        const string text = "Ruiz said Otto said it rained.";
        await _host.AddAsync(PageHost.Story(text), ("Ana Ruiz", new TextSpan(10, 29)), ("Otto", new TextSpan(20, 29)));
        using var page = await _host.PageAsync("/stories/s1");
        page.QuerySelectorAll(".text [data-who]").Select(e => (e.TextContent, e.GetAttribute("data-who"), e.ClassName))
            .Should().Equal(("Otto said ", "1", "content s1"), ("it rained", "2", "content s2 within a1"));
        page.QuerySelectorAll(".speaker h3").Select(h => h.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(w => string.Join(' ', w)).Should().Equal("1 Ana Ruiz", "2 Otto");
        page.QuerySelector(".speaker li a")!.GetAttribute("href").Should().Be("/stories/s1?at=10-29#cited");
    }

    [Fact]
    public async Task Shows_a_headline_that_stands_in_the_text_once()
    {
        await _host.AddAsync(PageHost.Story("Rain in town\n\nIt rained.", title: "Rain in town"));
        using var page = await _host.PageAsync("/stories/s1?at=0-4");
        page.QuerySelector("h1 mark")!.TextContent.Should().Be("Rain");
        Text(page).Should().Equal("Rain in town", "It rained.");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("https://news.example/1?x=2#y")]
    [InlineData("ünï 1%41")]
    [InlineData("a\\b+c")]
    public async Task Finds_a_story_under_any_id_by_the_address_that_citations_have(string id)
    {
        await _host.AddAsync(PageHost.Story("It rained.", id));
        using var page = await _host.PageAsync(StoryAddress.Of(id, [new TextSpan(0, 2)]));
        page.QuerySelector("mark")!.TextContent.Should().Be("It");
    }

    [Theory]
    [InlineData("/stories/none", HttpStatusCode.NotFound, "no story with this id")]
    [InlineData("/stories/s1?at=5", HttpStatusCode.BadRequest, "?at=12-34")]
    [InlineData("/stories/s1?at=9-5", HttpStatusCode.BadRequest, "?at=12-34")]
    [InlineData("/stories/s1?at=-1-5", HttpStatusCode.BadRequest, "?at=12-34")]
    [InlineData("/stories/s1?at=1-99999999999", HttpStatusCode.BadRequest, "?at=12-34")]
    [InlineData("/people/7", HttpStatusCode.NotFound, "Nobody in the archive")]
    [InlineData("/nothing", HttpStatusCode.NotFound, "no such page")]
    public async Task Says_in_words_what_is_wrong_with_an_address(string address, HttpStatusCode status, string words)
    {
        await _host.AddAsync(PageHost.Story("It rained."));
        using var response = await _host.Client.GetAsync(new Uri(address, UriKind.Relative), PageHost.Cancel);
        response.StatusCode.Should().Be(status);
        var page = await response.Content.ReadAsStringAsync(PageHost.Cancel);
        page.Should().Contain(words).And.Contain("name=\"text\"");
    }

    [Fact]
    public async Task Says_so_when_the_cited_place_is_gone()
    {
        await _host.AddAsync(PageHost.Story("It rained."));
        using var page = await _host.PageAsync("/stories/s1?at=5-900");
        page.QuerySelector(".notice")!.TextContent.Should().Contain("another version");
    }

    private static IEnumerable<string> Text(IDocument page) => page.QuerySelectorAll("[data-text]").Select(e => e.TextContent.Trim());

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
