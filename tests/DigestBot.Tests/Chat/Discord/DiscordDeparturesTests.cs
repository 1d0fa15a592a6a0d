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
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
    private readonly Store store;
    private FakeDiscord discord = null!;
    private ServiceProvider services = null!;
    private DiscordDepartures departures = null!;

    public DiscordDeparturesTests() => store = new Store(folder.File("digestbot.db"), clock);

    public async ValueTask InitializeAsync()
    {
        discord = await FakeDiscord.StartAsync(clock);
        services = new ServiceCollection().AddLogging().AddSingleton(discord.Settings).AddSingleton<TimeProvider>(clock).AddDiscord()
            .AddSingleton(new CommandHandler(TestArchive.Of(store), Verbs.All)).BuildServiceProvider();
        departures = ActivatorUtilities.CreateInstance<DiscordDepartures>(services);
        foreach (string workspace in new[] { "discord:1", "discord:2", "discord:user:3", "slack:T1" })
        {
            Feed feed = new($"https://feed.example/{workspace}", IsShared: false);
            await store.SayAsync("Ana Ruiz", "said", $"that it rained in {workspace}", said: new Said { Feed = feed });
            await store.SubscribeAsync(workspace, feed, Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        departures.Dispose();
        await services.DisposeAsync();
        await discord.DisposeAsync();
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_month_after_the_bot_has_left_a_servers_data_is_gone_and_nobody_elses()
    {
        InServers(1);
        await departures.LookAsync(Cancel);
        (await CountAsync("discord:2")).Should().Be(1, "who removed it by mistake finds all as it was");
        clock.Advance(DiscordDepartures.Grace + TimeSpan.FromDays(1));
        await departures.LookAsync(Cancel);
        (await CountAsync("discord:2")).Should().Be(0);
        foreach (string other in new[] { "discord:1", "discord:user:3", "slack:T1" })
            (await CountAsync(other)).Should().Be(1);
    }

    [Fact]
    public async Task Coming_back_begins_the_month_anew()
    {
        InServers(1);
        await departures.LookAsync(Cancel);
        clock.Advance(TimeSpan.FromDays(20));
        InServers(1, 2);
        await departures.LookAsync(Cancel);
        clock.Advance(TimeSpan.FromDays(20));
        InServers(1);
        await departures.LookAsync(Cancel);
        clock.Advance(TimeSpan.FromDays(20));
        await departures.LookAsync(Cancel);
        (await CountAsync("discord:2")).Should().Be(1);
    }

    [Fact]
    public async Task Where_Discord_does_not_answer_nobody_has_left()
    {
        discord.Answer(401, """{"message":"401: Unauthorized","code":0}""");
        await departures.LookAsync(Cancel);
        clock.Advance(DiscordDepartures.Grace + TimeSpan.FromDays(1));
        InServers(1, 2);
        await departures.LookAsync(Cancel);
        (await CountAsync("discord:2")).Should().Be(1);
    }

    [Fact]
    public async Task All_servers_are_counted_however_many()
    {
        InServers([.. Enumerable.Range(1, 450)]);
        (await services.GetRequiredService<DiscordRest>().GuildsAsync(Cancel)).Should().HaveCount(450);
        discord.Requests.Should().HaveCount(3);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private void InServers(params int[] ids) =>
        discord.Known["users/@me/guilds"] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = $"{id}", ["name"] = $"Server {id}" })]).ToJsonString();

    private async Task<int> CountAsync(string workspace) => (await store.StoriesAsync(workspace, limit: 100, cancel: Cancel)).Count;
}
