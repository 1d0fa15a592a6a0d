using DigestBot.Chat;
using DigestBot.Chat.Slack;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackSocketModeTests : SlackTests
{
    private const string Ask = """{"command":"/digestbot","text":"ask what did Khatib demand?","team_id":"T1","channel_id":"C1","user_id":"U1","response_url":"","trigger_id":"1.2"}""";

    [Fact]
    public async Task A_command_is_answered_in_its_acknowledgement()
    {
        await using var host = await StartAsync();
        var socket = await Slack.Sockets.NextAsync();
        await socket.SendAsync("slash_commands", "e1", Ask);
        var acknowledgement = await socket.AcknowledgementAsync();
        ((string?)acknowledgement["envelope_id"]).Should().Be("e1");
        ((string?)acknowledgement["payload"]!["text"]).Should().Be("You asked: what did Khatib demand?");
        SlackRules.OfMessage(acknowledgement["payload"]!).Should().BeEmpty();
    }

    [Fact]
    public async Task Whatever_comes_is_acknowledged_without_a_payload_where_there_is_nothing_to_say()
    {
        await using var host = await StartAsync();
        var socket = await Slack.Sockets.NextAsync();
        foreach ((var type, var payload) in new[] { ("events_api", """{"type":"event_callback"}"""), ("interactive", "{}"), ("something_new", "{}"), ("events_api", "7"), ("interactive", """{"type":5}""") })
        {
            await socket.SendAsync(type, "e2", payload);
            var acknowledgement = await socket.AcknowledgementAsync();
            acknowledgement.ToJsonString().Should().Be("""{"envelope_id":"e2"}""");
        }
    }

    [Fact]
    public async Task What_cannot_be_read_does_not_end_the_socket()
    {
        await using var host = await StartAsync();
        var socket = await Slack.Sockets.NextAsync();
        await socket.SendAsync("no json");
        await socket.SendAsync("[]");
        await socket.SendAsync("slash_commands", "e3", Ask);
        ((string?)(await socket.AcknowledgementAsync())["envelope_id"]).Should().Be("e3");
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task The_next_socket_is_open_before_the_old_one_is_left_and_what_is_under_way_is_acknowledged_there(string reason)
    {
        TaskCompletionSource answered = new();
        await using var host = await StartAsync(ChatHost.TestVerb("ask", async (_, _) =>
        {
            await answered.Task;
            return new Reply { Text = "At last." };
        }));
        var old = await Slack.Sockets.NextAsync();
        await old.SendAsync("slash_commands", "e4", Ask);
        await old.SendAsync($$"""{"type":"disconnect","reason":"{{reason}}"}""");
        var next = await Slack.Sockets.NextAsync();
        old.Closed.IsCompleted.Should().BeFalse("a command is under way there");
        answered.SetResult();
        ((string?)(await old.AcknowledgementAsync())["payload"]!["text"]).Should().Be("At last.");
        await old.Closed;
        await next.SendAsync("slash_commands", "e5", Ask);
        ((string?)(await next.AcknowledgementAsync())["envelope_id"]).Should().Be("e5");
    }

    [Fact]
    public async Task A_broken_socket_is_replaced_after_a_pause()
    {
        await using var host = await StartAsync();
        (await Slack.Sockets.NextAsync()).Break();
        var next = Slack.Sockets.NextAsync().AsTask();
        await Turns.AdvanceUntilAsync(host.Clock, next);
        await (await next).SendAsync("slash_commands", "e6", Ask);
        ((string?)(await (await next).AcknowledgementAsync())["envelope_id"]).Should().Be("e6");
    }

    [Fact]
    public async Task Slack_that_cannot_be_reached_is_tried_again_ever_more_rarely()
    {
        for (var i = 0; i < 5; i++)
        {
            Slack.Answer("apps.connections.open", 503, "");
        }

        await using var host = await StartAsync();
        var start = host.Clock.GetUtcNow();
        var opened = Slack.Sockets.NextAsync().AsTask();
        await Turns.AdvanceUntilAsync(host.Clock, opened);
        (host.Clock.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromSeconds(15), "half of 1, 2, 4, 8 and 16 seconds at least");
        host.Log.All.Should().Contain("The bot tries again");
    }

    [Fact]
    public async Task A_socket_without_a_hello_is_given_up()
    {
        Slack.Sockets.SaysHello = false;
        await using var host = await StartAsync();
        var silent = await Slack.Sockets.NextAsync();
        Slack.Sockets.SaysHello = true;
        var next = Slack.Sockets.NextAsync().AsTask();
        await Turns.AdvanceUntilAsync(host.Clock, next);
        await silent.Closed;
    }

    [Theory]
    [InlineData("invalid_auth", "DIGESTBOT_SLACK__APPTOKEN")]
    [InlineData("not_authed", "DIGESTBOT_SLACK__APPTOKEN")]
    [InlineData("account_inactive", "DIGESTBOT_SLACK__APPTOKEN")]
    [InlineData("not_allowed_token_type", "begins with xapp-")]
    [InlineData("missing_scope", "connections:write")]
    [InlineData("user_removed_from_team", "install the app again")]
    [InlineData("team_disabled", "switched off")]
    public async Task What_only_the_operator_can_mend_is_said_and_not_tried_again(string error, string words)
    {
        Slack.Refuse("apps.connections.open", error);
        await using var host = await StartAsync();
        (await host.Log.WaitForAsync("Socket Mode has ended")).Should().StartWith("Error").And.Contain(words).And.NotContain("secret");
        Slack.Sockets.Tickets.Should().Be(0);
    }

    [Fact]
    public async Task Socket_Mode_that_is_switched_off_is_said_and_not_tried_again()
    {
        await using var host = await StartAsync();
        await (await Slack.Sockets.NextAsync()).SendAsync("""{"type":"disconnect","reason":"link_disabled"}""");
        (await host.Log.WaitForAsync("Socket Mode has ended")).Should().Contain("switch it on on the app's page");
        Slack.Sockets.Tickets.Should().Be(1);
        host.Log.All.Should().NotContain("secret");
    }

    [Fact]
    public async Task Without_an_app_token_there_is_no_socket()
    {
        await using var host = await ChatHost.StartAsync(new Settings { Slack = Slack.Settings }, [ChatHost.Echo], services => services.AddSlackArrivals());
        using var _ = await host.Client.GetAsync("/", TestContext.Current.CancellationToken);
        Slack.Requests.Should().BeEmpty();
    }

    private Task<ChatHost> StartAsync(params IReadOnlyList<Verb> verbs) =>
        ChatHost.StartAsync(new Settings { Slack = Slack.Settings with { AppToken = FakeSlack.AppToken } }, verbs, services => services.AddSlackArrivals());
}
