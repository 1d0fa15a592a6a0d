using DigestBot.Chat;
using DigestBot.Chat.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackCheckTests : SlackTests
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Slack.Scopes = string.Join(',', SlackManifest.Scopes.Select(s => s.Name));
    }

    [Fact]
    public async Task Nothing_is_wrong_where_all_is_set_up() =>
        (await CheckAsync(Slack.Settings with { AppToken = FakeSlack.AppToken })).Should().OnlyContain(f => f.IsFine).And.HaveCount(5);

    [Fact]
    public async Task Without_any_setting_it_says_where_to_begin()
    {
        var wrong = await WrongAsync(new SlackSettings());
        wrong.Should().HaveCount(2);
        wrong[0].Should().Contain("DIGESTBOT_SLACK__BOTTOKEN");
        wrong[1].Should().Contain("DIGESTBOT_SLACK__APPTOKEN").And.Contain("DIGESTBOT_SLACK__SIGNINGSECRET");
    }

    [Fact]
    public async Task Missing_scopes_are_named_with_what_they_are_for()
    {
        Slack.Scopes = "commands,chat:write,channels:history,groups:history,im:history,users:read";
        (await WrongAsync(Slack.Settings)).Should().ContainSingle().Which.Should().Contain("app_mentions:read (to see mentions of the bot): add it");
    }

    [Fact]
    public async Task A_wrong_token_is_told_with_the_setting_that_holds_it()
    {
        var wrong = await WrongAsync(Slack.Settings with { BotToken = "xoxb-other", AppToken = "xapp-other" });
        wrong[0].Should().Contain("DIGESTBOT_SLACK__BOTTOKEN");
        wrong[1].Should().Contain("DIGESTBOT_SLACK__APPTOKEN");
        string.Join('\n', wrong).Should().NotContain("other");
    }

    [Theory]
    [InlineData("not_in_channel", "invite it there")]
    [InlineData("channel_not_found", "DIGESTBOT_SLACK__DIGESTCHANNEL")]
    public async Task A_digest_channel_that_the_bot_does_not_see_is_told(string error, string words)
    {
        Slack.Refuse("conversations.history", error);
        (await WrongAsync(Slack.Settings)).Should().ContainSingle().Which.Should().Contain(words);
    }

    [Fact]
    public async Task An_installation_that_is_half_set_up_is_told()
    {
        (await WrongAsync(Slack.Settings with { ClientId = "1.2" })).Should().ContainSingle().Which.Should().Contain("DIGESTBOT_SLACK__CLIENTSECRET");
        (await WrongAsync(Slack.Settings with { ClientId = "1.2", ClientSecret = "x" })).Should().ContainSingle().Which.Should().Contain("DIGESTBOT_SLACK__PUBLICADDRESS");
    }

    [Fact]
    public async Task A_digest_channel_without_a_token_to_post_with_is_told() =>
        (await WrongAsync(Slack.Settings with { BotToken = null, SigningSecret = null })).Should().Contain(f => f.StartsWith("a digest channel is set", StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> WrongAsync(SlackSettings settings) => [.. (await CheckAsync(settings)).Where(f => !f.IsFine).Select(f => f.Words)];

    private static async Task<IReadOnlyList<Finding>> CheckAsync(SlackSettings settings)
    {
        await using var services = new ServiceCollection().AddSingleton(new Settings { Slack = settings }).AddSingleton(TimeProvider.System).AddSlack().BuildServiceProvider();
        return await ActivatorUtilities.CreateInstance<SlackCheck>(services).RunAsync(TestContext.Current.CancellationToken);
    }
}
