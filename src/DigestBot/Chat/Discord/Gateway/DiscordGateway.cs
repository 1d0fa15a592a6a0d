using System.Net;
using System.Text.Json;

namespace DigestBot.Chat.Discord.Gateway;

/// <summary>
/// Fetches commands from Discord where it cannot send them: for bots without a public address. Runs when a token is set and no public
/// key; Discord delivers in one of the two ways only.
/// </summary>
internal sealed class DiscordGateway(DiscordRest rest, DiscordInteractions interactions, Settings settings, TimeProvider clock, ILogger<DiscordGateway> log) : BackgroundService
{
    /// <summary>Whether the settings ask for it.</summary>
    public static bool IsWanted(DiscordSettings discord) => !string.IsNullOrEmpty(discord.BotToken) && string.IsNullOrWhiteSpace(discord.PublicKey);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsWanted(settings.Discord))
        {
            return;
        }

        try
        {
            if (await PlanAsync(stoppingToken) is not { } plan)
            {
                return;
            }

            using var all = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            IdentifyBudget budget = new(plan.SessionStartLimit, clock, log);
            var count = Math.Max(1, plan.Shards);
            Task<string>[] shards = [.. Enumerable.Range(0, count).Select(shard => RunAsync(new GatewayIdentity(settings.Discord.BotToken!, shard, count, budget), plan, all.Token))];
            var fatal = await await Task.WhenAny(shards);
            log.LogError("Commands from Discord are not answered: {Reason}. The bot does not connect again before it is started anew.", fatal);
            // What is wrong with one is wrong with all.
            await all.CancelAsync();
            await ((Task)Task.WhenAll(shards)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private Task<string> RunAsync(GatewayIdentity identity, GatewayPlan plan, CancellationToken cancel)
    {
        var own = string.IsNullOrEmpty(settings.Discord.GatewayAddress) ? null : settings.Discord.GatewayAddress;
        return new GatewayShard(identity, data => _ = AnswerAsync(data), clock, log).RunAsync(own ?? plan.Url, isFixed: own is not null, cancel);
    }

    /// <summary>Asked for until Discord answers; null where it refuses the token.</summary>
    private async Task<GatewayPlan?> PlanAsync(CancellationToken cancel)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await rest.GatewayAsync(cancel);
            }
            catch (DiscordException error)
            {
                log.LogError("Commands from Discord are not answered: {Reason}", error.Message);
                if (error.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                {
                    return null;
                }
            }
            await Task.Delay(GatewayShard.Pause(failures), clock, cancel);
        }
    }

    /// <summary>What came is answered as if it had come by HTTP, but for the way back. Nothing that goes wrong ends the connection.</summary>
    private async Task AnswerAsync(JsonElement data)
    {
        try
        {
            if (DiscordInteraction.TryRead(data) is { } interaction && await interactions.AnswerAsync(interaction) is { Length: > 0 } answer)
            {
                await rest.AnswerAsync(interaction.Id, interaction.Token, answer, CancellationToken.None);
            }
        }
        catch (DiscordException error)
        {
            log.LogWarning("An answer could not be sent to Discord: {Reason}", error.Message);
        }
        catch (Exception error)
        {
            log.LogError("An interaction could not be answered: {Error}", error);
        }
    }
}
