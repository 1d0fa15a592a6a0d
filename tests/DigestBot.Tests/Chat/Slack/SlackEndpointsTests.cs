using System.Net;
using System.Text.Json;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackEndpointsTests
{
    private const string Secret = SlackSignatureTests.Secret;

    [Theory]
    [InlineData("ask what did Khatib demand?", "ephemeral")]
    [InlineData("ask what did Khatib demand? private:no", "in_channel")]
    [InlineData("ask what did Khatib demand? private:yes", "ephemeral")]
    public async Task A_command_is_answered_to_the_asker_alone_unless_shared(string text, string type)
    {
        await using var host = await StartAsync();
        using var response = await SendAsync(host, Form(text));
        using var answer = JsonDocument.Parse(await ReadAsync(response));
        answer.RootElement.GetProperty("response_type").GetString().Should().Be(type);
        answer.RootElement.GetProperty("text").GetString().Should().Be("You asked: what did Khatib demand?");
        answer.RootElement.GetProperty("blocks").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task The_command_reaches_the_handler_with_workspace_channel_and_asker_and_its_entities_read()
    {
        Command? got = null;
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (command, _) =>
        {
            got = command;
            return Task.FromResult(new Reply { Text = "ok" });
        }));
        using var _ = await SendAsync(host, Form("ask who said &lt;never&gt; at AT&amp;T?"));
        got!.Should().BeEquivalentTo(new { Workspace = "slack:T1", Platform = Platform.Slack, User = "U1", Channel = "C1", Verb = "ask", Text = "who said <never> at AT&T?" });
    }

    [Fact]
    public async Task An_unsigned_ssl_check_is_answered_and_nothing_that_it_carries_is_run()
    {
        var hasRun = false;
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (_, _) =>
        {
            hasRun = true;
            return Task.FromResult(new Reply { Text = "ran" });
        }));
        using var response = await SendAsync(host, new SlackSignatureTests.SignedRequest(null, null, System.Text.Encoding.UTF8.GetBytes("ssl_check=1&" + Form("ask who?"))));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await ReadAsync(response)).Should().BeEmpty();
        hasRun.Should().BeFalse();
    }

    [Fact]
    public async Task What_is_wrongly_signed_is_refused_without_a_word()
    {
        await using var host = await StartAsync();
        var signed = SlackSignatureTests.Sign(1_800_000_000, Form("ask who?"));
        foreach (var wrong in new[] { signed with { Signature = $"v0={new string('0', 64)}" }, signed with { Signature = null }, signed with { Timestamp = null }, signed with { Timestamp = "1799999000" } })
        {
            using var response = await SendAsync(host, wrong);
            response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            (await ReadAsync(response)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_command_without_a_verb_is_answered_with_help()
    {
        await using var host = await ChatHost.StartAsync(new Settings { Slack = new SlackSettings { SigningSecret = Secret } }, Verbs.All);
        using var response = await SendAsync(host, Form(""));
        (await ReadAsync(response)).Should().Contain("/digestbot ask QUESTION");
    }

    [Theory]
    [InlineData("digest", "ephemeral")]
    [InlineData("digest now", "in_channel")]
    [InlineData("digest now private:yes", "ephemeral")]
    [InlineData("digest preview private:no", "ephemeral")]
    public async Task The_digest_is_for_everybody_where_that_is_asked_for(string text, string type)
    {
        await using var host = await StartAsync([.. Verbs.All]);
        using var response = await SendAsync(host, Form(text));
        using var answer = JsonDocument.Parse(await ReadAsync(response));
        answer.RootElement.GetProperty("response_type").GetString().Should().Be(type);
    }

    [Fact]
    public async Task Help_shows_the_command_under_the_name_that_it_was_given()
    {
        await using var host = await ChatHost.StartAsync(new Settings { Slack = new SlackSettings { SigningSecret = Secret, Command = "/who" } }, Verbs.All);
        using var response = await SendAsync(host, Form("help"));
        (await ReadAsync(response)).Should().Contain("/who ask QUESTION").And.NotContain("/digestbot");
    }

    [Theory]
    [InlineData("/slack/actions")]
    [InlineData("/slack/options")]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    public async Task Nothing_unsigned_comes_in_anywhere(string path)
    {
        await using var host = await StartAsync();
        foreach (var body in new[] { "", "payload=%7B%7D", "{}", "text=ask+who" })
        {
            using var response = await host.KnockAsync(path, SlackKnock.Unsigned(body), "application/x-www-form-urlencoded");
            response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task What_takes_longer_is_acknowledged_and_sent_to_the_response_url()
    {
        await using var slack = await FakePlatform.StartAsync("""{"ok":true}""");
        (var host, var slow, var answering) = await AskSlowlyAsync(slack, slack.Address);
        await using var _ = host;
        using var response = await answering;
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await ReadAsync(response)).Should().BeEmpty();
        slow.SetResult();
        var late = await slack.NextAsync();
        late.Path.Should().Be("/commands/T1/1/x");
        late.Body.Should().Contain("At last.").And.Contain("\"response_type\":\"ephemeral\"");
        late.Headers.Should().NotContainKey("Authorization");
    }

    [Fact]
    public async Task A_response_url_that_does_not_lead_to_Slack_gets_nothing()
    {
        await using var other = await FakePlatform.StartAsync("{}");
        (var host, var slow, var answering) = await AskSlowlyAsync(other, "https://hooks.slack.com");
        await using var _ = host;
        using var response = await answering;
        slow.SetResult();
        (await host.Log.WaitForAsync("DIGESTBOT_SLACK__RESPONSEADDRESSES")).Should().StartWith("Warning");
        other.Waiting.Should().Be(0);
    }

    private static async Task<(ChatHost Host, TaskCompletionSource Slow, Task<HttpResponseMessage> Answering)> AskSlowlyAsync(FakePlatform slack, string allowed)
    {
        TaskCompletionSource slow = new();
        TaskCompletionSource started = new();
        var host = await ChatHost.StartAsync(new Settings { Slack = new SlackSettings { SigningSecret = Secret, ResponseAddresses = allowed } }, ChatHost.TestVerb("ask", async (_, _) =>
        {
            started.SetResult();
            await slow.Task;
            return new Reply { Text = "At last." };
        }));
        var answering = SendAsync(host, Form("ask who?", $"{slack.Address}/commands/T1/1/x"));
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await host.AdvanceUntilAsync(answering);
        return (host, slow, answering);
    }

    private static Task<ChatHost> StartAsync(params IReadOnlyList<Verb> verbs) => ChatHost.StartAsync(new Settings { Slack = new SlackSettings { SigningSecret = Secret, Managers = "U1" } }, verbs);

    private static string Form(string text, string responseUrl = "https://hooks.slack.com/commands/T1/1/x") =>
        $"command=%2Fdigestbot&team_id=T1&channel_id=C1&user_id=U1&text={Uri.EscapeDataString(text)}&response_url={Uri.EscapeDataString(responseUrl)}";

    private static Task<HttpResponseMessage> SendAsync(ChatHost host, string body) => SendAsync(host, SlackSignatureTests.Sign(1_800_000_000, body));

    private static Task<HttpResponseMessage> SendAsync(ChatHost host, SlackSignatureTests.SignedRequest signed) => host.KnockAsync("/slack/commands", signed, "application/x-www-form-urlencoded");

    private static Task<string> ReadAsync(HttpResponseMessage response) => response.ReadAsync();
}
