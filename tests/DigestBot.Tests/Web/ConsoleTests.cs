using System.Net;
using System.Text.RegularExpressions;
using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.Tests.Web;

public sealed partial class ConsoleTests
{
    [Fact]
    public async Task Leads_from_what_was_typed_to_an_address_that_shows_the_reply()
    {
        await using var host = await PageHost.StartAsync();
        using var sent = await TypeAsync(host, "/ask what did \"Ruiz\" demand & why? 😀");
        sent.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var page = await host.PageAsync(sent.Headers.Location!.ToString());
        page.QuerySelector(".typed")!.TextContent.Should().Be("/ask what did \"Ruiz\" demand & why? 😀");
        page.QuerySelector(".answer")!.TextContent.Should().Be("You asked: what did \"Ruiz\" demand & why? 😀");
        page.QuerySelector("input[name=text]")!.GetAttribute("value").Should().Be("/ask what did \"Ruiz\" demand & why? 😀");
    }

    [Fact]
    public async Task Numbers_the_cited_stories_and_leads_from_each_line_to_its_own_place()
    {
        AnswerLine Line(string story, int start) => new()
        {
            Speaker = "Ana Ruiz",
            Act = SpeechAct.Denies,
            IsNegated = start == 7,
            Kind = start == 3 ? QuoteKind.Direct : QuoteKind.Indirect,
            Content = $"it <rained> {start}",
            Citation = new Citation { StoryId = story, Title = $"Title of {story}", Outlet = "The Outlet", Spans = [new TextSpan(start, start + 2)] },
        };
        Answer answer = new() { Answered = true, Text = "Three denials:", Lines = [Line("s1", 3), Line("s2", 5), Line("s1", 7)] };
        await using var host = await PageHost.StartAsync(answer: _ => answer);
        using var page = await host.PageAsync("/?q=/ask x");
        page.QuerySelectorAll(".lines .note a").Select(a => (a.TextContent, a.GetAttribute("href")))
            .Should().Equal(("1", "/stories/s1?at=3-5#cited"), ("2", "/stories/s2?at=5-7#cited"), ("1", "/stories/s1?at=7-9#cited"));
        page.QuerySelectorAll(".footnotes a").Select(a => a.GetAttribute("href")).Should().Equal("/stories/s1?at=3-5,7-9#cited", "/stories/s2?at=5-7#cited");
        page.QuerySelectorAll(".lines li i").Select(i => i.TextContent).Should().Equal("denies", "denies", "does not deny");
        page.QuerySelectorAll(".lines .content").Select(c => c.TextContent).Should().Equal("“it <rained> 3”", "it <rained> 5", "it <rained> 7");
    }

    [Fact]
    public async Task Offers_questions_that_this_archive_can_answer()
    {
        await using var host = await PageHost.StartAsync();
        await host.AddAsync(PageHost.Story("Ana Ruiz said it rained."), ("Ana Ruiz", new TextSpan(14, 23)));
        using var page = await host.PageAsync("/");
        page.QuerySelectorAll(".try a").Select(a => a.TextContent).Should().Equal("/ask what did Ruiz say?", "/help");
        page.QuerySelector(".extent")!.TextContent.Should().Contain("1 story").And.Contain("1 statement");
    }

    [Theory]
    [InlineData(801)]
    [InlineData(100_000)]
    public async Task Says_how_much_is_read_of_too_long_a_question(int length)
    {
        await using var host = await PageHost.StartAsync();
        using var response = await TypeAsync(host, new string('x', length));
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(PageHost.Cancel)).Should().Contain("at most 800 are read");
    }

    [Theory]
    [InlineData("/ask\u0001a\nb\u0007", "/ask a b")]
    [InlineData("  /help  ", "/help")]
    public async Task Reads_control_characters_as_spaces(string typed, string read)
    {
        await using var host = await PageHost.StartAsync();
        using var sent = await TypeAsync(host, typed);
        sent.Headers.Location!.ToString().Should().Be($"/?q={Uri.EscapeDataString(read)}");
    }

    [Fact]
    public async Task Says_in_words_that_a_form_is_no_text()
    {
        await using var host = await PageHost.StartAsync();
        using var response = await TypeAsync(host, "/ask\0");
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(PageHost.Cancel)).Should().Contain("no text");
    }

    [Fact]
    public async Task Leads_to_the_empty_console_when_nothing_was_typed()
    {
        await using var host = await PageHost.StartAsync();
        using var sent = await TypeAsync(host, " \n ");
        sent.Headers.Location!.ToString().Should().Be("/");
    }

    private static async Task<HttpResponseMessage> TypeAsync(PageHost host, string text)
    {
        var page = await host.Client.GetStringAsync(new Uri("/", UriKind.Relative), PageHost.Cancel);
        using FormUrlEncodedContent form = new([new("text", text), new("token", Token().Match(page).Groups[1].Value)]);
        return await host.Client.PostAsync(new Uri("/", UriKind.Relative), form, PageHost.Cancel);
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
