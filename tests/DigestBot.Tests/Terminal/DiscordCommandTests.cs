using DigestBot.Tests.Chat.Discord;

namespace DigestBot.Tests.Terminal;

public sealed class DiscordCommandTests
{
    [Fact]
    public async Task Registers_once_and_says_then_that_nothing_has_changed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        (var code, var output, _) = await RunAsync(discord, ["discord", "register", "--guild", "77"]);
        code.Should().Be(0);
        output.Should().Contain("is written for the server 77");
        (_, output, _) = await RunAsync(discord, ["discord", "register", "--guild", "77"]);
        output.Should().Contain("is up to date");
        discord.Menus.Should().ContainKey("77");
    }

    [Fact]
    public async Task Prints_the_link_of_the_invitation()
    {
        await using var discord = await FakeDiscord.StartAsync();
        (var code, var output, _) = await RunAsync(discord, ["discord", "invite"]);
        code.Should().Be(0);
        output.Trim().Should().Be("https://discord.com/oauth2/authorize?client_id=900&scope=bot%20applications.commands&permissions=274877991936");
    }

    [Fact]
    public async Task Check_says_what_is_wrong_and_ends_with_1()
    {
        await using var discord = await FakeDiscord.StartAsync();
        (var code, var output, var errors) = await RunAsync(discord, ["discord", "check"]);
        code.Should().Be(1);
        output.Should().Contain("fine   the token is that of DigestBot").And.Contain("wrong  the menu of commands");
        (output + errors).Should().NotContain(FakeDiscord.Token).And.NotContain("   at ");
    }

    [Theory]
    [InlineData("no token is set", "discord", "register")]
    [InlineData("no token is set", "discord", "invite")]
    public async Task Without_a_token_says_in_one_line_where_to_find_it(string words, params string[] arguments)
    {
        (var code, _, var errors) = await BotProcess.RunAsync(arguments);
        code.Should().Be(2);
        errors.Trim().Should().Contain(words).And.NotContain("\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("d75a98")]
    public async Task An_empty_or_malformed_key_stops_the_start_and_says_where_the_right_one_is(string key)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("config/stories"));
        (var code, _, var errors) = await BotProcess.RunAsync(
            ["serve", "--data", folder.File("data"), "--config", folder.File("config"), "--urls", "http://127.0.0.1:0"],
            environment: new Dictionary<string, string> { ["DIGESTBOT_DISCORD__PUBLICKEY"] = key });
        code.Should().Be(2);
        errors.Trim().Should().Contain("DIGESTBOT_DISCORD__PUBLICKEY").And.NotContain("\n");
    }

    [Fact]
    public async Task A_refusal_is_told_in_one_line()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answer(401, """{"message":"401: Unauthorized","code":0}""");
        (var code, _, var errors) = await RunAsync(discord, ["discord", "register"]);
        code.Should().Be(1);
        errors.Trim().Should().Contain("copy it anew").And.NotContain("\n").And.NotContain(FakeDiscord.Token);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(FakeDiscord discord, string[] arguments) => BotProcess.RunAsync(arguments, environment: new Dictionary<string, string>
    {
        ["DIGESTBOT_DISCORD__BOTTOKEN"] = FakeDiscord.Token,
        ["DIGESTBOT_DISCORD__RESTADDRESS"] = discord.Address,
    });
}
