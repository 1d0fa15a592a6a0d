using System.CommandLine;
using System.Net.Sockets;
using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Stories;
using DigestBot.Web;
using Command = System.CommandLine.Command;

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
        var settings = SettingsReader.Read(parsed);
        using Store store = new(SettingsReader.ArchivePath(settings), TimeProvider.System);
        try
        {
            await using var app = SettingsReader.Checked(() => BotHost.Build(settings, store, TimeProvider.System));
            await app.StartAsync(cancel);
            await WelcomeAsync(app.Services, settings, cancel);
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception error) when (WhyNoDoor(error) is { } why)
        {
            throw new SettingsException($"{why} Choose another with --urls http://localhost:PORT or DIGESTBOT_URLS (public door: DIGESTBOT_PUBLICURLS).", error);
        }
    }

    /// <summary>Why the bot cannot listen where it should; null where something else went wrong.</summary>
    private static string? WhyNoDoor(Exception error) => (error.GetBaseException() as SocketException)?.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"{error.Message.TrimEnd('.')}.",
        SocketError.AccessDenied => $"{error.Message.TrimEnd('.')}: this user may not listen there, as mostly at ports below 1024.",
        SocketError.AddressNotAvailable => "This machine does not have the address at which the bot shall listen.",
        _ => null,
    };

    /// <summary>The digest of what there is, once the folder has been read, and where to ask.</summary>
    private static async Task WelcomeAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        Console.Out.WriteLine($"Reading the stories in {settings.Stories}");
        await services.GetRequiredService<StoryFolder>().FirstScan.WaitAsync(cancel);
        Console.Out.WriteLine();
        ReplyView.Write(await services.GetRequiredService<CommandHandler>().HandleAsync(new Chat.Command { Workspace = Chat.Command.LocalWorkspace, Verb = "digest" }, cancel));
        Console.Out.WriteLine();
        Console.Out.WriteLine($"Ask at {settings.Urls} (Ctrl-C stops)");
        if (BotHost.HasPublicDoor(settings))
        {
            Console.Out.WriteLine($"Discord and Slack may knock at {settings.PublicUrls}");
        }
    }
}
