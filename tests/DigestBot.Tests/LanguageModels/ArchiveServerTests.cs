using System.Text.Json;
using DigestBot.Tests.Answers;
using DigestBot.Web;
using Microsoft.AspNetCore.Builder;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace DigestBot.Tests.LanguageModels;

/// <summary>The protocol's own client against the real host and the real program.</summary>
public sealed class ArchiveServerTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_five_reading_tools_over_http()
    {
        await using var app = BotHost.Build(Settings(), archive.Store, archive.Clock);
        await app.StartAsync(Cancel);
        await using var client = await ConnectAsync(app);
        await CallEachAsync(client);
    }

    [Fact]
    public async Task Serves_the_same_tools_on_standard_input_and_output()
    {
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "digestbot.dll"), "mcp", "--data", Path.GetDirectoryName(archive.Store.Path)!],
        }), cancellationToken: Cancel);
        await CallEachAsync(client);
    }

    [Fact]
    public async Task Tells_a_caller_in_words_what_is_wrong()
    {
        await using var app = BotHost.Build(Settings(), archive.Store, archive.Clock);
        await app.StartAsync(Cancel);
        await using var client = await ConnectAsync(app);
        var unknown = await client.CallToolAsync("get_story", new Dictionary<string, object?> { ["id"] = "../../etc/passwd" }, cancellationToken: Cancel);
        var time = await client.CallToolAsync("find_statements", new Dictionary<string, object?> { ["since"] = "the flood" }, cancellationToken: Cancel);
        unknown.IsError.Should().BeTrue();
        Text(unknown).Should().Contain("no story with this id");
        time.IsError.Should().BeTrue();
        Text(time).Should().Contain("2012-12-29");
        Text(await client.CallToolAsync("ask", new Dictionary<string, object?>(), cancellationToken: Cancel)).Should().Be("The arguments do not fit. ask takes question (needed).");
        Text(await client.CallToolAsync("find_statements", new Dictionary<string, object?> { ["limit"] = "many" }, cancellationToken: Cancel)).Should().StartWith("The arguments do not fit. find_statements takes words, ");
    }

    [Fact]
    public async Task Wants_the_operators_key_from_elsewhere()
    {
        const string Key = "a key that nobody guesses";
        await using var app = BotHost.Build(Settings() with { OperatorKey = Key }, archive.Store, archive.Clock);
        await app.StartAsync(Cancel);
        Func<Task> without = async () => await (await ConnectAsync(app, ("X-Forwarded-For", "203.0.113.9"))).DisposeAsync();
        await without.Should().ThrowAsync<HttpRequestException>();
        await using var client = await ConnectAsync(app, ("X-Forwarded-For", "203.0.113.9"), ("Authorization", $"Bearer {Key}"));
        (await client.ListToolsAsync(cancellationToken: Cancel)).Should().HaveCount(5);
    }

    private static Task<McpClient> ConnectAsync(WebApplication app, params (string Name, string Value)[] headers) => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
    {
        Endpoint = new Uri($"{app.Urls.Single()}/mcp"),
        AdditionalHeaders = headers.ToDictionary(h => h.Name, h => h.Value),
    }), cancellationToken: Cancel);

    private static async Task CallEachAsync(McpClient client)
    {
        var tools = await client.ListToolsAsync(cancellationToken: Cancel);
        tools.Select(t => t.Name).Should().BeEquivalentTo("ask", "find_statements", "timeline", "people", "get_story");
        tools.Should().OnlyContain(t => t.ProtocolTool.Annotations!.ReadOnlyHint == true && t.ProtocolTool.Annotations.DestructiveHint == false && t.ProtocolTool.OutputSchema != null);

        var answer = await CallAsync(client, "ask", ("question", "what did Khatib demand from Moscow?"));
        answer.GetProperty("answered").GetBoolean().Should().BeTrue();
        var line = answer.GetProperty("lines")[0];
        var storyId = line.GetProperty("citation").GetProperty("storyId").GetString()!;

        var story = await CallAsync(client, "get_story", ("id", storyId));
        JsonElement[] spans = [.. line.GetProperty("citation").GetProperty("spans").EnumerateArray()];
        var text = story.GetProperty("text").GetString()!;
        string.Join(" … ", spans.Select(s => text[s[0].GetInt32()..s[1].GetInt32()])).Should().Be(line.GetProperty("content").GetString());
        story.GetProperty("statements").GetArrayLength().Should().BePositive();

        var found = await CallAsync(client, "find_statements", ("words", "apology"), ("speaker", "Khatib"), ("limit", 2));
        found.GetProperty("statements").EnumerateArray().Should().HaveCountLessThanOrEqualTo(2)
            .And.OnlyContain(s => s.GetProperty("speaker").GetString()!.EndsWith("hatib", StringComparison.Ordinal) && s.GetProperty("citation").GetProperty("title").GetString()!.Length > 0);
        var timeline = await CallAsync(client, "timeline", ("speaker", "Lavrov"));
        timeline.GetProperty("answered").GetBoolean().Should().BeTrue();
        var people = await CallAsync(client, "people", ("name", "Khatib"));
        people.GetProperty("people")[0].GetProperty("statements").GetInt32().Should().BePositive();
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, params (string Name, object Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => (object?)a.Value), cancellationToken: Cancel);
        result.IsError.Should().NotBe(true, Text(result));
        return result.StructuredContent!.Value;
    }

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(c => c.Text));

    private Settings Settings() => new() { Data = Path.GetDirectoryName(archive.Store.Path)!, Urls = "http://127.0.0.1:0" };
}
