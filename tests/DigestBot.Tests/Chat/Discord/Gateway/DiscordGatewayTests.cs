using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Chat.Discord.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Chat.Discord.Gateway;

public sealed class DiscordGatewayTests : IAsyncLifetime
{
    private FakeDiscord _discord = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _discord = await FakeDiscord.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task Identifies_with_no_intent_and_under_the_bots_name()
    {
        await StartAsync();
        var link = await _discord.Gateway.NextAsync();
        var identify = await link.NextAsync();
        identify["op"]!.GetValue<int>().Should().Be(2);
        identify["d"]!["token"]!.GetValue<string>().Should().Be(FakeDiscord.Token);
        identify["d"]!["intents"]!.GetValue<int>().Should().Be(0);
        identify["d"]!["shard"]!.ToJsonString().Should().Be("[0,1]");
        link.Query.Should().Be("?v=10&encoding=json");
        link.UserAgent.Should().StartWith("DiscordBot (");
    }

    [Fact]
    public async Task A_command_is_answered_by_the_interactions_callback()
    {
        var link = await ReadyAsync();
        await link.DispatchAsync("INTERACTION_CREATE", Ask("100"));
        await _discord.Requests.ArrivalAsync(2);
        var answer = _discord.Requests.Last();
        answer.Path.Should().Be("/api/v10/interactions/100/token-100/callback");
        answer.Body.Should().Contain("\"type\":4").And.Contain("You asked: who?");
        answer.Headers.Should().NotContainKey("Authorization");
    }

    [Fact]
    public async Task What_takes_longer_is_deferred_and_follows()
    {
        TaskCompletionSource slow = new();
        TaskCompletionSource started = new();
        var link = await ReadyAsync(ChatHost.TestVerb("ask", async (_, _) =>
        {
            started.SetResult();
            await slow.Task;
            return new Reply { Text = "At last." };
        }));
        await link.DispatchAsync("INTERACTION_CREATE", Ask("100"));
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await _host.AdvanceUntilAsync(_discord.Requests.ArrivalAsync(2));
        _discord.Requests.Last().Body.Should().Be("""{"type":5}""");
        slow.SetResult();
        await _discord.Requests.ArrivalAsync(3);
        _discord.Requests.Last().Path.Should().EndWith("/messages/@original");
    }

    [Fact]
    public async Task A_callback_whose_answer_was_lost_is_sent_again_and_found_answered()
    {
        var link = await ReadyAsync();
        _discord.LoseAnswer();
        _discord.Answer(400, """{"message":"Interaction has already been acknowledged.","code":40060}""");
        await link.DispatchAsync("INTERACTION_CREATE", Ask("100"));
        // Were the clock moved on before, the answer could be deferred, and follow by a request more.
        await _discord.Requests.ArrivalAsync(2);
        await _host.AdvanceUntilAsync(_discord.Requests.ArrivalAsync(3));
        await link.DispatchAsync("INTERACTION_CREATE", Ask("101"));
        await _discord.Requests.ArrivalAsync(4);
        _host.Log.All.Should().NotContain("could not be sent");
    }

    [Fact]
    public async Task Heartbeats_tell_the_last_events_number()
    {
        _discord.Gateway.HeartbeatInterval = 1000;
        await StartAsync();
        var link = await _discord.Gateway.NextAsync();
        (await BeatAsync(link)).Should().Be("null");
        await link.ReadyAsync("s1", _discord.ResumeAddress);
        await _host.Log.WaitForAsync("come over its gateway");
        (await BeatAsync(link)).Should().Be("1");
        (await BeatAsync(link)).Should().Be("1");
    }

    [Fact]
    public async Task A_heartbeat_that_Discord_asks_for_is_sent_at_once()
    {
        var link = await ReadyAsync();
        await link.SendAsync(new JsonObject { ["op"] = 1 });
        await link.Heartbeats.ArrivalAsync(1);
    }

    [Fact]
    public async Task A_connection_that_answers_no_heartbeat_is_left_and_resumed()
    {
        _discord.Gateway.HeartbeatInterval = 1000;
        var link = await ReadyAsync();
        _discord.Gateway.Acknowledges = false;
        await _host.AdvanceUntilAsync(link.Closed);
        (await link.Closed).Should().Be(4000, "1000 and 1001 would end the session");
        (_discord.Gateway.Acknowledges, _discord.Gateway.HeartbeatInterval) = (true, 40_000);
        var resume = await NextBeginningAsync();
        resume["op"]!.GetValue<int>().Should().Be(6);
    }

    [Theory]
    [InlineData("broken")]
    [InlineData("reconnect")]
    [InlineData("4000")]
    [InlineData("4008")]
    [InlineData("invalid, resumable")]
    public async Task A_session_is_resumed_where_Discord_says_from_the_last_event(string end)
    {
        var link = await ReadyAsync();
        await EndAsync(link, end);
        var next = await NextLinkAsync();
        next.Path.Should().Be("/resume");
        var resume = await next.NextAsync();
        resume.ToJsonString().Should().Be($$$"""{"op":6,"d":{"token":"{{{FakeDiscord.Token}}}","session_id":"s1","seq":1}}""");
        await next.DispatchAsync("RESUMED", new JsonObject());
        await next.DispatchAsync("INTERACTION_CREATE", Ask("100"));
        await _discord.Requests.ArrivalAsync(2);
    }

    [Theory]
    [InlineData("invalid")]
    [InlineData("1000")]
    [InlineData("4007")]
    [InlineData("4009")]
    public async Task A_session_that_is_over_is_begun_anew(string end)
    {
        var link = await ReadyAsync();
        await EndAsync(link, end);
        var next = await NextLinkAsync();
        next.Path.Should().Be("/gateway");
        var begin = next.NextAsync().AsTask();
        await _host.AdvanceUntilAsync(begin);
        (await begin)["op"]!.GetValue<int>().Should().Be(2);
    }

    [Theory]
    [InlineData(4004, "BOTTOKEN")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "more servers")]
    [InlineData(4012, "version")]
    [InlineData(4013, "intents")]
    [InlineData(4014, "intents")]
    public async Task Where_connecting_again_cannot_help_it_stops_and_says_why(int code, string words)
    {
        var link = await ReadyAsync();
        await link.CloseAsync(code);
        (await _host.Log.WaitForAsync("are not answered")).Should().StartWith("Error").And.Contain(words).And.NotContain(FakeDiscord.Token);
        for (var i = 0; i < 20; i++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        _discord.Gateway.Connections.Should().Be(1);
    }

    [Fact]
    public async Task Stopping_says_good_bye()
    {
        var link = await ReadyAsync();
        await _host.StopAsync();
        (await link.Closed).Should().Be(1000);
    }

    [Fact]
    public async Task Opens_as_many_connections_as_Discord_asks_for_five_seconds_apart()
    {
        _discord.Plan = (3, 1000, 3_600_000, 1);
        await StartAsync();
        FakeGatewayLink[] links = [await _discord.Gateway.NextAsync(), await _discord.Gateway.NextAsync(), await _discord.Gateway.NextAsync()];
        Task<JsonNode>[] begun = [.. links.Select(l => l.NextAsync().AsTask())];
        await Task.WhenAny(begun);
        begun.Count(b => b.IsCompleted).Should().Be(1, "the clock stands still");
        await _host.AdvanceUntilAsync(Task.WhenAll(begun));
        begun.Select(b => b.Result["d"]!["shard"]!.ToJsonString()).Should().BeEquivalentTo("[0,3]", "[1,3]", "[2,3]");
    }

    [Fact]
    public async Task Begins_no_session_when_all_of_the_day_are_used()
    {
        _discord.Plan = (1, 0, 3_600_000, 1);
        await StartAsync();
        (await _host.Log.WaitForAsync("all are used")).Should().Contain("60 minutes");
        _discord.Gateway.Connections.Should().Be(0);
        var link = _discord.Gateway.NextAsync().AsTask();
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.AdvanceUntilAsync(link);
        (await link).Path.Should().Be("/gateway");
    }

    [Fact]
    public async Task Asks_again_where_the_gateway_is_until_Discord_answers()
    {
        for (var i = 0; i < 8; i++)
        {
            _discord.Answer(503);
        }

        await StartAsync();
        var link = _discord.Gateway.NextAsync().AsTask();
        await _host.AdvanceUntilAsync(link);
        link.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task A_wrong_token_is_said_once_and_not_tried_again()
    {
        _discord.Answer(401, """{"message":"401: Unauthorized","code":0}""");
        await StartAsync();
        await _host.Log.WaitForAsync("copy it anew");
        for (var i = 0; i < 20; i++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        _discord.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Is_left_alone_where_a_public_key_is_set_or_no_token()
    {
        DiscordGateway.IsWanted(new DiscordSettings { BotToken = "t", PublicKey = "k" }).Should().BeFalse();
        DiscordGateway.IsWanted(new DiscordSettings()).Should().BeFalse();
        DiscordGateway.IsWanted(new DiscordSettings { BotToken = "t" }).Should().BeTrue();
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"op":0,"t":"INTERACTION_CREATE","s":2,"d":null}""")]
    [InlineData("""{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{"type":"x"}}""")]
    [InlineData("""{"op":0,"t":"READY","s":2}""")]
    [InlineData("""{"op":99}""")]
    [InlineData("""{"op":9,"d":"what"}""")]
    public async Task What_it_does_not_understand_does_not_stop_it(string message)
    {
        var link = await ReadyAsync();
        await link.SendRawAsync(message);
        if (message is "not json" or "[]" or """{"op":9,"d":"what"}""")
        {
            link = await NextLinkAsync();
        }

        await link.DispatchAsync("INTERACTION_CREATE", Ask("100"));
        // A session that has to be begun anew waits for its turn before it reads on.
        await _host.AdvanceUntilAsync(_discord.Requests.ArrivalAsync(r => r.Path.EndsWith("/interactions/100/token-100/callback", StringComparison.Ordinal)));
    }

    private static JsonObject Ask(string id) => new()
    {
        ["id"] = id,
        ["application_id"] = "900",
        ["type"] = 2,
        ["token"] = $"token-{id}",
        ["guild_id"] = "5",
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "7" }, ["permissions"] = "2048" },
        ["data"] = new JsonObject { ["name"] = "ask", ["options"] = new JsonArray(new JsonObject { ["name"] = "question", ["type"] = 3, ["value"] = "who?" }) },
    };

    private static Task EndAsync(FakeGatewayLink link, string how)
    {
        switch (how)
        {
            case "broken":
                link.Break();
                return Task.CompletedTask;
            case "reconnect":
                return link.SendAsync(new JsonObject { ["op"] = 7 });
            case "invalid, resumable":
                return link.SendAsync(new JsonObject { ["op"] = 9, ["d"] = true });
            case "invalid":
                return link.SendAsync(new JsonObject { ["op"] = 9, ["d"] = false });
            default:
                return link.CloseAsync(int.Parse(how));
        }
    }

    private async Task StartAsync(params IReadOnlyList<Verb> verbs) => _host = await ChatHost.StartAsync(_discord.Settings, verbs, services => services.AddHostedService<DiscordGateway>());

    private async Task<FakeGatewayLink> ReadyAsync(params IReadOnlyList<Verb> verbs)
    {
        await StartAsync(verbs);
        var link = await _discord.Gateway.NextAsync();
        await link.NextAsync();
        await link.ReadyAsync("s1", _discord.ResumeAddress);
        await _host.Log.WaitForAsync("come over its gateway");
        return link;
    }

    private async Task<FakeGatewayLink> NextLinkAsync()
    {
        var next = _discord.Gateway.NextAsync().AsTask();
        await _host.AdvanceUntilAsync(next);
        return await next;
    }

    /// <summary>
    /// The next heartbeat, and its acknowledgement taken in: the bot reads its messages in their order, and one that asks for a heartbeat comes
    /// behind the acknowledgement. The clock moves only where no heartbeat is under way; one that is not acknowledged at the next ends the connection.
    /// </summary>
    private async Task<string> BeatAsync(FakeGatewayLink link)
    {
        var before = link.Heartbeats.Count;
        var beat = link.Heartbeats.ArrivalAsync(before + 1);
        while (!beat.IsCompleted)
        {
            _host.Clock.Advance(TimeSpan.FromMilliseconds(_discord.Gateway.HeartbeatInterval));
            await Task.WhenAny(beat, Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
        await link.SendAsync(new JsonObject { ["op"] = 1 });
        await link.Heartbeats.ArrivalAsync(before + 2);
        return link.Heartbeats.ElementAt(before);
    }

    private async Task<JsonNode> NextBeginningAsync() => await (await NextLinkAsync()).NextAsync();
}
