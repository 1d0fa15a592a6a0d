using System.CommandLine;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Web;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>Prints the digest of what the archive holds.</summary>
internal static class DigestCommand
{
    private static readonly Option<string?> _since = new("--since") { Description = "How far back to look: 24h, 7d, or a day such as 2012-12-29 (default: everything)", HelpName = "TIME" };
    private static readonly Option<string?> _until = new("--until") { Description = "Where to stop, likewise", HelpName = "TIME" };
    private static readonly Option<bool> _post = new("--post") { Description = "Post today's digest now to the channels that are set up" };
    private static readonly Option<bool> _json = new("--json") { Description = "Write the digest as JSON" };

    public static Command Create()
    {
        Command command = new("digest", "Show who said what in the most told stories") { _since, _until, _post, _json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(_post))
        {
            return await PostNowAsync(SettingsReader.Read(parsed), cancel);
        }

        (var since, var until) = (TimeOption.Read(parsed, _since), TimeOption.Read(parsed, _until));
        using Store store = new(SettingsReader.ArchivePath(SettingsReader.Read(parsed)), TimeProvider.System);
        var digest = await new DigestComposer(store, TimeProvider.System).ComposeAsync(Chat.Command.LocalWorkspace, since, until, cancel);
        if (parsed.GetValue(_json))
        {
            Console.Out.WriteLine(DigestJson.Write(digest));
        }
        else
        {
            ReplyView.Write(DigestReply.Of(digest));
        }

        return digest.Stories.Count > 0 ? 0 : 1;
    }

    private static async Task<int> PostNowAsync(Settings settings, CancellationToken cancel)
    {
        using Store store = new(SettingsReader.ArchivePath(settings), TimeProvider.System);
        await using var app = SettingsReader.Checked(() => BotHost.Build(settings, store, TimeProvider.System));
        var poster = app.Services.GetRequiredService<DigestPoster>();
        if (poster.Channels.Count == 0)
        {
            return CommandLine.Fail("no channel is set up: set DIGESTBOT_DISCORD__BOTTOKEN and DIGESTBOT_DISCORD__DIGESTCHANNEL, or the same of SLACK.");
        }

        var isPosted = true;
        foreach (var channel in poster.Channels)
        {
            var result = await poster.PostTodayAsync(channel, cancel);
            Console.Out.WriteLine($"{channel.Name}: {Words(result)}");
            isPosted &= result is PostResult.Posted or PostResult.AlreadyPosted;
        }
        return isPosted ? 0 : 1;
    }

    private static string Words(PostResult result) => result switch
    {
        PostResult.Posted => "posted",
        PostResult.AlreadyPosted => "today's digest is there already",
        PostResult.NothingToPost => "nothing new was said, so nothing was posted",
        PostResult.BeingPosted => "is being posted by another process",
        PostResult.Refused => "refused; the log above says why",
        _ => "nobody knows whether it arrived; look into the channel",
    };
}
