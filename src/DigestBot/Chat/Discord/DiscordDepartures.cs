namespace DigestBot.Chat.Discord;

/// <summary>
/// Deletes what is kept of servers that the bot has been removed from, a month after that was noticed: whoever removes it by mistake finds all
/// as it was. It asks once a day, since no event tells it that asks for none.
/// </summary>
internal sealed class DiscordDepartures(DiscordRest rest, CommandHandler handler, Settings settings, TimeProvider clock, ILogger<DiscordDepartures> log) : BackgroundService
{
    /// <summary>How long the data is kept.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    private const string Prefix = "discord:";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(settings.Discord.BotToken))
        {
            return;
        }

        using PeriodicTimer timer = new(TimeSpan.FromDays(1), clock);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    /// <summary>Asks once. Where Discord does not answer nothing is noted: that is no departure.</summary>
    internal async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            var servers = await rest.GuildsAsync(cancel);
            var forgotten = await handler.ForgetDepartedAsync(Prefix, [.. servers.Select(s => $"{Prefix}{s.Id}")], clock.GetUtcNow() - Grace, cancel);
            if (forgotten > 0)
            {
                log.LogInformation("The data of {Count} servers that the bot left a month ago is deleted", forgotten);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogWarning("Which servers the bot has left could not be seen; it looks again tomorrow: {Reason}", error.Message);
        }
    }
}
