using DigestBot.LanguageModels.Tools;
using DigestBot.Tests.Answers;

namespace DigestBot.Tests.LanguageModels;

public sealed class ResearcherTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("openai")]
    [InlineData("ollama")]
    [InlineData("anthropic")]
    public async Task Looks_at_most_five_times_and_writes_nothing_over_what_was_not_found(string dialect)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => Scripted.Calls("find_people", new { name = "Khatib" }));
        await using ModelHost host = new(provider.Settings, archive.Store);
        (await host.Researcher.AnswerAsync("local", "gist?", Cancel)).Should().BeNull();
        provider.Requests.Count.Should().BeLessThanOrEqualTo(ResearchTools.MostCalls + 1);
    }

    [Fact]
    public async Task Calls_no_tool_outside_the_list()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Calls("delete_archive", new { path = "/" }));
        await using ModelHost host = new(provider.Settings, archive.Store);
        (await host.Researcher.AnswerAsync("local", "gist?", Cancel)).Should().BeNull();
        provider.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Finds_nothing_of_another_workspace()
    {
        var round = 0;
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => ++round == 1
            ? Scripted.Calls("find_statements", new { words = "the merger" })
            : Scripted.Drafts(("Karl Poe says {1}.", [1])));
        using TemporaryFolder folder = new();
        using DigestBot.Storage.Store store = new(folder.File("digestbot.db"), TimeProvider.System);
        await store.SayAsync("Karl Poe", "said", "the merger is off", said: new Said { Feed = new DigestBot.Storage.Feed("https://news.example/feed", IsShared: false) });
        await using ModelHost host = new(provider.Settings, store);
        (await host.Researcher.AnswerAsync("local", "gist?", Cancel)).Should().BeNull();
        provider.Requests.Should().HaveCount(2).And.NotContain(r => r.Contains("merger is off", StringComparison.Ordinal));
    }
}
