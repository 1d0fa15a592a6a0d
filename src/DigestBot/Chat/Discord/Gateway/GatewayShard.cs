using System.Text.Json;

namespace DigestBot.Chat.Discord.Gateway;

/// <summary>Keeps one shard connected: one connection after the other, resumed where Discord allows, with growing pauses while it does not work.</summary>
internal sealed class GatewayShard(GatewayIdentity identity, Action<JsonElement> interact, TimeProvider clock, ILogger log)
{
    /// <summary>A connection that lived as long was a good one: the next is made at once.</summary>
    private static readonly TimeSpan _goodLife = TimeSpan.FromMinutes(1);

    private const int LongestPauseSeconds = 60;

    private readonly GatewaySession _session = new();

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="gateway">The gateway's address.</param>
    /// <param name="isFixed">Sessions are resumed there too, not where Discord says.</param>
    /// <returns>Why it gave up: what connecting again cannot mend.</returns>
    public async Task<string> RunAsync(string gateway, bool isFixed, CancellationToken cancel)
    {
        if (Address(gateway) is not { } first)
        {
            return $"'{PlainText.Cut(gateway, 100)}' is no gateway's address (wss://…): look at DIGESTBOT_DISCORD__GATEWAYADDRESS";
        }

        for (var failures = 0; ;)
        {
            if (_session.Id is null)
            {
                await identity.Budget.WaitAsync(identity.Shard, cancel);
            }

            var started = clock.GetTimestamp();
            GatewayEnd end;
            using (GatewayConnection connection = new(identity, _session, interact, clock, log))
            {
                end = await connection.RunAsync(isFixed ? first : Address(_session.ResumeAddress) ?? first, cancel);
            }

            if (end.Fatal is { } fatal)
            {
                return fatal;
            }

            failures = clock.GetElapsedTime(started) >= _goodLife ? 0 : failures + 1;
            var pause = Pause(failures);
            log.LogInformation("Discord's gateway: {Why}; connecting again", end.Why);
            await Task.Delay(pause > end.Pause ? pause : end.Pause, clock, cancel);
        }
    }

    /// <summary>Doubled with each failure in a row, half of it by chance, a minute at most.</summary>
    internal static TimeSpan Pause(int failures) => failures == 0
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(LongestPauseSeconds, Math.Pow(2, Math.Min(failures, 10) - 1)) * (0.5 + (Random.Shared.NextDouble() / 2)));

    private static Uri? Address(string? gateway) =>
        Uri.TryCreate($"{gateway?.TrimEnd('/')}/?v=10&encoding=json", UriKind.Absolute, out var address) && address.Scheme is "ws" or "wss" ? address : null;
}
