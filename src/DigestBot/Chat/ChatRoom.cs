using DigestBot.Chat.Discord;
using DigestBot.Chat.Slack;
using DigestBot.Digests;
using DigestBot.LanguageModels;

namespace DigestBot.Chat;

/// <summary>What the host needs to answer commands and speak to the platforms.</summary>
internal static class ChatRoom
{
    /// <summary>Adds the command handler, the platforms' clients and what answers their requests.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services, Func<IServiceProvider, Archive> archive)
    {
        services.AddSingleton(provider => new CommandHandler(archive(provider), Verbs.All));
        services.AddSingleton<PromptReply>().AddSingleton<Examples>();
        services.AddDiscord();
        services.AddSlack();
        return services;
    }

    /// <summary>Adds the language model's prose over replies, where the settings name a model.</summary>
    /// <exception cref="FormatException">A setting is missing or malformed; the message says which.</exception>
    public static IServiceCollection AddProse(this IServiceCollection services, Settings settings) =>
        ModelClient.IsOn(settings.Model) ? services.AddLanguageModel(settings).AddSingleton<ProseReply>() : services;

    /// <summary>Adds what posts the day's digest.</summary>
    public static IServiceCollection AddDailyDigest(this IServiceCollection services, DigestClock time) =>
        services.AddSingleton(time).AddSingleton<DigestComposer>().AddSingleton<DigestEdition>()
            .AddSingleton<IDigestChannel, DiscordDigestChannel>().AddSingleton<IDigestChannel, SlackDigestChannel>()
            .AddSingleton<DigestPoster>().AddHostedService<DailyDigest>();
}
