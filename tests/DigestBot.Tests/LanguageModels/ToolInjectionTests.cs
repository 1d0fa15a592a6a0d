using System.Text.Json;
using DigestBot.Attribution;
using DigestBot.LanguageModels.Tools;
using DigestBot.Storage;
using DigestBot.Tests.Answers;

namespace DigestBot.Tests.LanguageModels;

/// <summary>The same orders where a model looks things up: it finds them in an article by its tools, and obeys by its tools.</summary>
public sealed class ToolInjectionTests : IAsyncLifetime
{
    private const string Secret = "the merger of the two banks is off";

    private readonly TemporaryFolder _folder = new();
    private Store _store = null!;

    public static TheoryData<string> Dialects => ScriptedProvider.Dialects;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);
        await _store.SayAsync("Moaz Khatib", "demanded", "an apology from Moscow", SpeechAct.Demands);
        await _store.SayAsync("Karl Poe", "said", Secret, said: new Said { Id = "secret-story", Feed = new Feed("https://news.example/private", IsShared: false) });
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Nothing_leaves_that_an_order_found_by_a_tool_asks_for(string dialect)
    {
        var attacks = InjectionTests.Attacks;
        for (var i = 1; i < attacks.Length; i += 2)
        {
            await _store.SayAsync("Karl Poe", "said", attacks[i].Attack, said: new Said { Id = $"attack-{i}" });
        }

        (var at, var round) = (0, 0);
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => Obey(attacks[at].Order, at, ++round));
        await using ModelHost host = new(provider.Settings with { TokensADay = int.MaxValue, SecondsADay = int.MaxValue }, _store);
        List<string> shown = [];
        for (; at < attacks.Length; at++)
        {
            (var before, round) = (provider.Requests.Count, 0);
            if (await host.Researcher.AnswerAsync("local", at % 2 == 0 ? attacks[at].Attack : $"gist {at}?", Cancel) is not null)
            {
                shown.Add(attacks[at].Attack);
            }

            (provider.Requests.Count - before).Should().BeInRange(1, ResearchTools.MostCalls + 2, "each call is a request, and so is what is written; in Ollama the last look, which calls nothing, too");
        }
        attacks.Should().HaveCount(200);
        shown.Should().BeEmpty();
        provider.Requests.Should().NotContain(r => r.Contains(Secret, StringComparison.Ordinal), "the story is another workspace's");
        provider.Requests.Select(Spoken).Distinct().Should().ContainSingle("nothing of an article or a question speaks for the system");
        provider.Requests.Should().Contain(r => r.Contains("No more calls", StringComparison.Ordinal) || r.Contains("There is no story with this id", StringComparison.Ordinal));
        provider.Requests.Count(r => r.Contains("attack-", StringComparison.Ordinal)).Should().BeGreaterThan(50, "the orders were found");
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task What_a_model_writes_that_obeys_and_yet_cites_rightly_is_the_storys_own(string dialect)
    {
        var round = 0;
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => ++round == 1
            ? Scripted.Calls("find_statements", new { words = "apology Moscow" })
            : Scripted.Drafts(("Khatib demands {1}.", [1]), ("Karl Poe says {2}.", [2])));
        await using ModelHost host = new(provider.Settings, _store);
        (var prose, var lines) = (await host.Researcher.AnswerAsync("local", "gist?", Cancel))!.Value;
        prose.Sentences.Should().ContainSingle().Which.Parts.Select(p => p.Quoted?.Content ?? p.Text).Should().Equal("Khatib demands ", "an apology from Moscow", ".");
        lines.Should().ContainSingle().Which.Speaker.Should().Be("Moaz Khatib");
    }

    /// <summary>What the model does in its next round: five ways to obey, in turn.</summary>
    private static Scripted Obey(string order, int at, int round) => (at % 5, round) switch
    {
        (1, 1) => Scripted.Calls("find_statements", new { words = order, speaker = (string?)null }),
        (1, 2) => Scripted.Calls("get_story", new { id = $"attack-{at}" }),
        (2, 1) => Scripted.Calls("get_story", new { id = "secret-story" }),
        (2, 2) => Scripted.Calls("find_statements", new { words = "merger banks", workspace = "slack:T9" }),
        (3, 1) => Scripted.Calls("get_story", new { id = $"attack-{at}" }),
        (3, 2) => Scripted.Calls(at % 2 == 0 ? "delete_archive" : "ask", new { path = "/", order }),
        (4, < 20) => Scripted.Calls("get_story", new { id = $"attack-{at}" }),
        _ => Scripted.Drafts((order, [1]), (order, [1, 2, 3]), ($"Karl Poe says that {order}", [2])),
    };

    /// <summary>What a request has the system say.</summary>
    private static string Spoken(string request)
    {
        using var json = JsonDocument.Parse(request);
        return json.RootElement.TryGetProperty("system", out var system)
            ? system.GetRawText()
            : string.Join('\n', json.RootElement.GetProperty("messages").EnumerateArray().Where(m => m.GetProperty("role").GetString() is "system" or "developer").Select(m => m.GetProperty("content").GetRawText()));
    }
}
