using DigestBot.Storage;
using DigestBot.Stories;
using DigestBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DigestBot.Tests.Web;

/// <summary>The host as it first starts, with the stories of config/stories, seen in a browser.</summary>
public sealed class SampleStoriesTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Store _store = null!;
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);
        _app = BotHost.Build(
            new Settings { Data = _folder.Path, Urls = "http://127.0.0.1:0", Stories = Path.Combine(Repository.Root, "config", "stories") }, _store, TimeProvider.System);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        await _app.Services.GetRequiredService<StoryFolder>().FirstScan;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_Khatib_demanded_is_answered_and_each_line_leads_to_its_words(bool script)
    {
        var page = await browser.OpenAsync(script: script);
        await page.GotoAsync(_app.Urls.First());
        await page.GetByLabel("Message DigestBot").FillAsync("/ask what did Khatib demand?");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send" }).ClickAsync();
        var lines = page.Locator(".lines li");
        await Assertions.Expect(lines.Filter(new LocatorFilterOptions { HasText = "apology" }).First).ToContainTextAsync("khatib demands", new LocatorAssertionsToContainTextOptions { IgnoreCase = true });
        foreach (var line in await lines.AllAsync())
        {
            (await line.Locator(".note a").First.GetAttributeAsync("href")).Should().MatchRegex(@"^/stories/.+\?at=\d+-\d+.*#cited$");
        }

        await lines.Locator(".note a").First.ClickAsync();
        await Assertions.Expect(page.Locator("#cited")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Every_example_has_an_answer()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(_app.Urls.First());
        var examples = await page.Locator(".try a", new PageLocatorOptions { HasText = "/ask" }).AllInnerTextsAsync();
        examples.Should().NotBeEmpty();
        foreach (var example in examples)
        {
            await page.GotoAsync($"{_app.Urls.First()}/?q={Uri.EscapeDataString(example)}");
            await Assertions.Expect(page.Locator(".lines li").First).ToBeVisibleAsync();
            (await page.Locator(".heading").AllInnerTextsAsync()).Should().NotContain("The nearest there is", example);
        }
    }

    [Fact]
    public async Task The_digest_and_every_story_fit_a_phone()
    {
        var page = await browser.OpenAsync(width: 320);
        await page.GotoAsync($"{_app.Urls.First()}/stories");
        List<string> addresses = ["/digest", "/people", "/stories"];
        foreach (var link in await page.Locator(".list a").AllAsync())
        {
            addresses.Add((await link.GetAttributeAsync("href"))!);
        }

        addresses.Should().HaveCountGreaterThan(8);
        foreach (var address in addresses)
        {
            await page.GotoAsync(_app.Urls.First() + address);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(320, address);
        }
    }
}
