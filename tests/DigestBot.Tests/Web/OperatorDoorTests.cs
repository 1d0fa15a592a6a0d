using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Web;

public sealed partial class OperatorDoorTests
{
    private const string Key = "correct horse battery staple";

    [Theory]
    [InlineData("localhost:1", HttpStatusCode.OK)]
    [InlineData("LOCALHOST", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("127.9.9.9:80", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("bot.lan", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.168.1.7", HttpStatusCode.MisdirectedRequest)]
    [InlineData("2130706434", HttpStatusCode.OK)]
    public async Task Answers_only_to_its_own_names(string name, HttpStatusCode status)
    {
        await using var host = await PageHost.StartAsync(new Settings { Hosts = "bot.lan; other.lan" });
        using var response = await SendAsync(host, "/people", r => r.Headers.Host = name);
        response.StatusCode.Should().Be(status);
        if (status == HttpStatusCode.MisdirectedRequest)
        {
            (await response.Content.ReadAsStringAsync(PageHost.Cancel)).Should().Contain("DIGESTBOT_HOSTS");
        }
    }

    [Fact]
    public async Task Forbids_scripts_frames_and_anything_from_elsewhere()
    {
        await using var host = await PageHost.StartAsync();
        foreach (var address in (string[])["/people", "/nothing", "/sign-in", "/site.css"])
        {
            using var response = await SendAsync(host, address);
            response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("script-src").And.NotContain("unsafe");
            response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        }
    }

    [Theory]
    [InlineData(PageHost.From, "192.0.2.7")]
    [InlineData(PageHost.From, "::ffff:192.0.2.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Says_how_to_set_a_key_to_whoever_comes_from_elsewhere(string header, string value)
    {
        await using var host = await PageHost.StartAsync();
        using var response = await SendAsync(host, "/people", r => r.Headers.Add(header, value));
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(PageHost.Cancel)).Should().Contain("DIGESTBOT_OPERATORKEY");
    }

    [Fact]
    public async Task Takes_a_request_of_HTTP_1_0_for_a_proxys()
    {
        await using var host = await PageHost.StartAsync();
        using var response = await SendAsync(host, "/people", r => r.Version = HttpVersion.Version10);
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Key, Key, HttpStatusCode.OK)]
    [InlineData(Key, "wrong", HttpStatusCode.Found)]
    [InlineData("short", "short", HttpStatusCode.Forbidden)]
    public async Task Lets_a_bearer_of_the_key_in(string key, string sent, HttpStatusCode status)
    {
        await using var host = await PageHost.StartAsync(new Settings { OperatorKey = key });
        using var response = await SendAsync(host, "/people", r =>
        {
            r.Headers.Add(PageHost.From, "192.0.2.7");
            r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", sent);
        });
        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task Lets_in_whoever_signs_in_with_the_key_and_leads_back_to_the_page()
    {
        await using var host = await PageHost.StartAsync(new Settings { OperatorKey = Key });
        host.Client.DefaultRequestHeaders.Add(PageHost.From, "192.0.2.7");
        using var sent = await SendAsync(host, "/people?x=1");
        sent.Headers.Location!.ToString().Should().Be("/sign-in?to=%2Fpeople%3Fx%3D1");

        using var wrong = await EnterAsync(host, "wrong", "/people?x=1");
        wrong.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var right = await EnterAsync(host, Key, "/people?x=1");
        right.Headers.Location!.ToString().Should().Be("/people?x=1");
        right.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("digestbot=", StringComparison.Ordinal)).ToLowerInvariant()
            .Should().Contain("httponly").And.Contain("samesite=strict").And.NotContain("correct");
        using var inside = await SendAsync(host, "/people");
        inside.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lets_whoever_signs_out_not_back_in()
    {
        await using var host = await PageHost.StartAsync(new Settings { OperatorKey = Key });
        host.Client.DefaultRequestHeaders.Add(PageHost.From, "192.0.2.7");
        using var entered = await EnterAsync(host, Key, "/");
        var page = await host.Client.GetStringAsync(new Uri("/people", UriKind.Relative), PageHost.Cancel);
        using FormUrlEncodedContent form = new([new("token", Token().Match(page).Groups[1].Value)]);
        using var left = await host.Client.PostAsync(new Uri("/sign-out", UriKind.Relative), form, PageHost.Cancel);
        left.Headers.Location!.ToString().Should().Be("/sign-in");
        using var outside = await SendAsync(host, "/people");
        outside.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Lets_nobody_try_more_than_ten_keys_a_minute()
    {
        await using var host = await PageHost.StartAsync(new Settings { OperatorKey = Key });
        host.Client.DefaultRequestHeaders.Add(PageHost.From, "192.0.2.7");
        List<HttpStatusCode> statuses = [];
        for (var i = 0; i < 11; i++)
        {
            using var response = await EnterAsync(host, i < 10 ? "wrong" : Key, "/");
            statuses.Add(response.StatusCode);
        }
        statuses.Take(10).Should().AllBeEquivalentTo(HttpStatusCode.Forbidden);
        statuses[^1].Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("~/x")]
    [InlineData("")]
    public async Task Leads_nowhere_but_to_its_own_pages(string to)
    {
        await using var host = await PageHost.StartAsync(new Settings { OperatorKey = Key });
        using var response = await EnterAsync(host, Key, to);
        response.Headers.Location!.ToString().Should().Be("/");
    }

    [Fact]
    public async Task Takes_no_pass_that_it_did_not_give()
    {
        await using var host = await PageHost.StartAsync(new Settings { OperatorKey = Key });
        using var response = await SendAsync(host, "/people", r =>
        {
            r.Headers.Add(PageHost.From, "192.0.2.7");
            r.Headers.Add("Cookie", "digestbot=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA");
        });
        response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Refuses_a_form_that_did_not_come_from_its_own_page()
    {
        await using var host = await PageHost.StartAsync();
        using FormUrlEncodedContent form = new([new("text", "/help"), new("token", "made up")]);
        using var response = await host.Client.PostAsync(new Uri("/", UriKind.Relative), form, PageHost.Cancel);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(PageHost.Cancel)).Should().Contain("Open the page again");
    }

    private static async Task<HttpResponseMessage> EnterAsync(PageHost host, string key, string to)
    {
        var page = await host.Client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), PageHost.Cancel);
        using FormUrlEncodedContent form = new([new("key", key), new("to", to), new("token", Token().Match(page).Groups[1].Value)]);
        return await host.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, PageHost.Cancel);
    }

    private static async Task<HttpResponseMessage> SendAsync(PageHost host, string address, Action<HttpRequestMessage>? change = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        change?.Invoke(request);
        return await host.Client.SendAsync(request, PageHost.Cancel);
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
