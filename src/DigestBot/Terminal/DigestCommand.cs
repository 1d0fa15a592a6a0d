using System.CommandLine;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Storage;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>Prints the digest of what the archive holds.</summary>
internal static class DigestCommand
{
    private static readonly Option<string?> Since = new("--since") { Description = "How far back to look: 24h, 7d, or a day such as 2012-12-29 (default: everything)", HelpName = "TIME" };
    private static readonly Option<string?> Until = new("--until") { Description = "Where to stop, likewise", HelpName = "TIME" };
    private static readonly Option<bool> Json = new("--json") { Description = "Write the digest as JSON" };

    public static Command Create()
    {
        Command command = new("digest", "Show who said what in the most told stories") { Since, Until, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        (DateTimeOffset? since, DateTimeOffset? until) = (TimeOption.Read(parsed, Since), TimeOption.Read(parsed, Until));
        using Store store = new(SettingsReader.ArchivePath(SettingsReader.Read(parsed)), TimeProvider.System);
        Digest digest = await new DigestComposer(store, TimeProvider.System).ComposeAsync(Chat.Command.LocalWorkspace, since, until, cancel);
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(DigestJson.Write(digest));
        else
            ReplyView.Write(DigestReply.Of(digest));
        return digest.Stories.Count > 0 ? 0 : 1;
    }
}
