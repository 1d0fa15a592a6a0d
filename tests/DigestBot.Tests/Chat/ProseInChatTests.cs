using System.Text.Json.Nodes;
using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Chat.Discord;
using DigestBot.Chat.Slack;
using DigestBot.Digests;
using DigestBot.Tests.Answers;
using DigestBot.Tests.Chat.Discord;
using DigestBot.Tests.Chat.Slack;
using DigestBot.Tests.LanguageModels;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Chat;

/// <summary>A language model as Discord and Slack see it, from the signed request to the message that stands in the end.</summary>
public sealed class ProseInChatTests : IAsyncLifetime
{
    private const string Plain = "Twelve statements.";
    private const string Prose = "Lavrov offers to meet Khatib in a neutral capital, but Khatib says “we will not go to Moscow”. ² ³";
    private const string Mention = """{"type":"app_mention","user":"U1","text":"<@U0BOT> ask what do they say?","ts":"1.1","channel":"C1"}""";

    private static readonly Scripted _honest = Scripted.Drafts(("Lavrov offers {2}, but Khatib says {3}.", [2, 3]));

    /// <summary>What a provider may do instead.</summary>
    private static readonly Dictionary<string, Scripted> _troubles = new(StringComparer.Ordinal)
    {
        ["lies"] = Scripted.Drafts(("Lavrov rejects {3}.", [3])),
        ["nonsense"] = Scripted.Says("Sure! Here is what they say."),
        ["down"] = Scripted.Does(context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        }),
        ["silent"] = Scripted.Does(context => Task.Delay(Timeout.Infinite, context.RequestAborted)),
        ["hangs up"] = Scripted.Does(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }),
    };

    private FakeDiscord _discord = null!;
    private FakeSlack _slack = null!;

    public static TheoryData<string> AllTroubles => new(_troubles.Keys);

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync();
        _slack = await FakeSlack.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        await _slack.DisposeAsync();
        _slack.Broken.Should().BeEmpty();
    }

    [Fact]
    public async Task In_Discord_prose_takes_the_plain_answers_place()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => _honest);
        await using var host = await StartAsync(provider);
        var asked = SignedInteractions.Command("ask", ("question", "what do they say?"));
        var plain = await host.AskAsync(asked);
        plain["data"]!["content"]!.GetValue<string>().Should().Be(Plain);
        await Turns.AdvanceUntilAsync(host.Clock, _discord.Requests.ArrivalAsync(1));
        var edit = _discord.Requests.Single();
        edit.Method.Should().Be("PATCH");
        edit.Path.Should().Be($"/api/v10/webhooks/900/{asked["token"]!.GetValue<string>()}/messages/@original");
        var edited = JsonNode.Parse(edit.Body)!;
        edited["content"]!.GetValue<string>().Should().Be($"{Plain}\n{Prose}");
        edited["embeds"]!.ToJsonString().Should().Be(plain["data"]!["embeds"]!.ToJsonString(), "the lines and their sources stay");
        edited["allowed_mentions"]!["parse"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task In_a_Slack_thread_prose_takes_the_plain_answers_place()
    {
        TaskCompletionSource shown = new();
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Does(async context =>
        {
            await shown.Task;
            await ScriptedProvider.AnswerAsync(context, "openai", _honest);
        }));
        await using var host = await StartAsync(provider);
        using var _ = await host.HappenAsync(Callback(Mention));
        await _slack.Messages.ArrivalAsync(1);
        ((string?)_slack.Messages.Single()["text"]).Should().Be(Plain);
        shown.SetResult();
        await Turns.AdvanceUntilAsync(host.Clock, _slack.Updates.ArrivalAsync(1));
        var message = _slack.Messages.Should().ContainSingle("nothing is posted anew").Subject;
        ((string?)message["text"]).Should().Be($"{Plain}\n{Prose}");
        ((string?)message["thread_ts"]).Should().Be("1.1");
    }

    [Fact]
    public async Task After_a_Slack_command_whose_answer_nobody_can_replace_prose_follows_without_the_lines()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => _honest);
        await using var host = await StartAsync(provider);
        var plain = await CommandAsync(host, "ask what do they say?");
        ((string?)plain["text"]).Should().Be(Plain);
        await Turns.AdvanceUntilAsync(host.Clock, _slack.Responses.ArrivalAsync(1));
        var following = _slack.Responses.Single();
        ((string?)following["text"]).Should().Be(Prose);
        ((string?)following["response_type"]).Should().Be("ephemeral");
        following["blocks"]!.AsArray().Should().ContainSingle();
        following["replace_original"].Should().BeNull();
        ((string?)(await CommandAsync(host, "ask what do they say?"))["text"]).Should().Be($"{Plain}\n{Prose}", "it is known now");
    }

    [Theory]
    [MemberData(nameof(AllTroubles))]
    public async Task Where_the_provider_does_not_do_its_part_the_plain_answer_stands_and_nobody_notices(string trouble)
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", body => body.Contains("honestly", StringComparison.Ordinal) ? _honest : _troubles[trouble]);
        await using var host = await StartAsync(provider, patience: 30);
        var asked = SignedInteractions.Command("ask", ("question", "what do they say?"));
        (await host.AskAsync(asked))["data"]!["content"]!.GetValue<string>().Should().Be(Plain);
        ((string?)(await CommandAsync(host, "ask what do they say?"))["text"]).Should().Be(Plain);
        using var _ = await host.HappenAsync(Callback(Mention));
        await _slack.Messages.ArrivalAsync(1);
        // A minute later the provider is asked again; its prose is the first that anybody sees.
        await AskHonestlyAsync(host);
        _discord.Requests.Should().NotContain(r => r.Path.Contains(asked["token"]!.GetValue<string>(), StringComparison.Ordinal));
        _slack.Responses.Should().BeEmpty();
        ((string?)_slack.Messages.Single()["text"]).Should().Be(Plain);
        _slack.Requests.Should().NotContain(r => r.Path.EndsWith("chat.update", StringComparison.Ordinal));
        host.Log.Lines.Should().NotContain(l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_digest_begins_with_prose_where_there_is_some_and_is_posted_all_the_same_where_there_is_none(bool works)
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => works ? Scripted.Drafts(("Ana Ruiz demands {1}.", [1])) : _troubles["down"]);
        await using var host = await StartAsync(provider);
        await host.Store.SayAsync("Ana Ruiz", "demanded", "a new bridge", SpeechAct.Demands, new Said { Published = null });
        IDigestChannel[] channels = [ActivatorUtilities.CreateInstance<DiscordDigestChannel>(host.Services), ActivatorUtilities.CreateInstance<SlackDigestChannel>(host.Services)];
        using var poster = ActivatorUtilities.CreateInstance<DigestPoster>(host.Services, (IEnumerable<IDigestChannel>)channels);
        foreach (var channel in channels)
        {
            (await poster.PostTodayAsync(channel, TestContext.Current.CancellationToken)).Should().Be(PostResult.Posted);
        }

        string[] posted = [_discord.Messages.Single().Message["content"]!.GetValue<string>(), (string)_slack.Messages.Single()["text"]!];
        posted.Should().OnlyContain(p => p.Contains("\nAna Ruiz demands a new bridge. ¹", StringComparison.Ordinal) == works);
    }

    /// <summary>Asks in Discord until a model that was in trouble writes again, and its prose takes the place of one of these answers.</summary>
    private async Task AskHonestlyAsync(ChatHost host)
    {
        for (var i = 0; i < 60; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(4));
            await host.AskAsync(SignedInteractions.Command("ask", ("question", "honestly, what do they say?")));
            for (var turn = 0; turn < 20 && _discord.Requests.Count == 0; turn++)
            {
                host.Clock.Advance(TimeSpan.FromMilliseconds(100));
                await Task.WhenAny(_discord.Requests.ArrivalAsync(1), Task.Delay(5, TestContext.Current.CancellationToken));
            }
            if (_discord.Requests.Count > 0)
            {
                return;
            }
        }
        throw new InvalidOperationException($"The model was not asked again: {host.Log.All}");
    }

    private async Task<JsonNode> CommandAsync(ChatHost host, string text)
    {
        var form = $"command=%2Fdigestbot&team_id=T1&channel_id=C1&user_id=U1&text={Uri.EscapeDataString(text)}&response_url={Uri.EscapeDataString(_slack.ResponseUrl())}";
        using var response = await host.KnockAsync("/slack/commands", SlackSignatureTests.Sign(1_800_000_000, form), "application/x-www-form-urlencoded");
        return JsonNode.Parse(await response.ReadAsync())!;
    }

    private static string Callback(string happened) => $$"""{"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev1","event":{{happened}},"authorizations":[{"team_id":"T1","user_id":"U0BOT","is_bot":true}]}""";

    private Task<ChatHost> StartAsync(ScriptedProvider provider, int patience = 600)
    {
        Settings settings = new()
        {
            Discord = new DiscordSettings { PublicKey = SignedInteractions.PublicKey, BotToken = FakeDiscord.Token, RestAddress = _discord.Address, DigestChannel = "5" },
            Slack = _slack.Settings,
            Model = provider.Settings with { Patience = patience },
        };
        Reply reply = new() { Text = Plain, Sections = [new ReplySection { Lines = CitedLines.All }] };
        return ChatHost.StartAsync(settings, [ChatHost.TestVerb("ask", (_, _) => Task.FromResult(reply))], services => services.AddProse(settings)
            .AddSingleton(provided => new DigestClock(new DigestSettings(), provided.GetRequiredService<TimeProvider>())).AddSingleton<DigestComposer>().AddSingleton<DigestEdition>());
    }
}
