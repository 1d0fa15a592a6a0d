using System.CommandLine;
using DigestBot.LanguageModels.Tools;
using DigestBot.Storage;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>The archive as a tool for another program that starts this one: the Model Context Protocol on standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        Command command = new("mcp", "Serve the archive to another program as read-only tools (Model Context Protocol) on standard input and output");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        using Store store = new(SettingsReader.ArchivePath(SettingsReader.Read(parsed)), TimeProvider.System);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddArchiveServer(new ArchiveSearch(store, TimeProvider.System, Chat.Command.LocalWorkspace)).WithStdioServerTransport();
        using var host = builder.Build();
        await host.RunAsync(cancel);
        return 0;
    }
}
