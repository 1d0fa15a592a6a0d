using System.CommandLine;
using DigestBot.Chat.Discord;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>Sets the bot up in Discord: its menu of commands, its invitation, and what is wrong.</summary>
internal static class DiscordCommand
{
    private static readonly Option<string?> _guild = new("--guild") { Description = "Only in the server with this id: there the menu changes at once", HelpName = "ID" };

    public static Command Create()
    {
        Command register = new("register", "Write the menu of commands to Discord, if it has changed") { _guild };
        register.SetAction((parsed, cancel) => RunAsync(parsed, RegisterAsync, cancel));
        Command invite = new("invite", "Print the link that brings the bot into a server");
        invite.SetAction((parsed, cancel) => RunAsync(parsed, InviteAsync, cancel));
        Command check = new("check", "Say in words what is wrong with token, address, menu and permissions");
        check.SetAction((parsed, cancel) => RunAsync(parsed, CheckAsync, cancel));
        return new Command("discord", "Set the bot up in Discord") { register, invite, check };
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, Settings, IServiceProvider, CancellationToken, Task<int>> run, CancellationToken cancel)
    {
        var settings = SettingsReader.Read(parsed);
        ServiceCollection services = new();
        services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddDiscord();
        await using var provider = services.BuildServiceProvider();
        try
        {
            return await run(parsed, settings, provider, cancel);
        }
        catch (DiscordException error)
        {
            Console.Error.WriteLine($"digestbot: {error.Message}.");
            return 1;
        }
    }

    private static async Task<int> RegisterAsync(ParseResult parsed, Settings settings, IServiceProvider services, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(settings.Discord.BotToken))
        {
            return CommandLine.Fail("no token is set: copy the bot's token from Discord's developer portal into DIGESTBOT_DISCORD__BOTTOKEN.");
        }

        var guild = parsed.GetValue(_guild);
        if (guild is not null && !IsId(guild))
        {
            return CommandLine.Fail($"'{guild}' is no server id: with Developer Mode on, right-click the server in Discord and choose Copy Server ID.");
        }

        var rest = services.GetRequiredService<DiscordRest>();
        var application = await rest.ApplicationAsync(cancel);
        var isWritten = await CommandMenu.RegisterAsync(rest, application.Id, guild, cancel);
        var where = guild is null ? "for all servers" : $"for the server {guild}";
        Console.Out.WriteLine(isWritten ? $"The menu of commands is written {where}." : $"The menu of commands {where} is up to date.");
        return 0;
    }

    private static async Task<int> InviteAsync(ParseResult parsed, Settings settings, IServiceProvider services, CancellationToken cancel)
    {
        var id = settings.Discord.ApplicationId;
        if (string.IsNullOrEmpty(id) && string.IsNullOrEmpty(settings.Discord.BotToken))
        {
            return CommandLine.Fail("no token is set: copy the bot's token from Discord's developer portal into DIGESTBOT_DISCORD__BOTTOKEN, or its application id into DIGESTBOT_DISCORD__APPLICATIONID.");
        }

        if (string.IsNullOrEmpty(id))
        {
            id = (await services.GetRequiredService<DiscordRest>().ApplicationAsync(cancel)).Id;
        }

        if (!IsId(id))
        {
            return CommandLine.Fail($"'{id}' is no application id: copy APPLICATION ID from the application's page in Discord's developer portal.");
        }

        Console.Out.WriteLine($"https://discord.com/oauth2/authorize?client_id={id}&scope=bot%20applications.commands&permissions={(long)DiscordPermissions.Wanted}");
        return 0;
    }

    private static async Task<int> CheckAsync(ParseResult parsed, Settings settings, IServiceProvider services, CancellationToken cancel)
    {
        return FindingsView.Write(await ActivatorUtilities.CreateInstance<DiscordCheck>(services).RunAsync(cancel));
    }

    private static bool IsId(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiDigit);
}
