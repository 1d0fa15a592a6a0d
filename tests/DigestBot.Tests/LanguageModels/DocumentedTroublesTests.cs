using DigestBot.Tests.Answers;

namespace DigestBot.Tests.LanguageModels;

public sealed class DocumentedTroublesTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    public static TheoryData<string, string> All => new(DocumentedTrouble.All.Select(t => (t.Dialect, t.Name)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_is_told_in_words_that_name_its_cause(string dialect, string name)
    {
        var trouble = Find(dialect, name);
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => trouble.Sends);
        (await ModelCheckTests.CheckAsync(provider.Settings)).Should().Match($"False {trouble.Words}").And.NotContainAny("sk-scripted", "{", "Exception", "\u001b", "\u202e");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task None_reaches_the_chat_and_none_puts_key_or_question_into_the_log(string dialect, string name)
    {
        var trouble = Find(dialect, name);
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => trouble.Sends);
        await using ModelHost host = new(provider.Settings, archive.Store);
        (await host.WriteAsync("what of the secret harbour?")).Should().BeNull();
        (await host.Researcher.AnswerAsync("local", "gist of the secret harbour?", Cancel)).Should().BeNull();
        host.Log.All.Should().Contain("The language model did not write").And.NotContainAny("sk-scripted", "secret harbour", "invalid_request_error");
    }

    [Fact]
    public async Task A_provider_that_repeats_the_question_is_not_quoted_in_the_log()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Sends(400, """{"error":{"message":"cannot read: what of the secret harbour?","type":"x","param":null,"code":null}}"""));
        await using ModelHost host = new(provider.Settings);
        (await host.WriteAsync("what of the secret harbour?")).Should().BeNull();
        host.Log.All.Should().Contain("does not take the request (400).").And.NotContain("secret harbour");
    }

    [Fact]
    public async Task A_request_that_was_refused_used_nothing_of_the_budget()
    {
        var asked = 0;
        await using var provider = await ScriptedProvider.StartAsync("anthropic", _ => ++asked < 4 ? Find("anthropic", "too many requests").Sends : Scripted.Drafts(("Khatib demands {1}.", [1])));
        await using ModelHost host = new(provider.Settings with { TokensADay = 9_000 });
        for (var i = 0; i < 3; i++)
        {
            (await host.WriteAsync()).Should().BeNull();
            host.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        (await host.WriteAsync()).Should().NotBeNull(host.Log.All);
    }

    [Fact]
    public async Task Ollama_asks_for_a_key_only_where_none_is_set()
    {
        await using var provider = await ScriptedProvider.StartAsync("ollama", _ => Find("ollama", "a wrong key").Sends);
        (await ModelCheckTests.CheckAsync(provider.Settings with { Key = null })).Should().EndWith("the provider wants a key or a login (401: unauthorized). Set DIGESTBOT_MODEL__KEY, or run \"ollama signin\" where Ollama runs.");
    }

    private static DocumentedTrouble Find(string dialect, string name) => DocumentedTrouble.All.Single(t => t.Dialect == dialect && t.Name == name);
}
