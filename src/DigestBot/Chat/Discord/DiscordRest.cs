using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Chat.Discord.Gateway;

namespace DigestBot.Chat.Discord;

/// <summary>Discord's REST interface, as far as the bot uses it.</summary>
internal sealed class DiscordRest(DiscordHttp http)
{
    private const int AlreadyAnswered = 40060;
    private const int GuildsAtOnce = 200;

    /// <summary>Posts a message. With an enforced nonce a lost answer is asked for again: Discord then gives the message that is there already.</summary>
    /// <returns>The message's id.</returns>
    /// <exception cref="DiscordException">It was refused, or its fate is unknown.</exception>
    public async Task<string> PostAsync(string channel, DiscordMessage message, CancellationToken cancel)
    {
        DiscordRequest request = new(HttpMethod.Post, "channels/*/messages", channel) { Body = Json(message), MayRepeat = message.EnforceNonce == true };
        return Read(await http.SendAsync(request, cancel), DiscordJson.Plain.DiscordPosted).Id;
    }

    /// <summary>The latest messages of a channel, the newest first; none where the bot may not read its history.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public async Task<IReadOnlyList<DiscordPosted>> MessagesAsync(string channel, CancellationToken cancel) =>
        await GetAsync(DiscordJson.Plain.DiscordPostedArray, "channels/*/messages?limit=50", [channel], cancel);

    /// <summary>Puts the answer in the place of a deferral.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public Task EditOriginalAsync(string application, string token, DiscordMessage message, CancellationToken cancel) =>
        http.SendAsync(new DiscordRequest(HttpMethod.Patch, "webhooks/*/*/messages/@original", application, token) { Body = Json(message.ForEdit()), IsBot = false }, cancel);

    /// <summary>Gives an interaction its first answer, where it came over the gateway. One that was answered before is left as it is.</summary>
    /// <param name="answer">As the answer to an interaction over HTTP.</param>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public async Task AnswerAsync(string interaction, string token, byte[] answer, CancellationToken cancel)
    {
        try
        {
            await http.SendAsync(new DiscordRequest(HttpMethod.Post, "interactions/*/*/callback", interaction, token) { Body = answer, IsBot = false, MayRepeat = true }, cancel);
        }
        catch (DiscordException error) when (error.Code == AlreadyAnswered)
        {
            // The answer to an earlier attempt was lost, but the attempt was not.
        }
    }

    /// <summary>Where the gateway is, and how it wants to be used.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public Task<GatewayPlan> GatewayAsync(CancellationToken cancel) => GetAsync(GatewayJson.Default.GatewayPlan, "gateway/bot", [], cancel);

    /// <summary>The application whose token the bot has.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public Task<DiscordApplication> ApplicationAsync(CancellationToken cancel) => GetAsync(DiscordJson.Plain.DiscordApplication, "applications/@me", [], cancel);

    /// <summary>The servers that the bot is in.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public async Task<IReadOnlyList<DiscordGuild>> GuildsAsync(CancellationToken cancel)
    {
        List<DiscordGuild> guilds = [];
        DiscordGuild[] page;
        do
        {
            page = await GetAsync(DiscordJson.Plain.DiscordGuildArray, $"users/@me/guilds?limit={GuildsAtOnce}&after={guilds.LastOrDefault()?.Id ?? "0"}", [], cancel);
            guilds.AddRange(page);
        }
        while (page.Length == GuildsAtOnce);
        return guilds;
    }

    /// <summary>A server with its roles.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public Task<DiscordGuild> GuildAsync(string guild, CancellationToken cancel) => GetAsync(DiscordJson.Plain.DiscordGuild, "guilds/*", [guild], cancel);

    /// <summary>The roles of a member.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public async Task<IReadOnlyList<string>> RolesAsync(string guild, string member, CancellationToken cancel) =>
        (await GetAsync(DiscordJson.Plain.DiscordMemberRoles, "guilds/*/members/*", [guild, member], cancel)).Roles;

    /// <summary>A channel.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public Task<DiscordChannel> ChannelAsync(string channel, CancellationToken cancel) => GetAsync(DiscordJson.Plain.DiscordChannel, "channels/*", [channel], cancel);

    /// <summary>The menu of commands.</summary>
    /// <param name="guild">Of this server alone; null for what all servers have.</param>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public async Task<IReadOnlyList<ApplicationCommand>> CommandsAsync(string application, string? guild, CancellationToken cancel)
    {
        (var route, var parameters) = CommandsRoute(application, guild);
        return await GetAsync(DiscordJson.Plain.ApplicationCommandArray, $"{route}?with_localizations=true", parameters, cancel);
    }

    /// <summary>Puts a menu of commands in the place of the one that is there.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public Task OverwriteCommandsAsync(string application, string? guild, IReadOnlyList<ApplicationCommand> menu, CancellationToken cancel)
    {
        (var route, var parameters) = CommandsRoute(application, guild);
        return http.SendAsync(new DiscordRequest(HttpMethod.Put, route, parameters) { Body = JsonSerializer.SerializeToUtf8Bytes([.. menu], DiscordJson.Plain.ApplicationCommandArray) }, cancel);
    }

    private static (string Route, string[] Parameters) CommandsRoute(string application, string? guild) =>
        guild is null ? ("applications/*/commands", [application]) : ("applications/*/guilds/*/commands", [application, guild]);

    private async Task<T> GetAsync<T>(JsonTypeInfo<T> type, string route, string[] parameters, CancellationToken cancel)
        where T : class => Read(await http.SendAsync(new DiscordRequest(HttpMethod.Get, route, parameters), cancel), type);

    private static byte[] Json(DiscordMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Plain.DiscordMessage);

    private static T Read<T>(byte[] answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize(answer, type) is { } read)
            {
                return read;
            }
        }
        catch (JsonException)
        {
            // Told below, without the answer: it may hold anything.
        }
        throw new DiscordException("Discord's answer could not be read", isOutcomeKnown: false);
    }
}
