using System.CommandLine;
using DigestBot.Chat.Slack;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>Sets the bot up in Slack: its app's manifest, and what is wrong.</summary>
internal static class SlackCommand
{
    private static readonly Option<string?> _url = new("--url") { Description = "For an app that is reached over HTTP: the public door's address from outside (DIGESTBOT_SLACK__PUBLICADDRESS)", HelpName = "HTTPS" };
    private static readonly Option<bool> _socket = new("--socket") { Description = "Socket Mode although there is an address: that is only where installations come back to" };

    public static Command Create()
    {
        Command manifest = new("manifest", "Print the manifest from which Slack makes the app") { _url, _socket };
        manifest.SetAction(Print);
        Command check = new("check", "Say in words what is wrong with tokens, scopes and addresses");
        check.SetAction(CheckAsync);
        return new Command("slack", "Set the bot up in Slack") { manifest, check };
    }

    private static int Print(ParseResult parsed)
    {
        var settings = SettingsReader.Read(parsed);
        var address = parsed.GetValue(_url) ?? settings.Slack.PublicAddress;
        if (address is not null && !SlackManifest.IsAddress(address))
        {
            return CommandLine.Fail($"'{address}' is no address that Slack can reach: write it like https://bot.example.org.");
        }

        if (!SlackManifest.IsCommand(settings.Slack.Command))
        {
            return CommandLine.Fail($"'{settings.Slack.Command}' is no command: DIGESTBOT_SLACK__COMMAND is a slash and lower-case letters, at most 32 characters.");
        }

        Console.Out.Write(SlackManifest.Write(settings.Slack.Command, address, parsed.GetValue(_socket)));
        return 0;
    }

    private static async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancel)
    {
        ServiceCollection services = new();
        services.AddSingleton(SettingsReader.Read(parsed)).AddSingleton(TimeProvider.System).AddSlack();
        await using var provider = services.BuildServiceProvider();
        return FindingsView.Write(await ActivatorUtilities.CreateInstance<SlackCheck>(provider).RunAsync(cancel));
    }
}
