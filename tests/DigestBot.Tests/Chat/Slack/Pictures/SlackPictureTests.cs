using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Chat.Slack;
using DigestBot.Digests;
using DigestBot.Tests.Answers;
using DigestBot.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DigestBot.Tests.Chat.Slack.Pictures;

/// <summary>
/// What the bot sends, on a phone, from the payload itself. With DIGESTBOT_PICTURES set to a folder the pictures are written there, as README
/// shows them.
/// </summary>
public sealed class SlackPictureTests(AnsweredArchive archive, Browser browser) : SlackTests, IClassFixture<AnsweredArchive>, IClassFixture<Browser>
{
    private const int Phone = 400;

    private ChatHost _host = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await ChatHost.StartAsync(new Settings { Slack = Slack.Settings }, [], services => services.AddSingleton(new Examples(archive.Store, archive.Clock))
            .AddSingleton(new CommandHandler(Archive.Of(archive.Store, new DigestClock(new DigestSettings(), archive.Clock), archive.Clock), Verbs.All)));
    }

    public override async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData("ask", "ask what did Khatib demand?")]
    [InlineData("nothing", "ask what did Lavrov say about football?")]
    [InlineData("said", "said Blatter")]
    [InlineData("timeline", "timeline Khatib")]
    [InlineData("compare", "compare Lavrov, Khatib")]
    [InlineData("story", "story schools")]
    [InlineData("digest", "digest")]
    [InlineData("people", "people")]
    [InlineData("help", "help ask")]
    public async Task A_command(string name, string typed)
    {
        var message = await AskAsync(typed);
        SlackRules.OfMessage(message).Should().BeEmpty();
        await ShowAsync(name, SlackPage.OfMessage($"/digestbot {typed}", message));
    }

    [Theory]
    [InlineData("sources", "Sources")]
    [InlineData("wrong-speaker", "Wrong speaker")]
    public async Task A_button(string name, string label)
    {
        var button = (await AskAsync("ask what did Khatib demand?"))["blocks"]!.AsArray().Where(b => (string?)b!["type"] == "actions").SelectMany(b => b!["elements"]!.AsArray())
            .Single(e => (string?)e!["text"]?["text"] == label)!;
        using var _ = await _host.PressAsync($$"""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"channel":{"id":"C1"},"response_url":"{{Slack.ResponseUrl(name)}}","actions":[{"action_id":"press-0","value":{{button["value"]!.ToJsonString()}} }]}""");
        await Slack.Responses.ArrivalAsync(1);
        await ShowAsync(name, SlackPage.OfMessage(label, Slack.Responses.Single()));
    }

    [Fact]
    public async Task The_shortcut()
    {
        using var _ = await _host.PressAsync($$"""{"type":"message_action","callback_id":"{{SlackInteractions.HereCallback}}","team":{"id":"T1"},"user":{"id":"U1"},"channel":{"id":"C1"},"response_url":"{{Slack.ResponseUrl()}}","message":{"ts":"1.1","text":"<https://levant-monitor.example/2012/12/khatib-apology>"} }""");
        await Slack.Responses.ArrivalAsync(1);
        await ShowAsync("here", SlackPage.OfMessage("Who said what here?", Slack.Responses.Single()));
    }

    [Fact]
    public async Task The_window()
    {
        using var _ = await _host.KnockAsync("/slack/commands", SlackSignatureTests.Sign(1_800_000_000, $"command=%2Fdigestbot&team_id=T1&channel_id=C1&user_id=U1&text=ask&trigger_id=1.2.3&response_url={Uri.EscapeDataString(Slack.ResponseUrl())}"), "application/x-www-form-urlencoded");
        await Slack.Views.ArrivalAsync(1);
        await ShowAsync("window", SlackPage.OfView(Slack.Views.Single()["view"]!));
    }

    [Fact]
    public async Task The_home_tab()
    {
        using var _ = await _host.HappenAsync("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"app_home_opened","tab":"home","user":"U1"}}""");
        await Slack.Views.ArrivalAsync(1);
        await ShowAsync("home", SlackPage.OfView(Slack.Views.Single()["view"]!));
    }

    private async Task<JsonNode> AskAsync(string typed)
    {
        using var response = await _host.KnockAsync("/slack/commands", SlackSignatureTests.Sign(1_800_000_000, $"command=%2Fdigestbot&team_id=T1&channel_id=C1&user_id=U1&text={Uri.EscapeDataString(typed)}"), "application/x-www-form-urlencoded");
        return JsonNode.Parse(await response.ReadAsync())!;
    }

    private async Task ShowAsync(string name, string html)
    {
        var page = await browser.OpenAsync(Phone);
        await page.SetContentAsync(html);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Phone, "nothing is wider than a phone");
        (await page.InnerTextAsync("main")).Should().NotMatchRegex(@"&(amp|lt|gt);|<!?[a-z@#]|\*\w", "no markup is shown as text");
        if (Environment.GetEnvironmentVariable("DIGESTBOT_PICTURES") is { Length: > 0 } folder)
        {
            await page.Locator("main").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(folder, $"slack-{name}.png") });
        }
    }
}
