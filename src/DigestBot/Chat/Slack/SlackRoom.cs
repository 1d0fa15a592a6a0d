using System.Net.Http.Headers;

namespace DigestBot.Chat.Slack;

/// <summary>What the host needs to speak to Slack.</summary>
internal static class SlackRoom
{
    /// <summary>Adds what sends to Slack and what answers its requests.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services)
    {
        services.AddSingleton<SlackHttp>().AddSingleton<SlackPace>().AddSingleton<SlackApi>().AddSingleton<SlackCommands>();
        // Response addresses are keys themselves: they are not for logs.
        services.AddHttpClient(SlackHttp.ClientName, Introduce).RemoveAllLoggers();
        return services;
    }

    private static void Introduce(HttpClient client)
    {
        client.Timeout = SlackHttp.Timeout;
        client.DefaultRequestHeaders.UserAgent.Clear();
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("DigestBot", typeof(SlackRoom).Assembly.GetName().Version!.ToString(3)));
    }
}
