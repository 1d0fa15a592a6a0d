using System.Text.Json;
using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Tests.Answers;
using DigestBot.Web;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace DigestBot.Tests.LanguageModels;

/// <summary>The only key of /mcp is the operator's, and it shows what the console shows: never what a workspace's own feeds brought.</summary>
public sealed class ArchiveServerTenantTests : IDisposable
{
    private const string Key = "a key that nobody guesses";
    private const string Hidden = "Zqx";
    private const string HiddenStory = "hidden-story";
    private const string Guild = "discord:4";

    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;

    public ArchiveServerTenantTests() => _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Shows_nothing_that_another_workspaces_own_feed_brought()
    {
        await PlantAsync();
        (await _store.FindStatementsAsync(Guild, new StatementFilter(), Cancel)).Should().Contain(s => s.StoryId == HiddenStory, "its own workspace sees it");
        await using var app = BotHost.Build(new Settings { Data = Path.GetDirectoryName(_store.Path)!, Urls = "http://127.0.0.1:0", OperatorKey = Key }, _store, TimeProvider.System);
        await app.StartAsync(Cancel);
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri($"{app.Urls.Single()}/mcp"),
            // A caller may say what it likes of whom it works for; the key alone counts.
            AdditionalHeaders = new Dictionary<string, string> { ["X-Forwarded-For"] = "203.0.113.9", ["Authorization"] = $"Bearer {Key}", ["X-Workspace"] = Guild },
        }), cancellationToken: Cancel);

        string[] told =
        [
            await CallAsync(client, "ask", ("question", "what did Ruiz demand?")),
            await CallAsync(client, "ask", ("question", $"what did {Hidden}a Poe say about the merger?")),
            await CallAsync(client, "find_statements", ("words", "merger bridge"), ("workspace", Guild)),
            await CallAsync(client, "find_statements", ("speaker", "Ruiz")),
            await CallAsync(client, "timeline", ("speaker", "Ruiz")),
            await CallAsync(client, "timeline", ("speaker", $"{Hidden}a Poe")),
            await CallAsync(client, "people"),
            await CallAsync(client, "people", ("name", "Poe")),
            await CallAsync(client, "people", ("name", "Ruiz")),
            await CallAsync(client, "get_story", ("id", HiddenStory)),
        ];
        told.Should().AllSatisfy(t => t.Should().NotContain("merger of").And.NotContain(HiddenStory).And.NotContain($"{Hidden} "));
        told[0].Should().Contain("a new bridge");
        told[4].Should().Contain("a new bridge");
        told[9].Should().Contain("no story with this id");
        using var ruiz = JsonDocument.Parse(told[8]);
        ruiz.RootElement.GetProperty("people")[0].GetProperty("statements").GetInt32().Should().Be(1, "what is hidden is not counted either");
    }

    private static async Task<string> CallAsync(McpClient client, string tool, params (string Name, object Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => (object?)a.Value), cancellationToken: Cancel);
        return result.StructuredContent?.ToString() ?? string.Concat(result.Content.OfType<TextContentBlock>().Select(c => c.Text));
    }

    private async Task PlantAsync()
    {
        Feed feed = new("https://feeds.example/4", IsShared: false);
        await _store.SubscribeAsync(Guild, feed, Cancel);
        await _store.SayAsync("Ana Ruiz", "demanded", "a new bridge", SpeechAct.Demands);
        await _store.SayAsync("Ana Ruiz", "demanded", $"the {Hidden} bridge, and the merger of its banks", SpeechAct.Demands, said: new Said { Id = HiddenStory, Feed = feed });
        await _store.SayAsync($"{Hidden}a Poe", "said", "the merger of the two banks is off", said: new Said { Id = "hidden-story-2", Feed = feed });
    }
}
