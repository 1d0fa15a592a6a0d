using DigestBot.Answers;
using DigestBot.Attribution;
using Microsoft.Playwright;

namespace DigestBot.Tests.Web;

public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string Demand = "an apology for the Bürgermeisterstellvertreterwahlkampfkostenabrechnung";
    private static readonly string _text = string.Concat(Enumerable.Repeat("It rained for days on end, and nobody said a word about it to anybody else.\n\n", 30)) + $"Ruiz demanded {Demand}.";

    private PageHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        TextSpan place = new(_text.IndexOf(Demand, StringComparison.Ordinal), _text.Length - 1);
        AnswerLine line = new()
        {
            Speaker = "Ana Ruiz",
            Act = SpeechAct.Demands,
            Kind = QuoteKind.Indirect,
            Content = Demand,
            Citation = new Citation { StoryId = "s1", Title = "Rain", Outlet = new string('O', 80), Spans = [place] },
        };
        _host = await PageHost.StartAsync(answer: command => new Answer { Answered = true, Text = command.Text, Lines = [line] });
        await _host.AddAsync(PageHost.Story(_text, title: "Rain") with { Outlet = new string('O', 80), Url = "https://news.example/" + new string('u', 200) }, ("Ana Ruiz", place));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_types_a_question_and_follows_the_citation_to_its_place(bool script)
    {
        var page = await OpenAsync("/", script: script);
        await page.GetByLabel("Message DigestBot").FillAsync("/ask what did Ruiz demand?");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".lines li")).ToContainTextAsync(Demand);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Source 1" }).ClickAsync();
        var cited = page.Locator("#cited");
        await Assertions.Expect(cited).ToHaveTextAsync(Demand);
        await Assertions.Expect(cited).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("/", 360)]
    [InlineData("/?q=%2Fask%20what%20did%20Ruiz%20demand%3F", 320)]
    [InlineData("/?q=Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 360)]
    [InlineData("/stories/s1?at=5-20", 320)]
    [InlineData("/stories", 360)]
    [InlineData("/people", 360)]
    [InlineData("/people/1", 320)]
    [InlineData("/nothing", 360)]
    [InlineData("/sign-in", 320)]
    public async Task Nothing_is_wider_than_a_phone(string address, int width)
    {
        var page = await OpenAsync(address, width);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(253, 252, 249)")]
    [InlineData(ColorScheme.Dark, "rgb(23, 23, 21)")]
    public async Task Follows_the_readers_choice_of_light_or_dark(ColorScheme scheme, string ground)
    {
        var page = await OpenAsync("/", scheme: scheme);
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", ground);
    }

    [Fact]
    public async Task The_first_key_offers_the_way_to_the_content()
    {
        var page = await OpenAsync("/people");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Skip to the content" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_browser_finds_nothing_that_the_policy_forbids()
    {
        List<string> complaints = [];
        var page = await browser.OpenAsync();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add(request.Url);
        foreach (var address in (string[])["/", "/stories/s1?at=5-20", "/people/1", "/sign-in"])
        {
            await page.GotoAsync(new Uri(_host.Client.BaseAddress!, address).ToString());
        }

        complaints.Should().BeEmpty();
    }

    private async Task<IPage> OpenAsync(string address, int width = 360, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.OpenAsync(width, script, scheme);
        await page.GotoAsync(new Uri(_host.Client.BaseAddress!, address).ToString());
        return page;
    }
}
