using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Chat.Discord;
using DigestBot.Storage;
using DigestBot.Tests.Answers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat.Discord;

public sealed class DiscordDeparturesTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
    private readonly Store _store;
    private FakeDiscord _discord = null!;
    private ServiceProvider _services = null!;
    private DiscordDepartures _departures = null!;

    public DiscordDeparturesTests() => _store = new Store(_folder.File("digestbot.db"), _clock);

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(_clock);
        _services = new ServiceCollection().AddLogging().AddSingleton(_discord.Settings).AddSingleton<TimeProvider>(_clock).AddDiscord()
            .AddSingleton(new CommandHandler(TestArchive.Of(_store), Verbs.All)).BuildServiceProvider();
        _departures = ActivatorUtilities.CreateInstance<DiscordDepartures>(_services);
        foreach (var workspace in new[] { "discord:1", "discord:2", "discord:user:3", "slack:T1" })
        {
            Feed feed = new($"https://feed.example/{workspace}", IsShared: false);
            await _store.SayAsync("Ana Ruiz", "said", $"that it rained in {workspace}", said: new Said { Feed = feed });
            await _store.SubscribeAsync(workspace, feed, Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _departures.Dispose();
        await _services.DisposeAsync();
        await _discord.DisposeAsync();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_month_after_the_bot_has_left_a_servers_data_is_gone_and_nobody_elses()
    {
        InServers(1);
        await _departures.LookAsync(Cancel);
        (await CountAsync("discord:2")).Should().Be(1, "who removed it by mistake finds all as it was");
        _clock.Advance(DiscordDepartures.Grace + TimeSpan.FromDays(1));
        await _departures.LookAsync(Cancel);
        (await CountAsync("discord:2")).Should().Be(0);
        foreach (var other in new[] { "discord:1", "discord:user:3", "slack:T1" })
        {
            (await CountAsync(other)).Should().Be(1);
        }
    }

    [Fact]
    public async Task Coming_back_begins_the_month_anew()
    {
        InServers(1);
        await _departures.LookAsync(Cancel);
        _clock.Advance(TimeSpan.FromDays(20));
        InServers(1, 2);
        await _departures.LookAsync(Cancel);
        _clock.Advance(TimeSpan.FromDays(20));
        InServers(1);
        await _departures.LookAsync(Cancel);
        _clock.Advance(TimeSpan.FromDays(20));
        await _departures.LookAsync(Cancel);
        (await CountAsync("discord:2")).Should().Be(1);
    }

    [Fact]
    public async Task Where_Discord_does_not_answer_nobody_has_left()
    {
        _discord.Answer(401, """{"message":"401: Unauthorized","code":0}""");
        await _departures.LookAsync(Cancel);
        _clock.Advance(DiscordDepartures.Grace + TimeSpan.FromDays(1));
        InServers(1, 2);
        await _departures.LookAsync(Cancel);
        (await CountAsync("discord:2")).Should().Be(1);
    }

    [Fact]
    public async Task All_servers_are_counted_however_many()
    {
        InServers([.. Enumerable.Range(1, 450)]);
        (await _services.GetRequiredService<DiscordRest>().GuildsAsync(Cancel)).Should().HaveCount(450);
        _discord.Requests.Should().HaveCount(3);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private void InServers(params int[] ids) =>
        _discord.Known["users/@me/guilds"] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = $"{id}", ["name"] = $"Server {id}" })]).ToJsonString();

    private async Task<int> CountAsync(string workspace) => (await _store.StoriesAsync(workspace, limit: 100, cancel: Cancel)).Count;
}
