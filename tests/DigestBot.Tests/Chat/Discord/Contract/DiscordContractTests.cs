using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using DigestBot.Chat;
using DigestBot.Chat.Discord;
using DigestBot.Digests;
using DigestBot.Tests.Answers;
using Microsoft.Extensions.DependencyInjection;
using static DigestBot.Tests.Chat.Discord.SignedInteractions;

namespace DigestBot.Tests.Chat.Discord.Contract;

/// <summary>Everything that the bot emits, against Discord's specification.</summary>
public sealed class DiscordContractTests(AnsweredArchive archive, DiscordContract contract) : IClassFixture<AnsweredArchive>, IClassFixture<DiscordContract>
{
    private const int MostPresses = 250;

    /// <summary>What is wrong, and what the check must say to it: else it would prove nothing.</summary>
    [Theory]
    [InlineData("POST", "/channels/1/messages", """{"content":"x","allowed_mentions":{"parse":[]}}""", null)]
    [InlineData("POST", "/channels/1/messages", """{}""", "must match a schema in anyOf")]
    [InlineData("POST", "/channels/1/messages", """{"content":"x"}""", "may ping")]
    [InlineData("POST", "/channels/1/messages", """{"content":"x","unknown":1,"allowed_mentions":{"parse":[]}}""", "must NOT have additional properties")]
    [InlineData("POST", "/channels/1/messages", """{"content":7,"allowed_mentions":{"parse":[]}}""", "content must be string")]
    [InlineData("POST", "/channels/1/messages", """{"content":"x","nonce":"12345678901234567890123456","allowed_mentions":{"parse":[]}}""", "nonce")]
    [InlineData("POST", "/channels/1/messages", """{"embeds":[{"color":1}],"allowed_mentions":{"parse":[]}}""", "empty")]
    [InlineData("POST", "/channels/1/pigeons", """{}""", "no path matched")]
    [InlineData("PUT", "/applications/1/commands", """[{"name":"Ask","description":"x"}]""", "must match pattern")]
    [InlineData("PUT", "/applications/1/commands", """[{"name":"ask","description":"x","default_member_permissions":true}]""", "default_member_permissions must be")]
    [InlineData("PUT", "/applications/1/commands", """[{"name":"ask","description":"x","options":[{"type":3,"name":"q","description":""}]}]""", "must NOT have fewer than 1 characters")]
    [InlineData("POST", "/interactions/1/t/callback", """{"type":4,"data":{"content":"x","allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[{"type":2,"style":2,"label":"A","custom_id":"a"},{"type":2,"style":2,"label":"B","custom_id":"a"}]}]}}""", "same id")]
    [InlineData("POST", "/interactions/1/t/callback", """{"type":99}""", "must be equal to")]
    public async Task The_check_finds_what_is_wrong(string method, string path, string body, string? words)
    {
        var wrong = await contract.RequestAsync(method, path, body);
        if (words is null)
        {
            wrong.Should().BeEmpty();
        }
        else
        {
            wrong.Should().Contain(words);
        }
    }

    [Fact]
    public async Task A_text_over_the_limit_is_found()
    {
        foreach ((var member, var limit) in new[] { ("content", 2000), ("title", 256), ("description", 4096) })
        {
            string value = new('x', limit + 1);
            var body = member == "content" ? $$$"""{"content":"{{{value}}}","allowed_mentions":{"parse":[]}}""" : $$$"""{"embeds":[{"{{{member}}}":"{{{value}}}"}],"allowed_mentions":{"parse":[]}}""";
            (await contract.RequestAsync("POST", "/channels/1/messages", body)).Should().Contain($"must NOT have more than {limit} characters");
        }
    }

    [Theory]
    [InlineData("/applications/1/commands", true)]
    [InlineData("/applications/1/guilds/2/commands", false)]
    public async Task The_menu_of_commands(string path, bool isGlobal) =>
        (await contract.RequestAsync("PUT", path, JsonSerializer.Serialize([.. CommandMenu.Of(Verbs.All, isGlobal)], DiscordJson.Plain.ApplicationCommandArray))).Should().BeEmpty();

    [Fact]
    public async Task Every_request_goes_where_the_specification_has_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(discord.Settings).AddSingleton(TimeProvider.System).AddDiscord().BuildServiceProvider();
        var rest = services.GetRequiredService<DiscordRest>();
        foreach (var known in new[] { "guilds/7", "channels/5" })
        {
            discord.Known[known] = """{"id":"7"}""";
        }

        discord.Known["guilds/7/members/8"] = """{"roles":[]}""";
        discord.Known["users/@me/guilds"] = "[]";
        await rest.ApplicationAsync(Cancel);
        await rest.GatewayAsync(Cancel);
        await rest.GuildsAsync(Cancel);
        await rest.GuildAsync("7", Cancel);
        await rest.RolesAsync("7", "8", Cancel);
        await rest.ChannelAsync("5", Cancel);
        await CommandMenu.RegisterAsync(rest, "900", null, Cancel);
        await CommandMenu.RegisterAsync(rest, "900", "7", Cancel);
        await rest.AnswerAsync("1", "t", "{\"type\":5}"u8.ToArray(), Cancel);
        await rest.EditOriginalAsync("900", "t", DiscordFormat.Write(new Reply { Text = "Done." }), Cancel);
        discord.Requests.Should().HaveCount(12);
        foreach (var request in discord.Requests)
        {
            (await contract.RequestAsync(request)).Should().BeEmpty($"{request.Method} {request.Path}");
        }
    }

    [Fact]
    public async Task The_daily_digest()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(discord.Settings).AddSingleton(TimeProvider.System).AddDiscord().BuildServiceProvider();
        DiscordDigestChannel channel = new(services.GetRequiredService<DiscordRest>(), discord.Settings);
        var digest = await new DigestComposer(archive.Store, archive.Clock).ComposeAsync("local", cancel: Cancel);
        var message = channel.Compose(DigestReply.Of(digest));
        await channel.PostAsync(new DigestBot.Storage.Delivery(12, channel.Name!, "2026-03-10", DigestBot.Storage.DeliveryState.Posting, message, PostId: null), Cancel);
        var post = discord.Requests.Should().ContainSingle().Which;
        (await contract.RequestAsync(post)).Should().BeEmpty();
        post.Body.Should().Contain("enforce_nonce");
    }

    [Fact]
    public Task Any_reply_at_once_in_a_channel_and_in_the_place_of_another()
    {
        contract.Require();
        return TestReplies.Reply.SampleAsync(async reply =>
        {
            foreach (var isPrivate in new bool?[] { null, true, false })
            {
                var message = DiscordFormat.Write(reply, isPrivate);
                await RightAsync(contract.AnswerAsync(JsonSerializer.Serialize(new DiscordResponse(DiscordResponseType.Message, message), DiscordJson.Plain.DiscordResponse)));
                await RightAsync(contract.AnswerAsync(JsonSerializer.Serialize(new DiscordResponse(DiscordResponseType.Update, message.ForEdit()), DiscordJson.Plain.DiscordResponse)));
                await RightAsync(contract.RequestAsync("PATCH", "/webhooks/1/t/messages/@original", JsonSerializer.Serialize(message.ForEdit(), DiscordJson.Plain.DiscordMessage)));
            }
        }, iter: 50);
        static async Task RightAsync(Task<string> checking)
        {
            if (await checking is { Length: > 0 } wrong)
            {
                throw new InvalidOperationException(wrong);
            }
        }
    }

    /// <summary>Every verb, well and badly asked, and every button and choice that leads on from there.</summary>
    [Fact]
    public async Task Every_answer_and_all_that_can_be_pressed_in_it()
    {
        await using var host = await ChatHost.StartAsync(new Settings { Discord = new DiscordSettings { PublicKey = SignedInteractions.PublicKey } }, [], services =>
            services.AddSingleton(new CommandHandler(Archive.Of(archive.Store, new DigestClock(new DigestSettings(), archive.Clock), archive.Clock), Verbs.All)));
        List<string> wrong = [];
        Queue<JsonObject> next = new(Asked());
        HashSet<string> pressed = [];
        var answered = 0;
        while (next.TryDequeue(out var interaction) && answered < MostPresses)
        {
            var answer = await host.AskAsync(interaction);
            answered++;
            if (await contract.AnswerAsync(answer.ToJsonString()) is { Length: > 0 } refusal)
            {
                wrong.Add($"{interaction["data"]!.ToJsonString()}: {refusal}");
            }

            foreach (var press in Presses(answer).Where(p => pressed.Add(p["data"]!.ToJsonString())))
            {
                next.Enqueue(press);
            }
        }
        wrong.Should().BeEmpty();
        pressed.Count.Should().BeGreaterThan(60, "replies have buttons");
        host.Log.All.Should().NotContain("failed");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<JsonObject> Asked() =>
    [
        Command("ask", ("question", "what did Khatib demand?")),
        Command("ask", ("question", "what did Lavrov say?"), ("private", true)),
        Command("ask", ("question", "what did Zzyzx say about the moon?")),
        Command("ask", ("question", "what did Blatter say?"), ("since", "when the moon was young")),
        Command("ask", ("question", $"who said {string.Join(' ', Enumerable.Range(0, 600).Select(i => $"word{i}"))}?")),
        Command("ask", ("question", "@everyone <@1> **[x](https://evil.example)** `")),
        Command("said", ("speaker", "Khatib")),
        Command("timeline", ("speaker", "Lavrov"), ("private", true)),
        Command("compare", ("a", "Lavrov"), ("b", "Khatib")),
        Command("compare", ("a", "Lavrov"), ("b", "nobody at all")),
        Command("story", ("query", "Moscow")),
        Command("story", ("query", "quetzalcoatl")),
        Command("digest"),
        Command("digest", ("show", "preview")),
        Command("digest", ("zone", "Asia/Tokyo")),
        Command("digest", ("zone", "@everyone `Mars`")),
        ByManager(Command("digest", ("show", "now"))),
        Command("digest", ("show", "now")),
        Command("said", ("speaker", "Khatib"), ("outlet", "Levant Monitor")),
        Command("said", ("speaker", "Khatib"), ("outlet", "<@1> *nowhere*")),
        Command("people"),
        Command("people", ("name", "Malala")),
        Command("help"),
        Command("help", ("command", "ask")),
        Command("forget-me"),
        Command("unheard-of"),
        Menu(Verbs.Here, new JsonObject { ["content"] = "Minister Ana Ruiz said: “We will not go to Moscow.” Mayor Otto Brandt warned that the ferry would stop." }),
        Menu(Verbs.Here, new JsonObject { ["content"] = "https://levant-monitor.example/2012/12/khatib-apology" }),
        Menu(Verbs.Here, new JsonObject { ["content"] = "" }),
        Typing("said", ("speaker", "")),
        Typing("compare", ("a", "Lavrov"), ("b", "kh")),
        Typing("ask", ("question", "wh")),
        Typing("ask", ("outlet", "")),
        Typing("digest", ("zone", "am")),
    ];

    private static JsonObject ByManager(JsonObject interaction)
    {
        interaction["member"]!["permissions"] = "3104";
        return interaction;
    }

    private static IEnumerable<JsonObject> Presses(JsonNode answer)
    {
        var flags = answer["data"]?["flags"]?.GetValue<int>() ?? 0;
        foreach (var component in (answer["data"]?["components"]?.AsArray() ?? []).SelectMany(row => row!["components"]!.AsArray()))
        {
            if (component!["type"]!.GetValue<int>() == DiscordComponent.Button)
            {
                yield return Press(component["custom_id"]!.GetValue<string>(), flags);
            }
            else
            {
                foreach (var option in component["options"]!.AsArray())
                {
                    yield return Choose(option!["value"]!.GetValue<string>(), flags);
                }
            }
        }
    }
}
