using System.Net.Http.Headers;

namespace DigestBot.Chat.Slack;

/// <summary>What the host needs to speak to Slack.</summary>
internal static class SlackRoom
{
    /// <summary>Adds what sends to Slack and what answers its requests.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services)
    {
        services.AddSingleton<SlackHttp>().AddSingleton<SlackPace>().AddSingleton<SlackApi>().AddSingleton<SlackTokens>();
        services.AddSingleton<SlackManagers>().AddSingleton<SlackAskers>();
        services.AddSingleton<SlackPosts>().AddSingleton<SlackWindows>().AddSingleton<SlackHome>();
        services.AddSingleton<SlackCommands>().AddSingleton<SlackInteractions>()
            .AddSingleton<SlackDeparture>().AddSingleton<SlackMenus>().AddSingleton<SlackThreads>().AddSingleton<SlackQuestions>()
            .AddSingleton<SlackEvents>().AddSingleton<SlackArrivals>().AddSingleton<SlackInbox>();
        // Response addresses are keys themselves: they are not for logs.
        services.AddHttpClient(SlackHttp.ClientName, Introduce).RemoveAllLoggers()
            // Where an answer may go was checked; nobody leads it on from there.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        return services;
    }

    /// <summary>Adds the socket by which commands and events come where an app token is set, and what takes up events that were left over.</summary>
    public static IServiceCollection AddSlackArrivals(this IServiceCollection services) =>
        services.AddHostedService(provider => provider.GetRequiredService<SlackArrivals>()).AddHostedService<SlackSocketMode>();

    private static void Introduce(HttpClient client)
    {
        client.Timeout = SlackHttp.Timeout;
        client.DefaultRequestHeaders.UserAgent.Clear();
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("DigestBot", typeof(SlackRoom).Assembly.GetName().Version!.ToString(3)));
    }
}
