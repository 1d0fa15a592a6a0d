using System.Text.Json;
using DigestBot.LanguageModels;
using DigestBot.Tests.Answers;

namespace DigestBot.Tests.LanguageModels;

/// <summary>What is sent to each provider, in its own documented form.</summary>
public sealed class WireFormTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Dialects => ScriptedProvider.Dialects;

    [Theory]
    [InlineData("openai", "sk-scripted-key", "Bearer sk-scripted-key")]
    [InlineData("anthropic", "sk-scripted-key", "Bearer sk-scripted-key")]
    [InlineData("ollama", "sk-scripted-key", "Bearer sk-scripted-key")]
    [InlineData("ollama", null, null)]
    [InlineData("ollama", "", null)]
    public async Task The_key_goes_where_one_is_set(string dialect, string? key, string? sent)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => ModelCheckTests.True);
        await ModelCheckTests.CheckAsync(provider.Settings with { Key = key });
        provider.Headers.Select(h => h.GetValueOrDefault("Authorization")).Should().AllBe(sent);
        provider.Headers.Select(h => h.ContainsKey("anthropic-version")).Should().AllBeEquivalentTo(dialect == "anthropic");
    }

    [Theory]
    [InlineData("openai", "/chat/completions")]
    [InlineData("ollama", "/api/chat")]
    [InlineData("anthropic", "/v1/messages")]
    public async Task An_address_with_a_path_keeps_it(string dialect, string path)
    {
        List<string> asked = [];
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => Scripted.Does(context =>
        {
            asked.Add(context.Request.Path);
            return ScriptedProvider.AnswerAsync(context, dialect, Scripted.Says("{}"));
        }));
        foreach (var end in (string[])["/behind/a/proxy", "/behind/a/proxy/"])
        {
            await ModelCheckTests.CheckAsync(provider.Settings with { Address = provider.Settings.Address + end });
        }

        asked.Should().Equal($"/behind/a/proxy{path}", $"/behind/a/proxy{path}");
    }

    [Theory]
    [InlineData("openai", "response_format.json_schema.schema", "max_completion_tokens")]
    [InlineData("ollama", "format", "options.num_predict")]
    [InlineData("anthropic", "output_config.format.schema", "max_tokens")]
    public async Task The_form_demands_every_member_and_none_may_be_null(string dialect, string form, string most)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => Scripted.Says("{}"));
        await ModelCheckTests.CheckAsync(provider.Settings);
        var asked = JsonElement.Parse(provider.Requests.Single());
        var schema = At(asked, form);
        Required(schema).Should().Equal("sentences");
        At(schema, "properties.sentences.type").GetString().Should().Be("array");
        var sentence = At(schema, "properties.sentences.items");
        Required(sentence).Should().Equal("text", "statements");
        At(sentence, "properties.text.type").GetString().Should().Be("string");
        At(sentence, "properties.statements.type").GetString().Should().Be("array");
        At(asked, most).GetInt32().Should().Be(4_000);
        asked.EnumerateObject().Select(p => p.Name).Should().NotIntersectWith(["temperature", "top_p", "top_k", "thinking", "think", "reasoning_effort"], "some models refuse each of these");
    }

    [Fact]
    public async Task OpenAI_itself_is_held_to_the_form_strictly_and_servers_like_it_are_not_told_so()
    {
        foreach (var isOpenAI in (bool[])[true, false])
        {
            await using var provider = await ScriptedProvider.StartAsync("openai", _ => ModelCheckTests.True);
            var settings = isOpenAI ? provider.Settings with { Address = null } : provider.Settings;
            using var client = ModelClient.Create(new Settings { Model = settings }, new Diverted(new Uri(provider.Settings.Address!)));
            await new ModelCheck(client, settings, TimeProvider.System).RunAsync(Cancel);
            provider.Requests.Should().HaveCount(2);
            provider.Requests.Select(r => At(JsonElement.Parse(r), "response_format.json_schema").TryGetProperty("strict", out var strict) && strict.GetBoolean()).Should().AllBeEquivalentTo(isOpenAI);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"sentences\":null}")]
    [InlineData("{\"sentences\":[null]}")]
    [InlineData("{\"sentences\":[{\"text\":\"Khatib demands {1}.\"}]}")]
    [InlineData("```json\n{}\n```")]
    [InlineData("```")]
    [InlineData("``````")]
    [InlineData("```\n```")]
    public async Task What_lacks_a_member_is_no_draft(string text)
    {
        await using var provider = await ScriptedProvider.StartAsync("ollama", _ => Scripted.Says(text));
        (await ModelCheckTests.CheckAsync(provider.Settings)).Should().Match("False *structured output (JSON).");
        await using ModelHost host = new(provider.Settings);
        (await host.WriteAsync()).Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_draft_in_a_fence_is_read(string dialect)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => Scripted.Says($"```json\n{ModelCheckTests.True.Text}\n```\n"));
        (await ModelCheckTests.CheckAsync(provider.Settings)).Should().StartWith("True ");
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_draft_behind_thinking_is_read(string dialect)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => ModelCheckTests.True with { Thinking = "Let me see.", Tokens = 3_000 });
        (await ModelCheckTests.CheckAsync(provider.Settings)).Should().Match("True *, 3000 tokens.*");
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task What_a_tool_gives_goes_back_as_it_is_and_thinking_comes_back_whole(string dialect)
    {
        var round = 0;
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => ++round == 1
            ? Scripted.Calls("find_people", new { name = "Khatib" }) with { Thinking = "Let me see." }
            : Scripted.Drafts(("Khatib demands {1}.", [1])));
        await using ModelHost host = new(provider.Settings, archive.Store);
        await host.Researcher.AnswerAsync("local", "gist?", Cancel);
        var messages = JsonElement.Parse(provider.Requests[1]).GetProperty("messages").EnumerateArray().ToArray();
        var (calling, given) = (messages[^2], messages[^1]);
        var content = dialect == "anthropic" ? given.GetProperty("content")[0].GetProperty("content") : given.GetProperty("content");
        content.GetString().Should().StartWith("<data>\n{\"people\":[").And.EndWith("\n</data>");
        if (dialect == "anthropic")
        {
            calling.GetProperty("content").EnumerateArray().Select(c => c.GetProperty("type").GetString()).Should().Equal("thinking", "redacted_thinking", "tool_use");
            calling.GetProperty("content")[0].GetProperty("signature").GetString().Should().Be("EqQBCgIYAhIM");
        }
        else
        {
            given.GetProperty("role").GetString().Should().Be("tool");
        }
    }

    private static JsonElement At(JsonElement json, string path) => path.Split('.').Aggregate(json, (at, name) => at.GetProperty(name));

    private static IEnumerable<string?> Required(JsonElement schema) => schema.GetProperty("required").EnumerateArray().Select(r => r.GetString());

    /// <summary>Leads what is meant for a provider to a listener on this machine.</summary>
    private sealed class Diverted(Uri to) : DelegatingHandler(new SocketsHttpHandler()), IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(to, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
