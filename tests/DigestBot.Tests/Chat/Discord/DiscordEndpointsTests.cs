using System.Net;
using System.Text.Json;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat.Discord;

public sealed class DiscordEndpointsTests
{
    [Fact]
    public async Task A_ping_is_answered_with_a_pong_however_often()
    {
        await using var host = await StartAsync();
        for (var i = 0; i < 2; i++)
        {
            using var response = await host.SendAsync("""{"id":"1","type":1,"application_id":"9"}""");
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
            (await ReadAsync(response)).Should().Be("""{"type":1}""");
        }
    }

    [Fact]
    public async Task A_command_is_answered_with_a_message_that_pings_nobody()
    {
        await using var host = await StartAsync();
        using var response = await host.SendAsync(Ask("100", "what did @everyone demand?"));
        using var answer = JsonDocument.Parse(await ReadAsync(response));
        answer.RootElement.GetProperty("type").GetInt32().Should().Be(4);
        var data = answer.RootElement.GetProperty("data");
        data.GetProperty("content").GetString().Should().Be(@"You asked: what did \@everyone demand?");
        data.GetProperty("allowed_mentions").GetRawText().Should().Be("""{"parse":[]}""");
    }

    [Fact]
    public async Task The_command_reaches_the_handler_with_guild_channel_asker_and_options()
    {
        Command? got = null;
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (command, _) =>
        {
            got = command;
            return Task.FromResult(new Reply { Text = "ok" });
        }));
        using var response = await host.SendAsync(
            """{"id":"1","application_id":"9","type":2,"token":"t","guild_id":"5","channel_id":"6","member":{"user":{"id":"7"}},"data":{"id":"8","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"who?"},{"name":"since","type":3,"value":"7d"},{"name":"private","type":5,"value":true}]}}""");
        got.Should().NotBeNull();
        got!.Should().BeEquivalentTo(new { Workspace = "discord:5", Platform = Platform.Discord, User = "7", Channel = "6", Verb = "ask", Text = "who?" });
        got!.Options.Should().BeEquivalentTo(new Dictionary<string, string> { ["since"] = "7d", ["private"] = "True" });
        using var answer = JsonDocument.Parse(await ReadAsync(response));
        (answer.RootElement.GetProperty("data").GetProperty("flags").GetInt32() & 64).Should().Be(64);
    }

    [Fact]
    public async Task A_command_that_is_played_again_is_not_answered_again()
    {
        var runs = 0;
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (_, _) => Task.FromResult(new Reply { Text = $"{++runs}" })));
        using var first = await host.SendAsync(Ask("100", "who?"));
        using var again = await host.SendAsync(Ask("100", "who?"));
        first.StatusCode.Should().Be(HttpStatusCode.OK);
        again.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        runs.Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"type":"1"}""")]
    [InlineData("""{"type":77,"id":"1"}""")]
    [InlineData("""{"type":2,"id":"1"}""")]
    [InlineData("""{"type":2,"id":"1","data":{"name":null}}""")]
    [InlineData("""{"type":2,"id":"1","data":{"name":"ask","options":[{}]}}""")]
    [InlineData("""{"type":2,"id":"1","data":{"name":"ask","options":[null]}}""")]
    [InlineData("""{"type":2,"id":{},"data":7}""")]
    public async Task What_is_malformed_is_refused_without_a_word(string body)
    {
        await using var host = await StartAsync();
        using var response = await host.SendAsync(body);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await ReadAsync(response)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_wrongly_signed_is_refused_without_a_word_and_never_run()
    {
        var hasRun = false;
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (_, _) =>
        {
            hasRun = true;
            return Task.FromResult(new Reply { Text = "ran" });
        }));
        var signed = DiscordSignatureTests.Sign(1_800_000_000, Ask("100", "who?"));
        foreach (var wrong in new[] { signed with { Signature = new string('0', 128) }, signed with { Signature = null }, signed with { Timestamp = null }, signed with { Timestamp = "1799999000" } })
        {
            using var response = await host.SendAsync(wrong);
            response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            (await ReadAsync(response)).Should().BeEmpty();
        }
        hasRun.Should().BeFalse();
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var host = await StartAsync();
        using var response = await host.SendAsync(Ask("100", new string('x', RawBody.Limit)));
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_failing_command_tells_the_asker_no_more_than_that_and_the_log_the_rest()
    {
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (_, _) => throw new InvalidOperationException("disk on fire")));
        using var response = await host.SendAsync(Ask("100", "my secret question"));
        var answer = await ReadAsync(response);
        answer.Should().Contain("Something went wrong").And.NotContain("disk on fire");
        host.Log.All.Should().Contain("disk on fire").And.NotContain("my secret question");
    }

    [Fact]
    public async Task What_takes_longer_is_deferred_and_put_in_the_deferrals_place()
    {
        await using var discord = await FakePlatform.StartAsync("{}");
        TaskCompletionSource slow = new();
        TaskCompletionSource started = new();
        await using var host = await ChatHost.StartAsync(
            new Settings { Discord = new DiscordSettings { PublicKey = SignedInteractions.PublicKey, RestAddress = $"{discord.Address}/api/v10" } },
            ChatHost.TestVerb("ask", async (_, _) =>
            {
                started.SetResult();
                await slow.Task;
                return new Reply { Text = "At last." };
            }));
        var answering = host.SendAsync(Ask("100", "who?", isPrivate: true));
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await host.AdvanceUntilAsync(answering);
        using var response = await answering;
        (await ReadAsync(response)).Should().Be("""{"type":5,"data":{"flags":64}}""");
        slow.SetResult();
        var edit = await discord.NextAsync();
        edit.Method.Should().Be("PATCH");
        edit.Path.Should().Be("/api/v10/webhooks/9/token-100/messages/@original");
        edit.Body.Should().Contain("At last.").And.Contain("\"allowed_mentions\":{\"parse\":[]}");
        edit.Headers.Should().NotContainKey("Authorization");
        edit.Headers["User-Agent"].Should().MatchRegex(@"^DiscordBot \(\S+, [0-9.]+\)$");
    }

    private static Task<ChatHost> StartAsync(params IReadOnlyList<Verb> verbs) =>
        ChatHost.StartAsync(new Settings { Discord = new DiscordSettings { PublicKey = SignedInteractions.PublicKey } }, verbs);

    private static string Ask(string id, string question, bool isPrivate = false) => JsonSerializer.Serialize(new
    {
        id,
        application_id = "9",
        type = 2,
        token = $"token-{id}",
        guild_id = "5",
        member = new { user = new { id = "7" } },
        data = new { name = "ask", options = new object[] { new { name = "question", type = 3, value = question }, new { name = "private", type = 5, value = isPrivate } } },
    });

    private static Task<string> ReadAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
