using System.Text.Json.Nodes;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackManagersTests : SlackTests
{
    [Theory]
    [InlineData("""{"id":"U1","team_id":"T1","deleted":false,"is_admin":true,"is_owner":false}""", true)]
    [InlineData("""{"id":"U1","team_id":"T1","is_admin":false,"is_owner":true}""", true)]
    [InlineData("""{"id":"U1","team_id":"T1","is_primary_owner":true}""", true)]
    [InlineData("""{"id":"U1","team_id":"T1","is_admin":false,"is_owner":false,"is_primary_owner":false}""", false)]
    [InlineData("""{"id":"U1","team_id":"T1"}""", false)]
    [InlineData("""{"id":"U1","team_id":"T1","is_admin":true,"deleted":true}""", false)]
    [InlineData("""{"id":"U1","team_id":"T2","is_admin":true}""", false)]
    [InlineData("null", false)]
    public async Task What_is_for_managers_is_done_for_the_workspaces_own_admins_and_owners_alone(string user, bool mayManage)
    {
        Slack.Users["U1"] = user;
        await using var host = await StartAsync("");
        await ShowAsync(host, mayManage);
    }

    [Fact]
    public async Task Whom_the_operator_names_is_not_looked_up()
    {
        await using var host = await StartAsync("U9, U1");
        await ShowAsync(host, mayManage: true);
        Slack.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Slack_is_asked_about_somebody_once_in_five_minutes_and_about_everybody_else_not_at_all()
    {
        Slack.Users["U1"] = """{"id":"U1","team_id":"T1","is_admin":true}""";
        await using var host = await StartAsync("");
        using var _ = await CommandAsync(host, "ask who?");
        Slack.Requests.Should().BeEmpty("that is for everybody");
        await ShowAsync(host, mayManage: true);
        await ShowAsync(host, mayManage: true);
        Slack.Requests.Should().ContainSingle();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Slack.Users["U1"] = """{"id":"U1","team_id":"T1","is_admin":false}""";
        using var response = await CommandAsync(host, "show it", 300);
        ((string?)JsonNode.Parse(await response.ReadAsync())!["text"]).Should().StartWith("Only those");
    }

    [Fact]
    public async Task Where_Slack_does_not_say_it_is_refused_and_the_log_says_what_to_do()
    {
        Slack.Answer("users.info", 200, """{"ok":false,"error":"missing_scope","needed":"users:read"}""");
        Slack.Users["U1"] = """{"id":"U1","team_id":"T1","is_admin":true}""";
        await using var host = await StartAsync("");
        await ShowAsync(host, mayManage: false);
        host.Log.All.Should().Contain("users:read").And.Contain("DIGESTBOT_SLACK__MANAGERS");
        await ShowAsync(host, mayManage: true);
    }

    private Task<ChatHost> StartAsync(string managers) => ChatHost.StartAsync(
        new Settings { Slack = Slack.Settings with { Managers = managers } },
        ChatHost.Echo,
        ChatHost.TestVerb("show", (_, _) => Task.FromResult(new Reply { Text = "For all to see." })) with { ForManagers = _ => "show it" });

    private static async Task ShowAsync(ChatHost host, bool mayManage)
    {
        using var response = await CommandAsync(host, "show it");
        var answer = JsonNode.Parse(await response.ReadAsync())!;
        ((string?)answer["text"]).Should().Be(mayManage ? "For all to see." : "Only those who manage this workspace may show it.");
        ((string?)answer["response_type"]).Should().Be("ephemeral");
    }

    private static Task<HttpResponseMessage> CommandAsync(ChatHost host, string text, int late = 0) =>
        host.KnockAsync("/slack/commands", SlackSignatureTests.Sign(1_800_000_000 + late, $"text={Uri.EscapeDataString(text)}&team_id=T1&user_id=U1"), "application/x-www-form-urlencoded");
}
