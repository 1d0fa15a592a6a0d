using System.Text.Json.Nodes;
using DigestBot.Chat.Slack;
using YamlDotNet.Serialization;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackManifestTests
{
    [Fact]
    public void The_file_is_what_the_program_prints() =>
        File.ReadAllText(Path.Combine(Repository.Root, "config", "slack-manifest.yaml")).Should().Be(SlackManifest.Write("/digestbot", null, isSocketMode: false), "it is made by: digestbot slack manifest > config/slack-manifest.yaml");

    [Theory]
    [InlineData(null, false)]
    [InlineData("https://bot.example.org", false)]
    [InlineData("https://bot.example.org/", true)]
    public void Fits_Slacks_own_schema(string? address, bool isSocketMode)
    {
        JsonSchema schema = new(JsonNode.Parse(File.ReadAllText(Repository.Shared("contracts/slack-manifest.schema.json")))!);
        schema.Problems(Read(address, isSocketMode)).Should().BeEmpty();
    }

    [Fact]
    public void The_schemas_check_sees_what_does_not_fit()
    {
        JsonSchema schema = new(JsonNode.Parse(File.ReadAllText(Repository.Shared("contracts/slack-manifest.schema.json")))!);
        var manifest = Read(null, false);
        manifest["display_information"]!["name"] = new string('x', 36);
        manifest["features"]!["slash_commands"]![0]!["command"] = "digestbot";
        manifest["settings"]!["socket_mode_enabled"] = "yes";
        manifest["settings"]!["colour"] = 1;
        manifest["features"]!["shortcuts"]![0]!.AsObject().Remove("callback_id");
        schema.Problems(manifest).Should().HaveCount(5);
    }

    [Fact]
    public void Holds_every_scope_and_event_that_the_code_uses_and_no_other()
    {
        var manifest = Read(null, false);
        Texts(manifest["oauth_config"]!["scopes"]!["bot"]!).Should().Equal(SlackManifest.Scopes.Select(s => s.Name));
        Texts(manifest["settings"]!["event_subscriptions"]!["bot_events"]!).Should().Equal(SlackManifest.Events);
        ((string?)manifest["features"]!["shortcuts"]![0]!["callback_id"]).Should().Be(SlackInteractions.HereCallback);
    }

    [Fact]
    public void Over_HTTP_every_way_in_has_its_address_and_by_Socket_Mode_none()
    {
        var http = Read("https://bot.example.org/", false);
        ((string?)http["features"]!["slash_commands"]![0]!["url"]).Should().Be("https://bot.example.org/slack/commands");
        ((string?)http["settings"]!["event_subscriptions"]!["request_url"]).Should().Be("https://bot.example.org/slack/events");
        ((string?)http["settings"]!["interactivity"]!["request_url"]).Should().Be("https://bot.example.org/slack/actions");
        ((string?)http["settings"]!["interactivity"]!["message_menu_options_url"]).Should().Be("https://bot.example.org/slack/options");
        ((bool?)http["settings"]!["socket_mode_enabled"]).Should().BeFalse();
        var socket = Read("https://bot.example.org/", true);
        socket["settings"]!.ToJsonString().Should().NotContain("https://").And.Contain("\"socket_mode_enabled\":true");
        Texts(socket["oauth_config"]!["redirect_urls"]!).Should().Equal("https://bot.example.org/slack/oauth");
    }

    private static string?[] Texts(JsonNode list) => [.. list.AsArray().Select(i => (string?)i)];

    private static JsonNode Read(string? address, bool isSocketMode) =>
        Json(new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(SlackManifest.Write("/digestbot", address, isSocketMode)))!;

    private static JsonNode? Json(object? yaml) => yaml switch
    {
        Dictionary<object, object> map => new JsonObject(map.Select(m => KeyValuePair.Create((string)m.Key, Json(m.Value)))),
        List<object> list => new JsonArray([.. list.Select(Json)]),
        bool yes => JsonValue.Create(yes),
        string text => JsonValue.Create(text),
        null => null,
        var number => JsonValue.Create(Convert.ToInt64(number)),
    };
}
