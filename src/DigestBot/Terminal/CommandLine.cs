using System.CommandLine;
using DigestBot.Storage;
using Microsoft.Data.Sqlite;

namespace DigestBot.Terminal;

/// <summary>The program's verbs; without one it serves.</summary>
internal static class CommandLine
{
    /// <summary>How long a verb may take to stop once it is told to. The host ends what lasts after five seconds by itself; the library's two would cut it off there and exit with 143.</summary>
    private static readonly TimeSpan _longestStop = TimeSpan.FromSeconds(20);

    /// <summary>Runs one verb. Exit codes: 0 done, 1 nothing found, 2 wrong use or input.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        RootCommand root = new("DigestBot reads news stories, knows who said what in them, and answers in Discord, Slack, a web console and here.");
        foreach (var option in SettingsReader.Options)
        {
            root.Options.Add(option);
        }

        foreach (var verb in Verbs())
        {
            root.Subcommands.Add(verb);
        }

        root.SetAction(ServeCommand.RunAsync);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Usage(parsed);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = _longestStop });
        }
        catch (Exception error) when (error is SettingsException or StoreException)
        {
            return Fail(error.Message);
        }
        catch (SqliteException error)
        {
            return Fail(error.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL
                ? "The disk is full. What was stored before is kept; make room, and do it again."
                : $"The archive cannot be read or written: {error.Message} Was the file made by another version?");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(error.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped.");
        }
    }

    /// <summary>Says what is wrong in one line, on the error output; the exit code for wrong use or input.</summary>
    public static int Fail(string message)
    {
        Console.Error.WriteLine($"digestbot: {message}");
        return 2;
    }

    private static IEnumerable<Command> Verbs() =>
    [
        ServeCommand.Create(),
        IngestCommand.Create(),
        ReadCommand.Create(),
        AskCommand.Create(),
        DigestCommand.Create(),
        PeopleCommand.Create(),
        DiscordCommand.Create(),
        SlackCommand.Create(),
        CorrectionsCommand.Create(),
        McpCommand.Create(),
        ModelsCommand.Create(),
    ];

    private static int Usage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine($"digestbot: {error.Message}");
        }

        var verb = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
        Console.Error.WriteLine($"digestbot: 'digestbot {verb}--help' shows how it is used.");
        return 2;
    }
}
