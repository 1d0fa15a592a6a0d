using System.Net;
using AngleSharp.Html.Parser;
using DigestBot.Answers;
using DigestBot.Tests.LanguageModels;
using Microsoft.Playwright;

namespace DigestBot.Tests.Web;

/// <summary>A language model's sentences in the operator's console.</summary>
public sealed class ConsoleProseTests(Browser browser) : IClassFixture<Browser>
{
    private const string Asked = "/?q=%2Fask%20what%20do%20they%20say%3F";
    private const string Plain = "Twelve statements.";
    private const string Prose = "Lavrov offers to meet Khatib in a neutral capital, but Khatib says “we will not go to Moscow”. ² ³";

    private static readonly Scripted _honest = Scripted.Drafts(("Lavrov offers {2}, but Khatib says {3}.", [2, 3]));
    private static readonly Answer _answer = new() { Answered = true, Text = Plain, Lines = CitedLines.All };

    [Fact]
    public async Task The_plain_answer_is_there_at_once_and_prose_can_be_fetched_and_is_known_at_the_next_load()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => _honest);
        await using var host = await StartAsync(provider);
        using var plain = await host.PageAsync(Asked);
        plain.QuerySelector(".answer")!.TextContent.Should().Be(Plain);
        provider.Requests.Should().BeEmpty("a page alone asks no model");
        var address = plain.QuerySelector("[data-prose]")!.GetAttribute("data-prose")!;
        using var written = await FetchAsync(host, address);
        written.StatusCode.Should().Be(HttpStatusCode.OK);
        using var reply = new HtmlParser().ParseDocument(await written.Content.ReadAsStringAsync(PageHost.Cancel));
        reply.QuerySelector(".answer")!.TextContent.Should().Be($"{Plain}\n{Prose}");
        reply.QuerySelectorAll(".lines li").Should().HaveSameCount(plain.QuerySelectorAll(".lines li"), "the lines stay");
        using var known = await host.PageAsync(Asked);
        known.QuerySelector(".answer")!.TextContent.Should().Be($"{Plain}\n{Prose}");
        known.QuerySelector("[data-prose], script").Should().BeNull("nothing more will come");
        provider.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Only_a_page_that_waits_for_prose_may_run_our_script_and_no_other_site_can_ask_the_model()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => _honest);
        await using var host = await StartAsync(provider);
        (await PolicyAsync(host, Asked)).Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.NotContain("unsafe");
        (await PolicyAsync(host, "/")).Should().NotContain("script-src");
        (await PolicyAsync(host, "/?q=%2Fhelp")).Should().NotContain("script-src");
        using var refused = await host.Client.GetAsync(new Uri($"/prose{Asked[1..]}", UriKind.Relative), PageHost.Cancel);
        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        provider.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_no_sentence_stands_the_check_the_plain_answer_does()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Drafts(("Lavrov rejects {3}.", [3])));
        await using var host = await StartAsync(provider);
        using var response = await FetchAsync(host, $"/prose{Asked[1..]}");
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Without_a_model_nothing_is_fetched()
    {
        await using var host = await PageHost.StartAsync(answer: _ => _answer);
        using var page = await host.PageAsync(Asked);
        page.QuerySelector("[data-prose], script").Should().BeNull();
        using var response = await FetchAsync(host, $"/prose{Asked[1..]}");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_reader_sees_prose_take_the_plain_answers_place()
    {
        TaskCompletionSource seen = new();
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Does(async context =>
        {
            await seen.Task;
            await ScriptedProvider.AnswerAsync(context, "openai", _honest);
        }));
        await using var host = await StartAsync(provider);
        var page = await browser.OpenAsync();
        await page.GotoAsync(new Uri(host.Client.BaseAddress!, Asked).ToString());
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync(Plain);
        seen.SetResult();
        await Assertions.Expect(page.Locator(".answer")).ToContainTextAsync("but Khatib says “we will not go to Moscow”");
        await Assertions.Expect(page.Locator(".reply")).ToHaveCountAsync(1);
    }

    private static Task<PageHost> StartAsync(ScriptedProvider provider) =>
        PageHost.StartAsync(new Settings { Model = provider.Settings with { Patience = 60 } }, _ => _answer);

    private static async Task<HttpResponseMessage> FetchAsync(PageHost host, string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("X-DigestBot", "prose");
        return await host.Client.SendAsync(request, PageHost.Cancel);
    }

    private static async Task<string> PolicyAsync(PageHost host, string address)
    {
        using var response = await host.Client.GetAsync(new Uri(address, UriKind.Relative), PageHost.Cancel);
        return response.Headers.GetValues("Content-Security-Policy").Single();
    }
}
