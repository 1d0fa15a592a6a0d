using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackEventsTests : SlackTests
{
    [Fact]
    public async Task Slacks_challenge_is_sent_back_where_it_is_signed()
    {
        await using var host = await StartAsync();
        const string Verification = """{"type":"url_verification","token":"x","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}""";
        using var signed = await host.HappenAsync(Verification);
        (await signed.ReadAsync()).Should().Be("""{"challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}""");
        using var unsigned = await host.KnockAsync("/slack/events", SlackKnock.Unsigned(Verification), "application/json");
        unsigned.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{"type":"app_mention","user":"U1","text":"<@U0BOT> ask what did Khatib demand?","ts":"1.1","channel":"C1"}""", "C1", "1.1")]
    [InlineData("""{"type":"app_mention","user":"U1","text":"<@U0BOT> what did Khatib demand?","ts":"2.2","thread_ts":"1.1","channel":"C1"}""", "C1", "1.1")]
    [InlineData("""{"type":"message","channel_type":"im","user":"U1","text":"what did Khatib demand?","ts":"3.3","channel":"D1"}""", "D1", null)]
    [InlineData("""{"type":"message","channel_type":"im","user":"U1","text":"what did Khatib demand?","ts":"4.4","thread_ts":"3.3","channel":"D1"}""", "D1", "3.3")]
    public async Task A_mention_is_answered_in_its_thread_and_a_message_to_the_bot_alone_where_it_stands(string happened, string channel, string? thread)
    {
        await using var host = await StartAsync();
        using var response = await host.HappenAsync(Callback("Ev1", happened));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.ReadAsync()).Should().BeEmpty();
        await Slack.Messages.ArrivalAsync(1);
        var answer = Slack.Messages.Single();
        ((string?)answer["text"]).Should().Be("You asked: what did Khatib demand?");
        ((string?)answer["channel"]).Should().Be(channel);
        ((string?)answer["thread_ts"]).Should().Be(thread);
        answer["response_type"].Should().BeNull();
    }

    [Fact]
    public async Task Each_thread_is_a_conversation_of_its_own()
    {
        List<string> rooms = [];
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (command, _) =>
        {
            lock (rooms)
            {
                rooms.Add($"{command.Workspace} {command.Channel} {command.User}");
            }

            return Task.FromResult(new Reply { Text = "ok" });
        }));
        var count = 0;
        foreach (var where in new[] { "\"ts\":\"1.1\"", "\"ts\":\"5.5\",\"thread_ts\":\"1.1\"", "\"ts\":\"2.2\"" })
        {
            using var _ = await host.HappenAsync(Callback($"Ev{count}", $$"""{"type":"app_mention","user":"U1","text":"<@U0BOT> ask who?",{{where}},"channel":"C1"}"""));
            await Turns.AdvanceUntilAsync(host.Clock, Slack.Messages.ArrivalAsync(++count));
        }
        rooms.Should().Equal("slack:T1 C1/1.1 U1", "slack:T1 C1/1.1 U1", "slack:T1 C1/2.2 U1");
    }

    [Theory]
    [InlineData("app_mention", "channel", "<@U0BOT> and Lavrov?", "what did Khatib demand?|since when does he demand it?")]
    [InlineData("message", "im", "and Lavrov?", "what did Khatib demand?|what do you all make of it|since when does he demand it?")]
    public async Task A_question_in_a_thread_leans_on_what_anybody_asked_there_before(string type, string channelType, string text, string before)
    {
        IReadOnlyList<string>? leansOn = null;
        await using var host = await StartAsync(new Verb
        {
            Name = "ask",
            Description = "A verb of the test",
            IsConversation = true,
            Text = new VerbOption("question", "What is asked") { IsRequired = true },
            Run = (_, command, _) =>
            {
                leansOn = command.Previous;
                return Task.FromResult(new Reply { Text = "ok" });
            },
        });
        foreach ((var ts, var who, var written) in new[]
        {
            ("1.1", "\"user\":\"U1\"", "<@U0BOT> ask what did Khatib demand?"), ("1.2", "\"bot_id\":\"B1\"", "<@U0BOT> He demanded an apology."), ("1.3", "\"user\":\"U3\"", "what do you all make of it"),
            ("1.4", "\"user\":\"U2\"", "<@U0BOT> since when does he demand it?"), ("1.5", "\"user\":\"U2\"", "<@U0BOT> people"), ("1.6", "\"user\":\"U1\"", text), ("1.7", "\"user\":\"U1\"", "<@U0BOT> ask later than that?"),
        })
        {
            Slack.Messages.Add(JsonNode.Parse($$"""{"channel":"C1","thread_ts":"1.1","ts":"{{ts}}",{{who}},"text":"{{written}}"}""")!);
        }

        using var _ = await host.HappenAsync(Callback("Ev1", $$"""{"type":"{{type}}","channel_type":"{{channelType}}","user":"U1","text":"{{text}}","ts":"1.6","thread_ts":"1.1","channel":"C1"}"""));
        await Slack.Messages.ArrivalAsync(8);
        leansOn.Should().Equal(before.Split('|'));
    }

    [Fact]
    public async Task A_thread_that_cannot_be_read_keeps_nobody_from_an_answer()
    {
        Slack.Refuse("conversations.replies", "missing_scope");
        await using var host = await StartAsync();
        using var _ = await host.HappenAsync(Callback("Ev1", """{"type":"app_mention","user":"U1","text":"<@U0BOT> ask who?","ts":"1.6","thread_ts":"1.1","channel":"C1"}"""));
        await Slack.Messages.ArrivalAsync(1);
        ((string?)Slack.Messages.Single()["text"]).Should().Be("You asked: who?");
    }

    [Theory]
    [InlineData("app_mention", "channel", true)]
    [InlineData("message", "im", false)]
    public async Task What_is_for_the_asker_alone_shows_in_the_thread_to_nobody_else(string type, string channelType, bool isWhispered)
    {
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (_, _) => Task.FromResult(new Reply { Text = "Yours alone.", IsPrivate = true })));
        using var _ = await host.HappenAsync(Callback("Ev1", $$"""{"type":"{{type}}","channel_type":"{{channelType}}","user":"U1","text":"ask who?","ts":"1.1","channel":"C1"}"""));
        await (isWhispered ? Slack.Whispers : Slack.Messages).ArrivalAsync(1);
        (isWhispered ? Slack.Messages : Slack.Whispers).Should().BeEmpty();
        if (isWhispered)
        {
            Slack.Whispers.Single().ToJsonString().Should().Contain("\"user\":\"U1\"").And.Contain("\"thread_ts\":\"1.1\"").And.Contain("Yours alone.");
        }
    }

    [Theory]
    [InlineData("""{"type":"message","channel_type":"im","bot_id":"B1","user":"U0BOT","text":"what did Khatib demand?","ts":"3.3","channel":"D1"}""")]
    [InlineData("""{"type":"message","channel_type":"im","subtype":"message_changed","user":"U1","text":"what did Khatib demand?","ts":"3.3","channel":"D1"}""")]
    [InlineData("""{"type":"message","channel_type":"channel","user":"U1","text":"what did Khatib demand?","ts":"3.3","channel":"C1"}""")]
    [InlineData("""{"type":"app_mention","user":"U1","text":"what did Khatib demand?","channel":"C1"}""")]
    [InlineData("""{"type":"reaction_added","user":"U1"}""")]
    public async Task What_is_no_question_is_not_answered(string happened)
    {
        await using var host = await StartAsync();
        using var response = await host.HappenAsync(Callback("Ev1", happened));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        await AnswerToAsync(host, "Ev2");
        Slack.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task An_event_that_Slack_repeats_is_answered_once()
    {
        await using var host = await StartAsync();
        var repeated = Callback("Ev1", """{"type":"app_mention","user":"U1","text":"<@U0BOT> ask one","ts":"1.1","channel":"C1"}""");
        for (var i = 0; i < 3; i++)
        {
            using var _ = await host.HappenAsync(repeated);
            if (i == 0)
            {
                await Slack.Messages.ArrivalAsync(1);
            }
        }
        await AnswerToAsync(host, "Ev2");
        Slack.Messages.Where(m => (string?)m["text"] == "You asked: one").Should().ContainSingle();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","event":null,"event_id":"Ev1","team_id":"T1"}""")]
    [InlineData("""{"type":"event_callback","event":{"type":7},"event_id":"Ev1","team_id":"T1"}""")]
    public async Task What_cannot_be_read_is_acknowledged_so_that_Slack_does_not_repeat_it(string body)
    {
        await using var host = await StartAsync();
        using var response = await host.HappenAsync(body);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.ReadAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_home_tab_shows_the_digest_and_what_one_may_ask_and_an_example_is_answered_in_the_conversation_with_the_bot()
    {
        await using var host = await ChatHost.StartAsync(new Settings { Slack = Slack.Settings }, Verbs.All);
        using var _ = await host.HappenAsync(Callback("Ev1", """{"type":"app_home_opened","tab":"home","user":"U7","channel":"D7"}"""));
        await Slack.Views.ArrivalAsync(1);
        var home = Slack.Views.Single();
        ((string?)home["user_id"]).Should().Be("U7");
        var blocks = home["view"]!["blocks"]!.AsArray();
        blocks.Select(b => (string?)b!["type"]).Should().Equal("header", "actions", "section");
        ((string?)blocks[2]!["text"]!["text"]).Should().Contain("nobody said anything in 0 stories");
        var example = blocks[1]!["elements"]![0]!;
        using var pressed = await host.PressAsync($$"""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U7"},"actions":[{"action_id":"try-0","value":{{example["value"]!.ToJsonString()}}}],"view":{"type":"home"} }""");
        await Slack.Messages.ArrivalAsync(1);
        ((string?)Slack.Messages.Single()["channel"]).Should().Be("U7");
        ((string?)Slack.Messages.Single()["text"]).Should().Be("Answered: what did Khatib demand?");
    }

    [Fact]
    public async Task The_home_tab_proposes_what_the_archive_can_answer()
    {
        await using var host = await ChatHost.StartAsync(new Settings { Slack = Slack.Settings }, Verbs.All);
        const string Text = "The bridge\n\nMinister Ana Ruiz demanded an apology.";
        await host.Store.AddAsync(new Story { Id = "b", Title = "The bridge", Text = Text }, StatementExtractor.Default.Read(Text), Feed.Terminal, TestContext.Current.CancellationToken);
        using var _ = await host.HappenAsync(Callback("Ev1", """{"type":"app_home_opened","tab":"home","user":"U7","channel":"D7"}"""));
        await Slack.Views.ArrivalAsync(1);
        ((string?)Slack.Views.Single()["view"]!["blocks"]![1]!["elements"]![0]!["value"]).Should().Be("?ask what did Ruiz demand?");
    }

    private async Task AnswerToAsync(ChatHost host, string eventId)
    {
        using var _ = await host.HappenAsync(Callback(eventId, """{"type":"app_mention","user":"U1","text":"<@U0BOT> ask last","ts":"9.9","channel":"C9"}"""));
        await Slack.Messages.ArrivalAsync(m => (string?)m["channel"] == "C9");
    }

    private static string Callback(string id, string happened) => $$"""{"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"{{id}}","event":{{happened}},"authorizations":[{"team_id":"T1","user_id":"U0BOT","is_bot":true}]}""";

    private Task<ChatHost> StartAsync(params IReadOnlyList<Verb> verbs) => ChatHost.StartAsync(new Settings { Slack = Slack.Settings }, verbs);
}
