using DigestBot.Tests.Answers;

namespace DigestBot.Tests.LanguageModels;

/// <summary>A model that writes and cannot call tools; each kind of server says it otherwise.</summary>
public sealed class ToollessModelTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    public static TheoryData<string, int, string> Said => new()
    {
        { "ollama", 400, """{"error":"registry.ollama.ai/library/gemma3:4b does not support tools"}""" },
        { "openai", 400, """{"error":{"message":"registry.ollama.ai/library/gemma3:4b does not support tools","type":"invalid_request_error","param":null,"code":null}}""" },
        { "openai", 400, """{"object":"error","message":"\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set","type":"BadRequestError","param":null,"code":400}""" },
        { "openai", 500, """{"error":{"code":500,"message":"tools param requires --jinja flag","type":"server_error"}}""" },
        { "openai", 404, """{"error":{"message":"No endpoints found that support tool use","code":404}}""" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Said))]
    public async Task Keeps_writing_and_is_not_asked_to_look_up_again(string dialect, int status, string body)
    {
        await using var provider = await StartAsync(dialect, status, body);
        await using ModelHost host = new(provider.Settings, archive.Store);
        (await host.Researcher.AnswerAsync("local", "gist?", Cancel)).Should().BeNull();
        (await host.WriteAsync()).Should().NotBeNull("it writes as before: {0}", host.Log.All);
        host.Clock.Advance(TimeSpan.FromDays(2));
        (await host.Researcher.AnswerAsync("local", "another gist?", Cancel)).Should().BeNull();
        provider.Requests.Should().HaveCount(2);
        host.Log.All.Should().Contain("looks nothing up: the model, as it is served, cannot call tools").And.Contain("tool").And.NotContain("structured output");
    }

    [Theory]
    [MemberData(nameof(Said))]
    public async Task Is_told_by_the_check_to_write_and_not_to_look_up(string dialect, int status, string body)
    {
        await using var provider = await StartAsync(dialect, status, body);
        (await ModelCheckTests.CheckAsync(provider.Settings)).Should().Match($"True *works: 1 of 1 *It writes, but does not look up: the model, as it is served, cannot call tools ({status}: *). Questions that the parser does not understand stay without an answer.");
    }

    [Theory]
    [MemberData(nameof(ScriptedProvider.Dialects), MemberType = typeof(ScriptedProvider))]
    public async Task Is_told_from_one_that_calls_none_and_from_one_that_calls(string dialect)
    {
        await using var shy = await ScriptedProvider.StartAsync(dialect, _ => ModelCheckTests.True);
        (await ModelCheckTests.CheckAsync(shy.Settings)).Should().Match("True *works*does not look up: it was offered a tool and called none.*");

        await using var able = await ScriptedProvider.StartAsync(dialect, body => Offers(body) && !body.Contains("storyId", StringComparison.Ordinal) ? Scripted.Calls("find_statements", new { words = "bridge" }) : ModelCheckTests.True);
        (await ModelCheckTests.CheckAsync(able.Settings)).Should().Match("True *works*. It also looks up what the parser does not understand.");
    }

    [Theory]
    [MemberData(nameof(ScriptedProvider.Dialects), MemberType = typeof(ScriptedProvider))]
    public async Task Trouble_in_looking_up_rests_only_looking_up(string dialect)
    {
        await using var provider = await StartAsync(dialect, 400, """{"error":{"message":"the request exceeds the available context size"}}""");
        await using ModelHost host = new(provider.Settings, archive.Store);
        (await host.Researcher.AnswerAsync("local", "gist?", Cancel)).Should().BeNull();
        (await host.Researcher.AnswerAsync("local", "gist?", Cancel)).Should().BeNull();
        (await host.WriteAsync()).Should().NotBeNull();
        provider.Requests.Should().HaveCount(2);
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        await host.Researcher.AnswerAsync("local", "gist?", Cancel);
        provider.Requests.Should().HaveCount(3);
    }

    private static Task<ScriptedProvider> StartAsync(string dialect, int status, string body) =>
        ScriptedProvider.StartAsync(dialect, asked => Offers(asked) ? Scripted.Sends(status, body) : asked.Contains("bridge", StringComparison.Ordinal) && asked.Contains("Omar Diaz", StringComparison.Ordinal) && !asked.Contains("Lavrov", StringComparison.Ordinal) ? ModelCheckTests.True : Scripted.Drafts(("Khatib demands {1}.", [1])));

    private static bool Offers(string body) => body.Contains("\"tools\":", StringComparison.Ordinal);
}
