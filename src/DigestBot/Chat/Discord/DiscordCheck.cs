using System.Net;
using static DigestBot.Chat.Finding;

namespace DigestBot.Chat.Discord;

/// <summary>Looks whether token, application, address, menu and digest channel fit together, and says in words what does not.</summary>
internal sealed class DiscordCheck(DiscordRest rest, Settings settings, IHttpClientFactory clients)
{
    private const string EndpointPath = "/discord/interactions";

    /// <summary>The findings, in the order in which one would mend them.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(settings.Discord.BotToken))
        {
            return [Wrong("no token is set: copy the bot's token from Discord's developer portal into DIGESTBOT_DISCORD__BOTTOKEN")];
        }

        List<Finding> findings = [];
        try
        {
            var application = await rest.ApplicationAsync(cancel);
            findings.Add(Application(application));
            findings.Add(Key(application));
            if (application.InteractionsEndpointUrl is { Length: > 0 } address && !string.IsNullOrEmpty(settings.Discord.PublicKey))
            {
                findings.Add(await KnockAsync(address, cancel));
            }

            findings.Add(await MenuAsync(application, cancel));
            findings.Add(await ServersAsync(cancel));
            findings.Add(await ChannelAsync(application, cancel));
        }
        catch (DiscordException error)
        {
            findings.Add(Wrong(error.Message));
        }
        return findings;
    }

    private Finding Application(DiscordApplication application) =>
        settings.Discord.ApplicationId is { Length: > 0 } id && id != application.Id
            ? Wrong($"the token belongs to the application {application.Id} ({application.Name}), not to {id}: DIGESTBOT_DISCORD__APPLICATIONID can be left out where a token is set")
            : Fine($"the token is that of {application.Name} (application {application.Id})");

    /// <summary>Interactions go to an address or over the gateway, never both: the setting and the portal must agree.</summary>
    private Finding Key(DiscordApplication application)
    {
        var address = application.InteractionsEndpointUrl is { Length: > 0 } set ? set : null;
        if (string.IsNullOrWhiteSpace(settings.Discord.PublicKey))
        {
            return address is null
                ? Fine("commands come over the gateway; no public address is needed")
                : Wrong($"Discord sends commands to {address}, but no public key is set to check them with: set DIGESTBOT_DISCORD__PUBLICKEY, or empty Interactions Endpoint URL in the portal so that they come over the gateway");
        }
        if (!string.Equals(settings.Discord.PublicKey.Trim(), application.VerifyKey, StringComparison.OrdinalIgnoreCase))
        {
            return Wrong("the public key is not that of the application: copy PUBLIC KEY from its page in the portal into DIGESTBOT_DISCORD__PUBLICKEY");
        }

        return address switch
        {
            null => Wrong($"a public key is set, but Discord does not know where to send commands: enter https://YOUR.ADDRESS{EndpointPath} as Interactions Endpoint URL in the portal, or remove the key to use the gateway"),
            _ when !address.TrimEnd('/').EndsWith(EndpointPath, StringComparison.Ordinal) => Wrong($"Discord sends commands to {address}; the bot answers at {EndpointPath} of its public door"),
            _ => Fine($"Discord sends commands to {address}"),
        };
    }

    // What comes unsigned must be refused; so is Discord's own first request.
    private async Task<Finding> KnockAsync(string address, CancellationToken cancel)
    {
        try
        {
            using ByteArrayContent body = new("{\"type\":1}"u8.ToArray());
            using var response = await clients.CreateClient(DiscordHttp.ClientName).PostAsync(address, body, cancel);
            return response.StatusCode == HttpStatusCode.Unauthorized
                ? Fine("that address can be reached and refuses what Discord has not signed")
                : Wrong($"that address answers {(int)response.StatusCode} to what is not signed, where the bot says 401: does the proxy lead to the bot's public door ({settings.PublicUrls})?");
        }
        catch (Exception error) when (error is HttpRequestException or InvalidOperationException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return Wrong("that address cannot be reached from here: is the bot running, and does the proxy lead to its public door?");
        }
    }

    private async Task<Finding> MenuAsync(DiscordApplication application, CancellationToken cancel) =>
        CommandMenu.AreSame(CommandMenu.Of(Verbs.All, isGlobal: true), await rest.CommandsAsync(application.Id, null, cancel))
            ? Fine("the menu of commands is up to date")
            : Wrong("the menu of commands is not that of this version: run digestbot discord register");

    private async Task<Finding> ServersAsync(CancellationToken cancel)
    {
        var servers = await rest.GuildsAsync(cancel);
        return servers.Count == 0
            ? Wrong("the bot is in no server: open the link that digestbot discord invite prints")
            : Fine($"the bot is in {servers.Count} {(servers.Count == 1 ? "server" : "servers")}: {PlainText.Cut(string.Join(", ", servers.Select(s => PlainText.OneLine(s.Name))), 200)}");
    }

    private async Task<Finding> ChannelAsync(DiscordApplication application, CancellationToken cancel)
    {
        if (settings.Discord.DigestChannel is not { Length: > 0 } id)
        {
            return Fine("no digest channel is set (DIGESTBOT_DISCORD__DIGESTCHANNEL), so no digest is posted");
        }

        var channel = await rest.ChannelAsync(id, cancel);
        if (!channel.TakesMessages || channel.GuildId is null)
        {
            return Wrong($"#{channel.Name} is no text channel, announcement channel or thread of a server: choose another for DIGESTBOT_DISCORD__DIGESTCHANNEL");
        }

        var guild = await rest.GuildAsync(channel.GuildId, cancel);
        var ruled = channel.IsThread && channel.ParentId is { } parent ? await rest.ChannelAsync(parent, cancel) : channel;
        var rights = DiscordRights.Of(guild, ruled, application.Id, await rest.RolesAsync(guild.Id, application.Id, cancel));
        string[] missing = [.. Needed(channel).Where(n => !rights.HasFlag(n.Right)).Select(n => n.Name)];
        return missing.Length == 0
            ? Fine($"the bot may post its digest to #{channel.Name} of {guild.Name}")
            : Wrong($"in #{channel.Name} of {guild.Name} the bot lacks {string.Join(" and ", missing)}: give it {(missing.Length == 1 ? "that permission" : "those permissions")} in the channel's settings");
    }

    private static IEnumerable<(DiscordPermissions Right, string Name)> Needed(DiscordChannel channel) =>
    [
        (DiscordPermissions.ViewChannel, "View Channel"),
        channel.IsThread ? (DiscordPermissions.SendMessagesInThreads, "Send Messages in Threads") : (DiscordPermissions.SendMessages, "Send Messages"),
        (DiscordPermissions.EmbedLinks, "Embed Links"),
        (DiscordPermissions.ReadMessageHistory, "Read Message History"),
    ];
}
