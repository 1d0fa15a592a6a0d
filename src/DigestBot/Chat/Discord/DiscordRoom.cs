using DigestBot.Chat.Discord.Gateway;

namespace DigestBot.Chat.Discord;

/// <summary>What the host needs to speak to Discord.</summary>
internal static class DiscordRoom
{
    private const string HomePage = "https://digestbot.invalid";

    /// <summary>Adds what sends to Discord and what answers its interactions.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services)
    {
        services.AddSingleton<DiscordHttp>().AddSingleton<DiscordRest>().AddSingleton<DiscordInteractions>();
        // Paths hold the interactions' tokens: they are not for logs.
        services.AddHttpClient(DiscordHttp.ClientName, Introduce).RemoveAllLoggers();
        return services;
    }

    /// <summary>Adds what the bot does in Discord by itself, where the settings ask for it: it fetches interactions from the gateway, and deletes what servers that it left have left.</summary>
    public static IServiceCollection AddDiscordGateway(this IServiceCollection services) => services.AddHostedService<DiscordGateway>().AddHostedService<DiscordDepartures>();

    /// <summary>Discord refuses clients that do not name themselves so, over HTTP and over the gateway.</summary>
    public static string UserAgent => $"DiscordBot ({HomePage}, {typeof(DiscordRoom).Assembly.GetName().Version!.ToString(3)})";

    private static void Introduce(HttpClient client)
    {
        client.Timeout = DiscordHttp.Timeout;
        client.DefaultRequestHeaders.UserAgent.Clear();
        client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
    }
}
