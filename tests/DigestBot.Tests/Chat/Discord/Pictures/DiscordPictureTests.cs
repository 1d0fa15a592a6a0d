using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Tests.Answers;
using DigestBot.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static DigestBot.Tests.Chat.Discord.SignedInteractions;

namespace DigestBot.Tests.Chat.Discord.Pictures;

/// <summary>
/// Every reply on a phone, from the payload that the bot sends. With DIGESTBOT_PICTURES set to a folder the pictures are written there, as README
/// shows them.
/// </summary>
public sealed class DiscordPictureTests(AnsweredArchive archive, Browser browser) : IClassFixture<AnsweredArchive>, IClassFixture<Browser>, IAsyncLifetime
{
    private const int Phone = 400;

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new Settings { Discord = new DiscordSettings { PublicKey = SignedInteractions.PublicKey } }, [], services =>
        services.AddSingleton(new CommandHandler(Archive.Of(archive.Store, new DigestClock(new DigestSettings(), archive.Clock), archive.Clock), Verbs.All)));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Ask() => await ShowAsync("ask", "/ask what did Khatib demand?", Command("ask", ("question", "what did Khatib demand?")));

    [Fact]
    public async Task Nothing_found() => await ShowAsync("nothing", "/ask what did Lavrov say about football?", Command("ask", ("question", "what did Lavrov say about football?")));

    [Fact]
    public async Task Said() => await ShowAsync("said", "/said speaker: Blatter", Command("said", ("speaker", "Blatter")));

    [Fact]
    public async Task Timeline() => await ShowAsync("timeline", "/timeline speaker: Khatib", Command("timeline", ("speaker", "Khatib")));

    [Fact]
    public async Task Compare() => await ShowAsync("compare", "/compare a: Lavrov b: Khatib", Command("compare", ("a", "Lavrov"), ("b", "Khatib")));

    [Fact]
    public async Task Story() => await ShowAsync("story", "/story query: schools", Command("story", ("query", "schools")));

    [Fact]
    public async Task Digest() => await ShowAsync("digest", "/digest", Command("digest"));

    [Fact]
    public async Task People() => await ShowAsync("people", "/people", Command("people"));

    [Fact]
    public async Task Help() => await ShowAsync("help", "/help command: ask", Command("help", ("command", "ask")));

    [Fact]
    public async Task Sources() => await ShowAsync("sources", "Sources", await PressAsync("Sources"));

    [Fact]
    public async Task Wrong_speaker() => await ShowAsync("wrong-speaker", "Wrong speaker", await PressAsync("Wrong speaker"));

    [Fact]
    public async Task Here() => await ShowAsync("here", "Who said what here?", Menu(Verbs.Here, new JsonObject { ["content"] = "https://levant-monitor.example/2012/12/khatib-apology" }));

    private async Task<JsonObject> PressAsync(string label)
    {
        var answer = await _host.AskAsync(Command("ask", ("question", "what did Khatib demand?")));
        var button = answer["data"]!["components"]!.AsArray().SelectMany(r => r!["components"]!.AsArray()).Single(b => b!["label"]!.GetValue<string>() == label)!;
        return Press(button["custom_id"]!.GetValue<string>());
    }

    private async Task ShowAsync(string name, string asked, JsonObject interaction)
    {
        var message = (await _host.AskAsync(interaction))["data"]!;
        var page = await browser.OpenAsync(Phone);
        await page.SetContentAsync(DiscordPage.Of(asked, message, archive.Clock.GetUtcNow()));
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Phone, "nothing is wider than a phone");
        var shown = await page.InnerTextAsync("main");
        shown.Should().NotMatchRegex(@"\\[*_\[\]<>]|\*\*|\]\(", "no markup is shown as text");
        if (Environment.GetEnvironmentVariable("DIGESTBOT_PICTURES") is { Length: > 0 } folder)
        {
            await page.Locator("main").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(folder, $"discord-{name}.png") });
        }
    }
}
