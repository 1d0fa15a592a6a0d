using System.Net;

namespace DigestBot.Chat.Slack;

/// <summary>Looks whether tokens, scopes, ways in and digest channel fit together, and says in words what does not.</summary>
internal sealed class SlackCheck(SlackApi api, Settings settings, IHttpClientFactory clients)
{
    private SlackSettings Slack => settings.Slack;

    /// <summary>The findings, in the order in which one would mend them.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel) =>
    [
        .. await BotAsync(cancel),
        .. await WaysInAsync(cancel),
        .. Installation(),
        await ChannelAsync(cancel),
    ];

    private async Task<IReadOnlyList<Finding>> BotAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Slack.BotToken))
        {
            return string.IsNullOrEmpty(Slack.ClientId)
                ? [Finding.Wrong("no bot token is set: install the app on its page, under OAuth & Permissions, and copy Bot User OAuth Token into DIGESTBOT_SLACK__BOTTOKEN")]
                : [Finding.Fine("no bot token is set: each workspace gets its own when the app is installed at /slack/install")];
        }
        try
        {
            var identity = await api.WhoAmIAsync(Slack.BotToken, cancel);
            return [Finding.Fine($"the bot token is that of {identity.User} in {identity.Team} ({identity.TeamId})"), ScopesOf(identity)];
        }
        catch (SlackException error)
        {
            return [Finding.Wrong($"bot token: {error.Message}")];
        }
    }

    private static Finding ScopesOf(SlackIdentity identity)
    {
        if (identity.Scopes is not { } given)
        {
            return Finding.Wrong("Slack did not say which scopes the bot token has");
        }

        (string Name, string For)[] missing = [.. SlackManifest.Scopes.Where(s => !given.Contains(s.Name))];
        return missing.Length == 0
            ? Finding.Fine("the bot token has every scope that is needed")
            : Finding.Wrong($"the bot token lacks {string.Join(", ", missing.Select(s => $"{s.Name} ({s.For})"))}: add {(missing.Length == 1 ? "it" : "them")} on the app's page, under OAuth & Permissions, and install the app again");
    }

    private async Task<IReadOnlyList<Finding>> WaysInAsync(CancellationToken cancel)
    {
        List<Finding> findings = [];
        if (!string.IsNullOrEmpty(Slack.AppToken))
        {
            findings.Add(await SocketAsync(cancel));
        }

        if (!string.IsNullOrWhiteSpace(Slack.SigningSecret))
        {
            findings.Add(await DoorAsync("/slack/commands", cancel));
        }

        if (findings.Count == 0)
        {
            findings.Add(Finding.Wrong("no command can come in: make an app-level token with the scope connections:write on the app's page, under Basic Information, and copy it into DIGESTBOT_SLACK__APPTOKEN (Socket Mode), or copy Signing Secret from there into DIGESTBOT_SLACK__SIGNINGSECRET (HTTP)"));
        }

        return findings;
    }

    private async Task<Finding> SocketAsync(CancellationToken cancel)
    {
        try
        {
            await api.OpenSocketAsync(cancel);
            return Finding.Fine("the app token opens sockets: commands come by Socket Mode, and no public address is needed");
        }
        catch (SlackException error)
        {
            return Finding.Wrong($"app token: {error.Message}");
        }
    }

    // What comes unsigned must be refused.
    private async Task<Finding> DoorAsync(string path, CancellationToken cancel)
    {
        if (Slack.PublicAddress is not { Length: > 0 } address)
        {
            return Finding.Fine("a signing secret is set; whether Slack reaches the bot is not looked at without DIGESTBOT_SLACK__PUBLICADDRESS");
        }

        if (!SlackManifest.IsAddress(address))
        {
            return Finding.Wrong($"'{address}' is no address that Slack can reach: write DIGESTBOT_SLACK__PUBLICADDRESS like https://bot.example.org");
        }

        try
        {
            using ByteArrayContent body = new([]);
            using var response = await clients.CreateClient(SlackHttp.ClientName).PostAsync(new Uri(new Uri(address), path), body, cancel);
            return response.StatusCode == HttpStatusCode.Unauthorized
                ? Finding.Fine($"{address}{path} can be reached and refuses what Slack has not signed")
                : Finding.Wrong($"{address}{path} answers {(int)response.StatusCode} to what is not signed, where the bot says 401: does the proxy lead to the bot's public door ({settings.PublicUrls})?");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return Finding.Wrong($"{address} cannot be reached from here: is the bot running, and does the proxy lead to its public door?");
        }
    }

    private IReadOnlyList<Finding> Installation()
    {
        (var hasId, var hasSecret) = (!string.IsNullOrEmpty(Slack.ClientId), !string.IsNullOrEmpty(Slack.ClientSecret));
        return (hasId, hasSecret, Slack.PublicAddress) switch
        {
            (false, false, _) => [],
            (true, true, { Length: > 0 } address) when SlackManifest.IsAddress(address) => [Finding.Fine($"workspaces install the app at {address.TrimEnd('/')}/slack/install")],
            (true, true, _) => [Finding.Wrong("installations have nowhere to come back to: set DIGESTBOT_SLACK__PUBLICADDRESS to the public door's address, like https://bot.example.org")],
            _ => [Finding.Wrong("DIGESTBOT_SLACK__CLIENTID and DIGESTBOT_SLACK__CLIENTSECRET belong together: copy both from Basic Information")],
        };
    }

    private async Task<Finding> ChannelAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Slack.DigestChannel))
        {
            return Finding.Fine("no digest channel is set (DIGESTBOT_SLACK__DIGESTCHANNEL), so no digest is posted");
        }

        if (string.IsNullOrEmpty(Slack.BotToken))
        {
            return Finding.Wrong("a digest channel is set, but no bot token (DIGESTBOT_SLACK__BOTTOKEN) with which to post there");
        }

        try
        {
            await api.MessagesAsync(Slack.BotToken, Slack.DigestChannel, null, null, cancel);
            return Finding.Fine($"the bot sees the digest channel {Slack.DigestChannel}");
        }
        catch (SlackException error)
        {
            return Finding.Wrong($"digest channel: {error.Message}");
        }
    }
}
