using System.Net.Http.Headers;
using DigestBot.Chat.Discord;
using DigestBot.Chat.Slack;
using DigestBot.Digests;

namespace DigestBot.Chat;

/// <summary>What the host needs to answer commands and speak to the platforms.</summary>
internal static class ChatRoom
{
    /// <summary>Adds the command handler, the platforms' clients and what answers their requests.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services, Func<IServiceProvider, Archive> archive)
    {
        services.AddSingleton(provider => new CommandHandler(archive(provider), Verbs.All));
        services.AddSingleton<PromptReply>();
        services.AddSingleton<DiscordRest>().AddSingleton<DiscordInteractions>();
        services.AddSingleton<SlackApi>().AddSingleton<SlackCommands>();
        services.AddHttpClient(DiscordRest.ClientName, client =>
        {
            client.Timeout = DiscordRest.Timeout;
            // Discord refuses clients that do not name themselves so.
            client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("DiscordBot", null));
            client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue($"({HomePage}, {Version})"));
        });
        services.AddHttpClient(SlackApi.ClientName, client =>
        {
            client.Timeout = SlackApi.Timeout;
            client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("DigestBot", Version));
        });
        return services;
    }

    /// <summary>Adds what posts the day's digest.</summary>
    public static IServiceCollection AddDailyDigest(this IServiceCollection services, DigestClock time) =>
        services.AddSingleton(time).AddSingleton<DigestComposer>()
            .AddSingleton<IDigestChannel, DiscordDigestChannel>().AddSingleton<IDigestChannel, SlackDigestChannel>()
            .AddSingleton<DigestPoster>().AddHostedService<DailyDigest>();

    private const string HomePage = "https://digestbot.invalid";

    private static string Version => typeof(ChatRoom).Assembly.GetName().Version!.ToString(3);
}
