using System.Net;
using System.Text;
using System.Web;
using DigestBot.Chat.Slack;
using DigestBot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackInstallationTests : SlackTests
{
    private ChatHost _host = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await ChatHost.StartAsync(new Settings { Slack = Installable });
    }

    public override async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await base.DisposeAsync();
        _host.Log.All.Should().NotContain("secret");
    }

    private SlackSettings Installable => Slack.Settings with { BotToken = null, ClientId = FakeSlack.ClientId, ClientSecret = FakeSlack.ClientSecret, PublicAddress = "https://bot.example.org" };

    [Fact]
    public async Task Leads_to_Slack_with_the_scopes_that_the_code_needs()
    {
        (var authorize, var cookie) = await BeginAsync();
        authorize.GetLeftPart(UriPartial.Path).Should().Be("https://slack.com/oauth/v2/authorize");
        var query = HttpUtility.ParseQueryString(authorize.Query);
        query["client_id"].Should().Be(FakeSlack.ClientId);
        query["scope"]!.Split(',').Should().Equal(SlackManifest.Scopes.Select(s => s.Name));
        query["redirect_uri"].Should().Be("https://bot.example.org/slack/oauth");
        cookie.Should().Contain("httponly").And.Contain("secure").And.Contain("samesite=lax");
    }

    [Fact]
    public async Task An_installed_workspace_is_answered_with_its_own_token()
    {
        (await InstallAsync("code-1")).Should().Be((HttpStatusCode.OK, "DigestBot is installed in Newsroom. Try /digestbot help there."));
        await MentionAsync("Ev1");
        await Slack.Messages.ArrivalAsync(1);
        Slack.Requests.Last(r => r.Path.EndsWith("chat.postMessage", StringComparison.Ordinal)).Headers["Authorization"].Should().Be($"Bearer {FakeSlack.InstalledToken}");
    }

    [Fact]
    public async Task The_token_is_sealed_in_the_archive()
    {
        await InstallAsync("code-1");
        var kept = (await _host.Store.FindInstallationAsync("slack:T1", TestContext.Current.CancellationToken))!;
        PlaceOf(FakeSlack.InstalledToken, _host.Store.Path).Should().Be(-1);
        PlaceOf(FakeSlack.InstalledToken, $"{_host.Store.Path}-wal").Should().Be(-1);
        // Closed, the archive takes in what stood in the log beside it.
        _host.Store.Dispose();
        PlaceOf(kept, _host.Store.Path).Should().BeGreaterThan(0);

        static int PlaceOf(string text, string file) => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(text));
    }

    [Fact]
    public async Task A_token_that_other_keys_have_sealed_is_told_and_not_used()
    {
        await _host.Store.SaveInstallationAsync("slack:T1", "Newsroom", new EphemeralDataProtectionProvider().CreateProtector("other").Protect("xoxb-secret"), TestContext.Current.CancellationToken);
        await MentionAsync("Ev1");
        (await _host.Log.WaitForAsync("install the app there again")).Should().StartWith("Warning");
    }

    [Fact]
    public async Task A_state_is_good_once_and_for_the_browser_that_began()
    {
        (var authorize, var cookie) = await BeginAsync();
        (_, var otherCookie) = await BeginAsync();
        var state = HttpUtility.ParseQueryString(authorize.Query)["state"]!;
        (await EndAsync(state, "code-1", otherCookie)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await EndAsync(state, "code-1", null)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await EndAsync($"{state}x", "code-1", cookie)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await EndAsync("", "code-1", cookie)).Status.Should().Be(HttpStatusCode.BadRequest);
        Slack.Requests.Should().BeEmpty();
        (await EndAsync(state, "code-1", cookie)).Status.Should().Be(HttpStatusCode.OK);
        (await EndAsync(state, "code-2", cookie)).Words.Should().Contain("has ended already");
        Slack.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        await InstallAsync("code-1");
        (await InstallAsync("code-1")).Should().Be((HttpStatusCode.BadGateway, "DigestBot was not installed: the installation's code was used before, or is too old: begin again at /slack/install."));
    }

    [Fact]
    public async Task Who_does_not_agree_is_told_so_and_nothing_is_asked()
    {
        (var authorize, var cookie) = await BeginAsync();
        (await EndAsync(HttpUtility.ParseQueryString(authorize.Query)["state"]!, null, cookie)).Words.Should().Contain("was not installed");
        Slack.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"ok":true,"access_token":"xoxb-secret","team":null,"is_enterprise_install":true}""", "whole organisation")]
    [InlineData("""{"ok":true,"access_token":"xoxe.secret","refresh_token":"xoxe-1-secret","team":{"id":"T1"}}""", "token rotation")]
    [InlineData("""{"ok":false,"error":"bad_client_secret"}""", "DIGESTBOT_SLACK__CLIENTSECRET")]
    public async Task What_cannot_be_installed_is_told_in_words(string answer, string words)
    {
        Slack.Answer("oauth.v2.access", 200, answer);
        (await InstallAsync("code-1")).Words.Should().Contain(words).And.NotContain("secret-");
        (await _host.Store.FindInstallationAsync("slack:T1", TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}""", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U1"]}}""", false)]
    public async Task A_workspace_that_removes_the_app_takes_its_data_along(string happened, bool isGone)
    {
        await InstallAsync("code-1");
        await _host.Store.SubscribeAsync("slack:T1", new Feed("https://own.example/feed", false), TestContext.Current.CancellationToken);
        using var _ = await _host.HappenAsync($$"""{"type":"event_callback","team_id":"T1","event_id":"Ev7","event":{{happened}} }""");
        if (isGone)
        {
            await _host.Log.WaitForAsync("slack:T1 has removed the app");
        }

        await MentionAsync("Ev8");
        if (isGone)
        {
            await _host.Log.WaitForAsync("there is no token for slack:T1");
        }
        else
        {
            await Slack.Messages.ArrivalAsync(1);
        }

        (await _host.Store.FindInstallationAsync("slack:T1", TestContext.Current.CancellationToken) is null).Should().Be(isGone);
    }

    [Fact]
    public async Task Without_an_address_to_come_back_to_the_bot_does_not_start() =>
        (await FluentActions.Awaiting(() => ChatHost.StartAsync(new Settings { Slack = Installable with { PublicAddress = null } })).Should().ThrowAsync<FormatException>())
            .WithMessage("*DIGESTBOT_SLACK__PUBLICADDRESS*");

    private async Task<(HttpStatusCode Status, string Words)> InstallAsync(string code)
    {
        (var authorize, var cookie) = await BeginAsync();
        return await EndAsync(HttpUtility.ParseQueryString(authorize.Query)["state"]!, code, cookie);
    }

    private async Task<(Uri Authorize, string Cookie)> BeginAsync()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(_host.Address, "/slack/install"));
        using var response = await _host.Plain.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return (response.Headers.Location!, response.Headers.GetValues("Set-Cookie").Single());
    }

    private async Task<(HttpStatusCode Status, string Words)> EndAsync(string state, string? code, string? cookie)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(_host.Address, $"/slack/oauth?state={Uri.EscapeDataString(state)}{(code is null ? "&error=access_denied" : $"&code={code}")}"));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie.Split(';')[0]);
        }

        using var response = await _host.Plain.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.ReadAsync());
    }

    private async Task MentionAsync(string id)
    {
        using var _ = await _host.HappenAsync($$"""{"type":"event_callback","team_id":"T1","event_id":"{{id}}","event":{"type":"app_mention","user":"U1","text":"<@U0BOT> ask who?","ts":"1.1","channel":"C1"} }""");
    }
}
