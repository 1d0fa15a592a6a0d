using DigestBot.Chat;
using DigestBot.Chat.Discord;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Chat.Discord;

public sealed class DiscordCheckTests : IAsyncLifetime
{
    private const string Key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private FakeDiscord _discord = null!;
    private FakePlatform _door = null!;
    private int _doorsAnswer = 401;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync();
        _door = await FakePlatform.StartAsync((_, _, context) => FakePlatform.Json(context, _doorsAnswer, ""));
        _discord.Application["verify_key"] = Key;
        _discord.Known["users/@me/guilds"] = """[{"id":"77","name":"News readers"}]""";
        _discord.Known["channels/5"] = """{"id":"5","name":"news","type":0,"guild_id":"77","permission_overwrites":[]}""";
        _discord.Known["guilds/77"] = """{"id":"77","name":"News readers","owner_id":"1","roles":[{"id":"77","permissions":"1024"},{"id":"8","permissions":"83968"}]}""";
        _discord.Known["guilds/77/members/900"] = """{"roles":["8"]}""";
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task Finds_nothing_wrong_where_nothing_is()
    {
        await using (var services = Services(_discord.Settings))
        {
            await CommandMenu.RegisterAsync(services.GetRequiredService<DiscordRest>(), FakeDiscord.ApplicationId, null, TestContext.Current.CancellationToken);
        }

        (await FindingsAsync(s => s)).Should().OnlyContain(f => f.IsFine).And.HaveCount(5);
    }

    [Fact]
    public async Task Says_that_no_token_is_set() => await ShouldBeWrongAsync(s => s with { BotToken = null }, "*no token is set*");

    [Fact]
    public async Task Says_that_the_token_is_wrong_without_showing_it()
    {
        var finding = await ShouldBeWrongAsync(s => s with { BotToken = "wrong.token" }, "*copy it anew*");
        finding.Words.Should().NotContain("wrong.token");
    }

    [Fact]
    public async Task Says_that_the_token_is_another_applications() => await ShouldBeWrongAsync(s => s with { ApplicationId = "901" }, "*belongs to the application 900*");

    [Fact]
    public async Task Says_that_the_menu_is_not_written() => await ShouldBeWrongAsync(s => s, "*discord register*");

    [Fact]
    public async Task Says_that_the_key_is_another_applications() => await ShouldBeWrongAsync(s => s with { PublicKey = new string('0', 64) }, "*not that of the application*");

    [Fact]
    public async Task Says_that_Discord_does_not_know_the_address() => await ShouldBeWrongAsync(s => s with { PublicKey = Key }, "*Interactions Endpoint URL*");

    [Fact]
    public async Task Says_that_commands_go_to_an_address_which_nobody_answers()
    {
        _discord.Application["interactions_endpoint_url"] = $"{_door.Address}/discord/interactions";
        await ShouldBeWrongAsync(s => s, "*no public key is set*");
    }

    [Fact]
    public async Task Says_that_the_address_leads_elsewhere()
    {
        _discord.Application["interactions_endpoint_url"] = $"{_door.Address}/elsewhere";
        await ShouldBeWrongAsync(s => s with { PublicKey = Key }, "*answers at /discord/interactions*");
    }

    [Theory]
    [InlineData(404, "*answers 404*")]
    [InlineData(200, "*answers 200*")]
    public async Task Says_that_something_else_answers_there(int answer, string words)
    {
        _doorsAnswer = answer;
        _discord.Application["interactions_endpoint_url"] = $"{_door.Address}/discord/interactions";
        await ShouldBeWrongAsync(s => s with { PublicKey = Key }, words);
    }

    [Fact]
    public async Task Says_that_nobody_answers_there()
    {
        _discord.Application["interactions_endpoint_url"] = "http://127.0.0.1:1/discord/interactions";
        await ShouldBeWrongAsync(s => s with { PublicKey = Key }, "*cannot be reached from here*");
    }

    [Fact]
    public async Task Says_that_the_bot_is_in_no_server()
    {
        _discord.Known["users/@me/guilds"] = "[]";
        await ShouldBeWrongAsync(s => s, "*discord invite*");
    }

    [Fact]
    public async Task Says_that_there_is_no_such_channel() => await ShouldBeWrongAsync(s => s with { DigestChannel = "6" }, "*no such channel*");

    [Fact]
    public async Task Says_that_a_voice_channel_takes_no_digest()
    {
        _discord.Known["channels/5"] = """{"id":"5","name":"talk","type":2,"guild_id":"77"}""";
        await ShouldBeWrongAsync(s => s, "*no text channel*");
    }

    [Theory]
    [InlineData("""[{"id":"77","type":0,"allow":"0","deny":"2048"}]""", "*lacks Send Messages:*")]
    [InlineData("""[{"id":"8","type":0,"allow":"0","deny":"18432"}]""", "*lacks Send Messages and Embed Links:*")]
    [InlineData("""[{"id":"900","type":1,"allow":"0","deny":"65536"}]""", "*lacks Read Message History:*")]
    [InlineData("""[{"id":"900","type":1,"allow":"0","deny":"1024"}]""", "*lacks View Channel:*")]
    [InlineData("""[{"id":"8","type":0,"allow":"2048","deny":"0"},{"id":"900","type":1,"allow":"0","deny":"2048"}]""", "*lacks Send Messages:*")]
    public async Task Names_the_permissions_that_the_channel_takes_away(string overwrites, string words)
    {
        _discord.Known["channels/5"] = $$"""{"id":"5","name":"news","type":0,"guild_id":"77","permission_overwrites":{{overwrites}}}""";
        await ShouldBeWrongAsync(s => s, words);
    }

    [Fact]
    public async Task A_threads_permissions_are_its_channels_and_one_of_its_own()
    {
        _discord.Known["channels/6"] = """{"id":"6","name":"thread","type":11,"guild_id":"77","parent_id":"5"}""";
        await ShouldBeWrongAsync(s => s with { DigestChannel = "6" }, "*lacks Send Messages in Threads:*");
    }

    [Theory]
    [InlineData("""[{"id":"77","allow":"0","deny":"2048"},{"id":"8","allow":"2048","deny":"0"}]""", true)]
    [InlineData("""[{"id":"8","allow":"0","deny":"2048"},{"id":"900","allow":"2048","deny":"0"}]""", true)]
    [InlineData("""[{"id":"9","allow":"0","deny":"2048"}]""", true)]
    public async Task What_is_given_last_counts(string overwrites, bool isFine)
    {
        _discord.Known["channels/5"] = $$"""{"id":"5","name":"news","type":0,"guild_id":"77","permission_overwrites":{{overwrites}}}""";
        (await FindingsAsync(s => s))[^1].IsFine.Should().Be(isFine);
    }

    private async Task<Finding> ShouldBeWrongAsync(Func<DiscordSettings, DiscordSettings> change, string words)
    {
        Finding[] wrong = [.. (await FindingsAsync(change)).Where(f => !f.IsFine)];
        return wrong.Should().Contain(f => new System.Text.RegularExpressions.Regex($"^{System.Text.RegularExpressions.Regex.Escape(words).Replace("\\*", ".*")}$").IsMatch(f.Words), string.Join('\n', wrong.Select(f => f.Words))).Which;
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync(Func<DiscordSettings, DiscordSettings> change)
    {
        await using var services = Services(_discord.Settings with { Discord = change(_discord.Settings.Discord) });
        return await ActivatorUtilities.CreateInstance<DiscordCheck>(services).RunAsync(TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Services(Settings settings) =>
        new ServiceCollection().AddLogging().AddSingleton(settings).AddSingleton(TimeProvider.System).AddDiscord().BuildServiceProvider();
}
