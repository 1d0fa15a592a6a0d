using DigestBot.Tests.Chat.Slack;

namespace DigestBot.Tests.Terminal;

public sealed class SlackCommandTests
{
    [Fact]
    public async Task Prints_the_manifest_under_the_commands_own_name()
    {
        (var code, var output, _) = await BotProcess.RunAsync(["slack", "manifest", "--url", "https://bot.example.org"], environment: new Dictionary<string, string> { ["DIGESTBOT_SLACK__COMMAND"] = "/who" });
        code.Should().Be(0);
        output.Should().StartWith("# Made by: digestbot slack manifest --url https://bot.example.org\n").And.Contain("command: /who\n").And.Contain("url: https://bot.example.org/slack/commands\n");
    }

    [Theory]
    [InlineData("http://bot.example.org", "/digestbot", "is no address that Slack can reach")]
    [InlineData("https://bot.example.org/path", "/digestbot", "is no address that Slack can reach")]
    [InlineData("https://bot.example.org", "who", "DIGESTBOT_SLACK__COMMAND")]
    public async Task What_Slack_would_not_take_is_refused_with_what_to_do(string url, string command, string words)
    {
        (var code, var output, var errors) = await BotProcess.RunAsync(["slack", "manifest", "--url", url], environment: new Dictionary<string, string> { ["DIGESTBOT_SLACK__COMMAND"] = command });
        code.Should().Be(2);
        output.Should().BeEmpty();
        errors.Should().Contain(words).And.NotContain("   at ");
    }

    [Fact]
    public async Task Check_says_what_is_wrong_and_ends_with_1()
    {
        await using var slack = await FakeSlack.StartAsync();
        (var code, var output, var errors) = await BotProcess.RunAsync(["slack", "check"], environment: new Dictionary<string, string>
        {
            ["DIGESTBOT_SLACK__BOTTOKEN"] = FakeSlack.BotToken,
            ["DIGESTBOT_SLACK__APPTOKEN"] = FakeSlack.AppToken,
            ["DIGESTBOT_SLACK__APIADDRESS"] = slack.Settings.ApiAddress,
        });
        code.Should().Be(1);
        output.Should().Contain("fine   the bot token is that of digestbot in Newsroom (T1)").And.Contain("wrong  the bot token lacks app_mentions:read").And.Contain("fine   the app token opens sockets");
        (output + errors).Should().NotContain("secret").And.NotContain("   at ");
    }
}
