using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Chat.Slack;

/// <summary>Slack's own library (@slack/bolt) as a peer; where DIGESTBOT_BOLT names the folder in which npm has installed it.</summary>
public sealed class BoltTests
{
    [Fact]
    public async Task Bolt_accepts_what_the_tests_sign_and_refuses_what_they_sign_wrongly()
    {
        using Bolt bolt = new("receive", SlackSignatureTests.Secret);
        var port = await bolt.Output.ReadLineAsync(TestContext.Current.CancellationToken);
        using HttpMessageInvoker client = new(new SocketsHttpHandler());
        Uri address = new($"http://127.0.0.1:{port}/slack/commands");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        const string Body = "command=%2Fdigestbot&team_id=T1&user_id=U1&text=who%3F+%D1%87%D1%82%D0%BE";
        var signed = SlackSignatureTests.Sign(now, Body);
        (await SendAsync(client, address, signed)).Should().Be((HttpStatusCode.OK, "You asked: who? что"));
        foreach (var wrong in new[] { signed with { Body = [.. signed.Body, (byte)'x'] }, signed with { Timestamp = $"{now - 1}" }, SlackSignatureTests.Sign(now - 301, Body) })
        {
            (await SendAsync(client, address, wrong)).Status.Should().Be(HttpStatusCode.Unauthorized);
        }
    }

    [Theory]
    [InlineData(SlackSignatureTests.Secret, 0, 200)]
    [InlineData(SlackSignatureTests.Secret, -300, 200)]
    [InlineData(SlackSignatureTests.Secret, 301, 401)]
    [InlineData("another", 0, 401)]
    public async Task The_bot_accepts_what_bolt_would_and_nothing_else(string secret, int late, int status)
    {
        await using var host = await ChatHost.StartAsync(new Settings { Slack = new SlackSettings { SigningSecret = SlackSignatureTests.Secret } });
        using Bolt bolt = new("send", $"{host.Address}slack/commands", secret, $"{1_800_000_000 - late}", "ask who said “no” & why?");
        var answer = JsonNode.Parse(await bolt.Output.ReadToEndAsync(TestContext.Current.CancellationToken))!;
        ((int)answer["status"]!).Should().Be(status);
        if (status == 200)
        {
            ((string?)JsonNode.Parse((string)answer["body"]!)!["text"]).Should().Be("You asked: who said “no” &amp; why?");
        }
    }

    [Fact]
    public async Task The_tests_own_Slack_speaks_Socket_Mode_as_Slacks_library_does()
    {
        await using var slack = await FakeSlack.StartAsync();
        using Bolt bolt = new("socket", $"{slack.Address}/api/", FakeSlack.AppToken);
        var first = await slack.Sockets.NextAsync();
        await first.SendAsync("slash_commands", "e1", """{"command":"/digestbot","text":"who?"}""");
        var acknowledgement = await first.AcknowledgementAsync();
        ((string?)acknowledgement["envelope_id"]).Should().Be("e1");
        ((string?)acknowledgement["payload"]!["text"]).Should().Be("You asked: who?");
        await first.SendAsync("""{"type":"disconnect","reason":"refresh_requested"}""");
        await (await slack.Sockets.NextAsync()).SendAsync("slash_commands", "e2", """{"command":"/digestbot","text":"and?"}""");
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMessageInvoker client, Uri address, SlackSignatureTests.SignedRequest signed)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent(signed.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add("X-Slack-Request-Timestamp", signed.Timestamp);
        request.Headers.Add("X-Slack-Signature", signed.Signature);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.ReadAsync());
    }

    /// <summary>The library in a process of its own, which ends with the test.</summary>
    private sealed class Bolt : IDisposable
    {
        private readonly Process _process;

        public Bolt(params string[] arguments)
        {
            Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DIGESTBOT_BOLT")), "DIGESTBOT_BOLT names no folder with @slack/bolt");
            ProcessStartInfo start = new("node", [Path.Combine(Repository.Root, "tests/DigestBot.Tests/Chat/Slack/bolt.mjs"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
            _process = Process.Start(start)!;
        }

        public StreamReader Output => _process.StandardOutput;

        public void Dispose()
        {
            _process.Kill();
            _process.Dispose();
        }
    }
}
