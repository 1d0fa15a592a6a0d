using System.CommandLine;
using DigestBot.Storage;
using DigestBot.Web;
using Microsoft.AspNetCore.Connections;

namespace DigestBot.Terminal;

/// <summary>Runs the bot: watches stories, serves the console and the platforms, posts the digest.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        Command command = new("serve", "Run the bot: watch stories, serve the console, answer Discord and Slack, post the daily digest (the default)");
        command.Options.Add(SettingsReader.Urls);
        command.SetAction(RunAsync);
        return command;
    }

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        Settings settings = SettingsReader.Read(parsed);
        using Store store = new(SettingsReader.ArchivePath(settings), TimeProvider.System);
        try
        {
            await using WebApplication app = BotHost.Build(settings, store, TimeProvider.System);
            await app.StartAsync(cancel);
            Console.Out.WriteLine($"Ask at {settings.Urls} (Ctrl-C stops)");
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
        catch (FormatException error)
        {
            throw new SettingsException(error.Message, error);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new SettingsException($"{error.Message.TrimEnd('.')}. Choose another with --urls http://localhost:PORT or DIGESTBOT_URLS (public door: DIGESTBOT_PUBLICURLS).", error);
        }
    }
}
