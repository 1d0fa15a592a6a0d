using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Chat.Slack;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackInteractionsTests : SlackTests
{
    [Fact]
    public async Task A_replys_buttons_and_choices_stand_underneath_with_what_they_do()
    {
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (_, _) => Task.FromResult(new Reply
        {
            Text = "An answer.",
            Buttons = [new Button("More 2/3 ›", "ask who? page:2", ButtonPlace.Replace), new Button("Share <here>", "ask who? private:no", ButtonPlace.Channel)],
            Picker = new Picker("Which line?", [new Button("Lavrov: no & never", "wrong-speaker 12", ButtonPlace.Private)]),
        })));
        using var response = await host.KnockAsync("/slack/commands", SlackSignatureTests.Sign(1_800_000_000, "text=ask+who%3F&team_id=T1"), "application/x-www-form-urlencoded");
        var message = JsonNode.Parse(await response.ReadAsync())!;
        SlackRules.OfMessage(message).Should().BeEmpty();
        var blocks = message["blocks"]!.AsArray();
        blocks.Select(b => (string?)b!["type"]).Should().Equal("section", "actions", "actions");
        blocks[1]!["elements"]!.AsArray().Select(e => ((string?)e!["text"]!["text"], (string?)e["value"])).Should()
            .Equal(("More 2/3 ›", "=ask who? page:2"), ("Share &lt;here&gt;", "!ask who? private:no"));
        var menu = blocks[2]!["elements"]![0]!;
        ((string?)menu["type"]).Should().Be("static_select");
        ((string?)menu["options"]![0]!["text"]!["text"]).Should().Be("Lavrov: no &amp; never");
        ((string?)menu["options"]![0]!["value"]).Should().Be("?wrong-speaker 12");
    }

    [Theory]
    [InlineData("=ask who?", null, true)]
    [InlineData("?ask who?", "ephemeral", false)]
    [InlineData("!ask who?", "in_channel", false)]
    public async Task What_is_pressed_is_acknowledged_at_once_and_answered_in_its_place(string action, string? type, bool replaces)
    {
        await using var host = await StartAsync();
        using var response = await host.PressAsync(Pressed($"\"value\":\"{action}\""));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.ReadAsync()).Should().BeEmpty();
        await Slack.Responses.ArrivalAsync(1);
        var answer = Slack.Responses.Single();
        ((string?)answer["text"]).Should().Be("You asked: who?");
        ((string?)answer["response_type"]).Should().Be(type);
        ((bool?)answer["replace_original"]).Should().Be(replaces);
        ((string?)answer["thread_ts"]).Should().Be("1.1", "the message with the button stands in that thread");
    }

    [Theory]
    [InlineData("ask who?", true)]
    [InlineData("ask who? private:no", false)]
    public async Task What_everybody_sees_cannot_be_shared_and_no_button_is_lost(string typed, bool canBeShared)
    {
        string[] labels = ["Back", "More", "Sources", "Timeline", "Share", "Wrong speaker"];
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (_, _) => Task.FromResult(new Reply
        {
            Text = "An answer.",
            Buttons = [.. labels.Select(l => new Button(l, "ask who?", l == "Share" ? ButtonPlace.Channel : ButtonPlace.Private))],
        })));
        using var response = await host.KnockAsync("/slack/commands", SlackSignatureTests.Sign(1_800_000_000, $"text={Uri.EscapeDataString(typed)}&team_id=T1"), "application/x-www-form-urlencoded");
        var message = JsonNode.Parse(await response.ReadAsync())!;
        SlackRules.OfMessage(message).Should().BeEmpty();
        message["blocks"]!.AsArray().Skip(1).SelectMany(b => b!["elements"]!.AsArray()).Select(e => (string?)e!["text"]!["text"]).Should().Equal(labels.Where(l => canBeShared || l != "Share"));
    }

    [Theory]
    [InlineData("!ask who?", false, false)]
    [InlineData("=ask who?", false, false)]
    [InlineData("=ask who?", true, true)]
    public async Task A_private_reply_takes_no_place_that_others_see(string action, bool isEphemeral, bool replaces)
    {
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (_, _) => Task.FromResult(new Reply { Text = "Yours alone.", IsPrivate = true })));
        using var _ = await host.PressAsync(Pressed($"\"value\":\"{action}\"", isEphemeral));
        await Slack.Responses.ArrivalAsync(1);
        ((string?)Slack.Responses.Single()["response_type"]).Should().Be(replaces ? null : "ephemeral");
        ((bool?)Slack.Responses.Single()["replace_original"]).Should().Be(replaces);
    }

    [Fact]
    public async Task A_chosen_option_does_what_a_button_does_and_knows_who_chose()
    {
        Command? got = null;
        await using var host = await StartAsync(ChatHost.TestVerb("ask", (command, _) =>
        {
            got = command;
            return Task.FromResult(new Reply { Text = "ok" });
        }));
        using var _ = await host.PressAsync(Pressed(""" "selected_option":{"value":"?ask who?"} """));
        await Slack.Responses.ArrivalAsync(1);
        got!.Should().BeEquivalentTo(new { Workspace = "slack:T1", Platform = Platform.Slack, User = "U1", Channel = "C1", Verb = "ask", Text = "who?", IsPressed = true });
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"type":"block_actions"}""")]
    [InlineData("""{"type":"block_actions","actions":[{"value":"rm -rf"}],"response_url":"x"}""")]
    [InlineData("""{"type":"block_actions","actions":"none"}""")]
    [InlineData("""{"type":"view_submission","view":{"callback_id":"other"}}""")]
    [InlineData("""{"type":"view_submission","view":{"callback_id":"command","private_metadata":"{"}}""")]
    [InlineData("""{"type":"message_action","callback_id":"other"}""")]
    [InlineData("""{"type":"view_closed"}""")]
    public async Task What_is_none_of_ours_is_acknowledged_and_nothing_is_done(string payload)
    {
        await using var host = await StartAsync();
        using var response = await host.PressAsync(payload);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.ReadAsync()).Should().BeEmpty();
        Slack.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_command_without_its_question_opens_a_window_whose_menus_ask_for_names()
    {
        await using var host = await StartAsync([.. Verbs.All]);
        using var response = await CommandAsync(host, "ask since:7d");
        (await response.ReadAsync()).Should().BeEmpty();
        await Slack.Views.ArrivalAsync(1);
        var opened = Slack.Views.Single();
        ((string?)opened["trigger_id"]).Should().Be("1.2.3");
        var view = opened["view"]!;
        view["blocks"]!.AsArray().Select(b => ((string?)b!["block_id"], (string?)b["element"]!["type"], (bool?)b["optional"])).Should()
            .Equal(("text", "plain_text_input", false), ("speaker", "external_select", true), ("about", "external_select", true), ("outlet", "external_select", true), ("since", "plain_text_input", true));
        ((string?)view["blocks"]![4]!["element"]!["initial_value"]).Should().Be("7d", "it was typed already");
        using var options = await host.PressAsync($$"""{"type":"block_suggestion","action_id":"speaker","value":"kha","team":{"id":"T1"},"user":{"id":"U1"},"view":{{view.ToJsonString()}} }""", "/slack/options");
        (await options.ReadAsync()).Should().Be("""{"options":[]}""", "the archive is empty");
    }

    [Theory]
    [InlineData("digest preview zone:", "preview", 3, "external_select")]
    [InlineData("digest zone: since:7d", null, 3, "external_select")]
    [InlineData("ask what did Khatib demand? Since:", "what did Khatib demand?", 4, "plain_text_input")]
    public async Task An_option_that_was_left_open_is_filled_in_in_a_window(string typed, string? text, int field, string element)
    {
        await using var host = await StartAsync([.. Verbs.All]);
        using var response = await CommandAsync(host, typed);
        (await response.ReadAsync()).Should().BeEmpty();
        await Slack.Views.ArrivalAsync(1);
        var blocks = Slack.Views.Single()["view"]!["blocks"]!.AsArray();
        var first = blocks[0]!["element"]!;
        ((string?)first["initial_value"] ?? (string?)first["initial_option"]?["value"]).Should().Be(text);
        ((string?)blocks[field]!["element"]!["type"]).Should().Be(element);
    }

    [Fact]
    public async Task A_time_zone_is_proposed_in_a_window()
    {
        await using var host = await StartAsync([.. Verbs.All]);
        var view = SlackWindows.ViewOf(Verbs.All.Single(v => v.Name == "digest"), new Command { Workspace = "slack:T1", Verb = "digest" }, Slack.ResponseUrl());
        using var options = await host.PressAsync($$"""{"type":"block_suggestion","action_id":"zone","value":"tok","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"{{view.CallbackId}}","private_metadata":{{JsonValue.Create(view.PrivateMetadata)!.ToJsonString()}} } }""", "/slack/options");
        (await options.ReadAsync()).Should().Contain("Asia/Tokyo");
    }

    [Fact]
    public async Task A_filled_in_window_asks_what_was_filled_in_and_is_answered_where_it_was_opened()
    {
        Command? got = null;
        var verb = ChatHost.TestVerb("ask", (command, _) =>
        {
            got = command;
            return Task.FromResult(new Reply { Text = "ok" });
        });
        await using var host = await StartAsync(verb);
        var view = SlackWindows.ViewOf(verb, new Command { Workspace = "slack:T1", Channel = "C1", Verb = "ask" }, Slack.ResponseUrl());
        var state = """{"values":{"text":{"text":{"type":"plain_text_input","value":" who? "}},"speaker":{"speaker":{"type":"external_select","selected_option":{"value":"Khatib"}}},"since":{"since":{"type":"plain_text_input","value":null}},"about":{"about":{"type":"external_select","selected_option":null}}}}""";
        using var response = await host.PressAsync($$"""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"{{view.CallbackId}}","private_metadata":{{JsonValue.Create(view.PrivateMetadata)!.ToJsonString()}},"state":{{state}} } }""");
        (await response.ReadAsync()).Should().BeEmpty("an empty answer closes the window");
        await Slack.Responses.ArrivalAsync(1);
        got!.Should().BeEquivalentTo(new { Workspace = "slack:T1", User = "U1", Channel = "C1", Verb = "ask", Text = "who?" });
        got!.Options.Should().Equal(new Dictionary<string, string> { ["speaker"] = "Khatib" });
        ((string?)Slack.Responses.Single()["response_type"]).Should().Be("ephemeral");
    }

    [Fact]
    public async Task A_window_that_cannot_be_opened_is_replaced_by_help()
    {
        Slack.Refuse("views.open", "expired_trigger_id");
        await using var host = await StartAsync([.. Verbs.All]);
        using var _ = await host.KnockAsync("/slack/commands", SlackSignatureTests.Sign(1_800_000_000, $"text=ask&team_id=T1&trigger_id=1.2.3&response_url={Uri.EscapeDataString(Slack.ResponseUrl())}"), "application/x-www-form-urlencoded");
        await Slack.Responses.ArrivalAsync(1);
        ((string?)Slack.Responses.Single()["text"]).Should().StartWith("/digestbot ask: ");
        host.Log.All.Should().Contain("it took too long").And.NotContain("secret");
    }

    [Fact]
    public async Task Who_said_what_here_reads_the_message_and_tells_the_asker_alone()
    {
        await using var host = await StartAsync([.. Verbs.All]);
        using var response = await ReadHereAsync(host, "Minister Ana Ruiz said the bridge would open on Friday &amp; not before. <https://news.example/1|read>");
        (await response.ReadAsync()).Should().BeEmpty();
        await Slack.Responses.ArrivalAsync(1);
        var answer = Slack.Responses.Single();
        ((string?)answer["response_type"]).Should().Be("ephemeral");
        ((string?)answer["text"]).Should().Be("Who says what in this message:");
        answer["blocks"]!.ToJsonString().Should().Contain("Ana Ruiz").And.Contain("the bridge would open on Friday");
    }

    [Fact]
    public async Task A_long_message_is_read_page_by_page()
    {
        await using var host = await StartAsync([.. Verbs.All]);
        string[] said = [.. Enumerable.Range(1, 7).Select(i => $"Minister Ana Ruiz said bridge number {i} would open.")];
        using var _ = await ReadHereAsync(host, string.Join("\n", said));
        await TurnAsync(host);
        Slack.Responses.First()["blocks"]!.ToJsonString().Should().Contain("bridge number 1 would open").And.NotContain("bridge number 6");
        Slack.Responses.Last()["blocks"]!.ToJsonString().Should().Contain("bridge number 6 would open").And.Contain("bridge number 7 would open");
    }

    [Fact]
    public async Task The_story_behind_a_link_is_read_page_by_page_for_the_asker_alone()
    {
        await using var host = await StartAsync([.. Verbs.All]);
        var text = "The bridges\n\n" + string.Join("\n\n", Enumerable.Range(1, 7).Select(i => $"Minister Ana Ruiz said bridge number {i} would open."));
        Story story = new() { Id = "bridges-1", Title = "The bridges", Text = text, Url = "https://news.example/1" };
        await host.Store.AddAsync(story, StatementExtractor.Default.Read(text), Feed.Terminal, TestContext.Current.CancellationToken);
        using var _ = await ReadHereAsync(host, "look: <https://news.example/1|read>");
        await TurnAsync(host);
        Slack.Responses.Last()["blocks"]!.ToJsonString().Should().Contain("bridge number 7");
    }

    /// <summary>Presses More under what was shown to the asker alone.</summary>
    private async Task TurnAsync(ChatHost host)
    {
        await Slack.Responses.ArrivalAsync(1);
        var first = Slack.Responses.Single();
        ((string?)first["response_type"]).Should().Be("ephemeral");
        var more = first["blocks"]!.AsArray().Where(b => (string?)b!["type"] == "actions").SelectMany(b => b!["elements"]!.AsArray()).First(e => ((string)e!["text"]!["text"]!).StartsWith("More", StringComparison.Ordinal))!;
        using var turned = await host.PressAsync(Pressed($"\"value\":{more["value"]!.ToJsonString()}", isEphemeral: true));
        await Slack.Responses.ArrivalAsync(2);
        ((bool?)Slack.Responses.Last()["replace_original"]).Should().BeTrue();
    }

    [Fact]
    public async Task What_is_forwarded_or_posted_by_an_app_stands_under_the_message_and_is_read_too()
    {
        await using var host = await StartAsync([.. Verbs.All]);
        const string Attachments = """[{"title_link":"https://news.example/2","text":"Minister Ana Ruiz said the bridge would open."},{"from_url":"https://x.slack.com/archives/C1/p1","text":"Mayor Otto Brandt warned that the ferry would stop."},{}]""";
        using var _ = await host.PressAsync($$"""{"type":"message_action","callback_id":"{{SlackInteractions.HereCallback}}","team":{"id":"T1"},"user":{"id":"U1"},"channel":{"id":"C1"},"response_url":"{{Slack.ResponseUrl()}}","message":{"ts":"1.1","text":"","attachments":{{Attachments}} } }""");
        await Slack.Responses.ArrivalAsync(1);
        Slack.Responses.Single()["blocks"]!.ToJsonString().Should().Contain("Ana Ruiz").And.Contain("Otto Brandt");
    }

    [Fact]
    public async Task A_window_that_stood_open_too_long_is_answered_in_the_conversation_with_the_bot()
    {
        await using var host = await StartAsync();
        for (var i = 0; i < FakeSlack.ResponseUses; i++)
        {
            Slack.Answer("r1", 404, "expired_url");
        }

        var view = SlackWindows.ViewOf(ChatHost.Echo, new Command { Workspace = "slack:T1", Channel = "C1", Verb = "ask" }, Slack.ResponseUrl());
        var state = """{"values":{"text":{"text":{"value":"who?"}}}}""";
        using var _ = await host.PressAsync($$"""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"{{view.CallbackId}}","private_metadata":{{JsonValue.Create(view.PrivateMetadata)!.ToJsonString()}},"state":{{state}} } }""");
        await Slack.Messages.ArrivalAsync(1);
        ((string?)Slack.Messages.Single()["channel"]).Should().Be("U1");
        ((string?)Slack.Messages.Single()["text"]).Should().Be("You asked: who?");
    }

    private Task<HttpResponseMessage> CommandAsync(ChatHost host, string typed) => host.KnockAsync(
        "/slack/commands",
        SlackSignatureTests.Sign(1_800_000_000, $"text={Uri.EscapeDataString(typed)}&team_id=T1&channel_id=C1&user_id=U1&trigger_id=1.2.3&response_url={Uri.EscapeDataString(Slack.ResponseUrl())}"),
        "application/x-www-form-urlencoded");

    private Task<HttpResponseMessage> ReadHereAsync(ChatHost host, string text) => host.PressAsync(
        $$"""{"type":"message_action","callback_id":"{{SlackInteractions.HereCallback}}","team":{"id":"T1"},"user":{"id":"U1"},"channel":{"id":"C1"},"response_url":"{{Slack.ResponseUrl()}}","message":{"ts":"1.1","text":{{JsonSerializer.Serialize(text)}} } }""");

    private string Pressed(string action, bool isEphemeral = false) =>
        $$"""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"channel":{"id":"C1"},"container":{"type":"message","is_ephemeral":{{(isEphemeral ? "true" : "false")}} },"message":{"ts":"2.2","thread_ts":"1.1"},"response_url":"{{Slack.ResponseUrl()}}","actions":[{"action_id":"press-0",{{action}} }]}""";

    private Task<ChatHost> StartAsync(params IReadOnlyList<Verb> verbs) => ChatHost.StartAsync(new Settings { Slack = Slack.Settings }, verbs);
}
