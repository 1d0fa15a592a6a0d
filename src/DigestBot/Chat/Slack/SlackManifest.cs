using YamlDotNet.Serialization;

namespace DigestBot.Chat.Slack;

/// <summary>What the bot needs of a Slack app. The one list behind the manifest, the installation and the check.</summary>
internal static class SlackManifest
{
    /// <summary>What the bot's token must be allowed, and what for.</summary>
    public static IReadOnlyList<(string Name, string For)> Scopes { get; } =
    [
        ("app_mentions:read", "to see mentions of the bot"),
        ("channels:history", "to look whether a digest arrived whose acknowledgement was lost"),
        ("chat:write", "to answer and to post digests"),
        ("commands", "for the slash command and the shortcut"),
        ("groups:history", "to look the same up in private channels"),
        ("im:history", "to see messages to the bot alone"),
        ("users:read", "to see who is an admin, where something is for admins alone"),
    ];

    /// <summary>What the bot wants to be told.</summary>
    public static IReadOnlyList<string> Events { get; } = ["app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked"];

    /// <summary>Whether Slack takes it for a command's name.</summary>
    public static bool IsCommand(string command) =>
        command.Length is > 1 and <= 32 && command[0] == '/' && command.Skip(1).All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    /// <summary>Whether Slack can reach it: https and a host, without a path.</summary>
    public static bool IsAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.AbsolutePath == "/" && uri.Query.Length == 0 && uri.UserInfo.Length == 0;

    /// <summary>The manifest in YAML.</summary>
    /// <param name="command">"/digestbot".</param>
    /// <param name="address">The public door's address from outside; null where there is none.</param>
    /// <param name="isSocketMode">Commands and events come by Socket Mode although there is an address.</param>
    public static string Write(string command, string? address, bool isSocketMode)
    {
        var door = address?.TrimEnd('/');
        var url = isSocketMode ? null : door;
        var yaml = new SerializerBuilder().WithIndentedSequences().DisableAliases().Build();
        return $"# Made by: digestbot slack manifest{(url is null ? "" : $" --url {url}")}\n# Paste it at https://api.slack.com/apps, Create New App, From a manifest.\n"
            + yaml.Serialize(Map(("display_information", Display()), ("features", Features(command, url)), ("oauth_config", Installation(door)), ("settings", Settings(url)))).ReplaceLineEndings("\n");
    }

    private static Dictionary<string, object> Display() => Map(
        ("name", "DigestBot"),
        ("description", "Who said what in the news, with its citation"),
        ("background_color", "#1f3a5f"),
        ("long_description", "DigestBot reads news stories and knows who said what in them. Ask what somebody demanded, denied or offered, "
            + "and it answers from the stored stories alone: every line cites its story, and what stands between quotation marks is the story's own text. "
            + "It runs on your own server, keeps no question that is answered and needs no language model."));

    private static Dictionary<string, object> Features(string command, string? url) => Map(
        ("app_home", Map(("home_tab_enabled", true), ("messages_tab_enabled", true), ("messages_tab_read_only_enabled", false))),
        ("bot_user", Map(("display_name", "DigestBot"), ("always_online", true))),
        ("shortcuts", new[] { Map(("name", "Who said what here?"), ("type", "message"), ("callback_id", SlackInteractions.HereCallback), ("description", "Who says what in this message, or in the story that it links to")) }),
        ("slash_commands", new[] { Map(("command", command), ("url", url is null ? null : $"{url}/slack/commands"), ("description", "Ask who said what in the news"), ("usage_hint", Usage()), ("should_escape", false)) }));

    private static Dictionary<string, object> Installation(string? door) => Map(
        ("redirect_urls", door is null ? null : new[] { $"{door}/slack/oauth" }),
        ("scopes", Map(("bot", Scopes.Select(s => s.Name).ToArray()))));

    private static Dictionary<string, object> Settings(string? url) => Map(
        ("event_subscriptions", Map(("request_url", url is null ? null : $"{url}/slack/events"), ("bot_events", Events.ToArray()))),
        ("interactivity", Map(("is_enabled", true), ("request_url", url is null ? null : $"{url}/slack/actions"), ("message_menu_options_url", url is null ? null : $"{url}/slack/options"))),
        ("org_deploy_enabled", false),
        ("socket_mode_enabled", url is null),
        ("token_rotation_enabled", false));

    private static string Usage() => string.Join(" | ", Verbs.All.Where(v => !v.IsHidden).Select(v => v.Text is { IsRequired: true } text ? $"{v.Name} {text.Name.ToUpperInvariant()}" : v.Name));

    private static Dictionary<string, object> Map(params (string Key, object? Value)[] members) =>
        members.Where(m => m.Value is not null).ToDictionary(m => m.Key, m => m.Value!, StringComparer.Ordinal);
}
