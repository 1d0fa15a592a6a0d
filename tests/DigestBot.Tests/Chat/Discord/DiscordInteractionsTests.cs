using System.Text.Json.Nodes;
using DigestBot.Chat;
using static DigestBot.Tests.Chat.Discord.SignedInteractions;

namespace DigestBot.Tests.Chat.Discord;

public sealed class DiscordInteractionsTests : IAsyncLifetime
{
    private const int Ephemeral = 64;

    private Command? _got;
    private ChatHost _host = null!;
    private FakePlatform _discord = null!;

    /// <summary>Set, the commands take until then.</summary>
    private TaskCompletionSource? _slow;

    private readonly TaskCompletionSource _started = new();

    public async ValueTask InitializeAsync()
    {
        _discord = await FakePlatform.StartAsync("{}");
        _host = await ChatHost.StartAsync(
            new Settings { Discord = new DiscordSettings { PublicKey = SignedInteractions.PublicKey, RestAddress = $"{_discord.Address}/api/v10" } },
            [Verb("ask"), Verb(Verbs.Here) with { IsHidden = true, IsPrivate = _ => true }, Verb("people") with { Text = new VerbOption("name", "x") }],
            null);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_has_its_buttons_underneath()
    {
        var answer = await _host.AskAsync(Command("ask", ("question", "who?"), ("private", true)));
        var row = answer["data"]!["components"]![0]!["components"]!.AsArray();
        row.Select(b => b!["label"]!.GetValue<string>()).Should().Equal("More", "Sources", "Share");
        row.Should().OnlyContain(b => b!["type"]!.GetValue<int>() == 2 && b["style"]!.GetValue<int>() == 2);
    }

    [Fact]
    public async Task The_next_page_takes_the_messages_place()
    {
        var answer = await _host.AskAsync(Press("=ask who? page:2"));
        answer["type"]!.GetValue<int>().Should().Be(7);
        _got!.Should().BeEquivalentTo(new { Verb = "ask", Text = "who?", IsPressed = true, Workspace = "discord:5", Channel = "6", Platform = Platform.Discord });
        _got!.Options["page"].Should().Be("2");
        answer["data"]!["embeds"]!.AsArray().Should().BeEmpty("what the page before had must go");
        answer["data"]!.AsObject().Should().NotContainKey("flags");
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(Ephemeral, 3)]
    public async Task A_page_of_a_private_message_can_be_shared_and_one_of_a_public_cannot(int flags, int buttons)
    {
        var answer = await _host.AskAsync(Press("=ask who? page:2", flags));
        answer["data"]!["components"]![0]!["components"]!.AsArray().Should().HaveCount(buttons);
    }

    [Fact]
    public async Task Sources_are_for_the_one_who_pressed()
    {
        var answer = await _host.AskAsync(Press("?people 1 2"));
        answer["type"]!.GetValue<int>().Should().Be(4);
        answer["data"]!["flags"]!.GetValue<int>().Should().Match(f => (f & Ephemeral) == Ephemeral);
    }

    [Fact]
    public async Task What_is_shared_is_for_all()
    {
        var answer = await _host.AskAsync(Press("!ask who? private:no", Ephemeral));
        answer["type"]!.GetValue<int>().Should().Be(4);
        ((answer["data"]!["flags"]?.GetValue<int>() ?? 0) & Ephemeral).Should().Be(0);
    }

    [Fact]
    public async Task A_choice_is_carried_out_like_a_button()
    {
        var answer = await _host.AskAsync(Choose("=people Lavrov", Ephemeral));
        answer["type"]!.GetValue<int>().Should().Be(7);
        _got!.Text.Should().Be("Lavrov");
    }

    [Theory]
    [InlineData("=ask who?", 0, """{"type":6}""")]
    [InlineData("?ask who?", 0, """{"type":5,"data":{"flags":64}}""")]
    [InlineData("!ask who?", 64, """{"type":5}""")]
    public async Task What_takes_longer_after_a_press_is_deferred_for_those_who_will_see_it(string id, int flags, string deferral)
    {
        _slow = new TaskCompletionSource();
        var answering = _host.AskAsync(Press(id, flags));
        await _started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await _host.AdvanceUntilAsync(answering);
        (await answering).ToJsonString().Should().Be(deferral);
        _slow.SetResult();
        var edit = await _discord.NextAsync();
        edit.Method.Should().Be("PATCH");
        JsonNode.Parse(edit.Body)!["embeds"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_verb_knows_to_be_private_is_deferred_privately()
    {
        _slow = new TaskCompletionSource();
        var answering = _host.AskAsync(Menu(Verbs.Here, new JsonObject { ["content"] = "Lavrov said no." }));
        await _started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await _host.AdvanceUntilAsync(answering);
        (await answering).ToJsonString().Should().Be("""{"type":5,"data":{"flags":64}}""");
        _slow.SetResult();
        await _discord.NextAsync();
    }

    [Fact]
    public async Task A_messages_menu_gives_all_that_can_be_read_in_the_message()
    {
        await _host.AskAsync(Menu(Verbs.Here, new JsonObject
        {
            ["content"] = "Look: https://news.example/1",
            ["embeds"] = new JsonArray(new JsonObject { ["title"] = "Moscow invites", ["description"] = "Lavrov said no.", ["url"] = "https://news.example/1" }),
        }));
        _got!.Verb.Should().Be(Verbs.Here);
        _got.Text.Should().Be("Look: https://news.example/1\n\nMoscow invites\n\nLavrov said no.\n\nhttps://news.example/1");
    }

    [Fact]
    public async Task Names_are_proposed_while_one_types()
    {
        var answer = await _host.AskAsync(Typing("people", ("name", "Lav")));
        answer.ToJsonString().Should().Be("""{"data":{"choices":[]},"type":8}""");
        _got.Should().BeNull("nothing is carried out");
    }

    [Fact]
    public async Task A_press_that_is_played_again_is_not_answered_again()
    {
        var body = Press("=ask who?").ToJsonString();
        using var first = await _host.SendAsync(body);
        using var again = await _host.SendAsync(body);
        again.StatusCode.Should().Be(System.Net.HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("3072", 0, null, true)]
    [InlineData("1024", 0, null, false)]
    [InlineData("274877906944", 0, null, false)]
    [InlineData("274877906944", 11, null, true)]
    [InlineData("3072", 11, null, false)]
    [InlineData("", 0, null, false)]
    [InlineData("-1", 0, null, false)]
    [InlineData("99999999999999999999999999999999999999999999", 0, null, true)]
    [InlineData("1024", 0, "!ask who?", false)]
    [InlineData("3072", 0, "!ask who?", true)]
    public async Task Who_may_not_write_in_a_channel_shows_nothing_to_others_there(string permissions, int channelType, string? pressed, bool isForAll)
    {
        var interaction = pressed is null ? Command("ask", ("question", "who?"), ("private", false)) : Press(pressed, Ephemeral);
        interaction["member"]!["permissions"] = permissions;
        interaction["channel"] = new JsonObject { ["type"] = channelType };
        var answer = await _host.AskAsync(interaction);
        (((answer["data"]!["flags"]?.GetValue<int>() ?? 0) & Ephemeral) == 0).Should().Be(isForAll);
    }

    [Theory]
    [InlineData("3072", false)]
    [InlineData("32", true)]
    [InlineData("8", true)]
    [InlineData(null, false)]
    public async Task Discord_says_who_manages_the_server(string? permissions, bool manages)
    {
        var interaction = Command("ask", ("question", "who?"));
        interaction["member"]!["permissions"] = permissions;
        await _host.AskAsync(interaction);
        (await _got!.MayManage(TestContext.Current.CancellationToken)).Should().Be(manages);
    }

    [Fact]
    public async Task Direct_messages_are_the_askers_own()
    {
        var interaction = Command("ask", ("question", "who?"), ("private", false));
        interaction.Remove("guild_id");
        interaction.Remove("member");
        interaction["user"] = new JsonObject { ["id"] = "7" };
        var answer = await _host.AskAsync(interaction);
        (answer["data"]!["flags"]!.GetValue<int>() & Ephemeral).Should().Be(0);
        _got!.Workspace.Should().Be("discord:user:7");
        (await _got.MayManage(TestContext.Current.CancellationToken)).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"type":3,"id":"1","data":{}}""")]
    [InlineData("""{"type":3,"id":"1","data":{"custom_id":""}}""")]
    [InlineData("""{"type":3,"id":"1","data":{"custom_id":"nobody knows"}}""")]
    [InlineData("""{"type":3,"id":"1","data":{"custom_id":"~~~"}}""")]
    [InlineData("""{"type":3,"id":"1","data":{"custom_id":"pick","values":[null]}}""")]
    [InlineData("""{"type":2,"id":"1","data":{"name":"here","type":3,"target_id":"9"}}""")]
    [InlineData("""{"type":2,"id":"1","data":{"name":"here","type":3,"target_id":"9","resolved":{"messages":{"9":null}}}}""")]
    [InlineData("""{"type":4,"id":"1","data":{"name":"people","options":[]}}""")]
    [InlineData("""{"type":4,"id":null,"data":{"name":"people","options":[{"name":"name","value":"x","focused":true}]}}""")]
    public async Task What_is_malformed_is_refused(string body)
    {
        using var response = await _host.SendAsync(body);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task One_who_sends_too_much_is_told_and_nobody_else_waits()
    {
        JsonObject[] flood = [.. Enumerable.Range(0, 200).Select(_ => By("1", Command("ask", ("question", "who?"))))];
        var answers = await Task.WhenAll(flood.Select(_host.AskAsync));
        answers.Count(a => a["data"]!["content"]!.GetValue<string>().StartsWith("That was a lot", StringComparison.Ordinal)).Should().Be(200 - AskerPace.Most);
        var other = await _host.AskAsync(By("2", Command("ask", ("question", "who?"))));
        other["data"]!["content"]!.GetValue<string>().Should().Be("Done.");
    }

    private static JsonObject By(string user, JsonObject interaction)
    {
        interaction["member"]!["user"]!["id"] = user;
        return interaction;
    }

    private Verb Verb(string name) => ChatHost.TestVerb(name, async (command, _) =>
    {
        _got = command;
        _started.TrySetResult();
        if (_slow is not null)
        {
            await _slow.Task;
        }

        return new Reply
        {
            Text = "Done.",
            Buttons = [new Button("More", "ask who? page:2", ButtonPlace.Replace), new Button("Sources", "people 1", ButtonPlace.Private), new Button("Share", "ask who? private:no", ButtonPlace.Channel)],
        };
    }) with { LinesPerPage = 5 };
}
