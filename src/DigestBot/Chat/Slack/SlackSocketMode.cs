namespace DigestBot.Chat.Slack;

/// <summary>
/// Keeps a socket to Slack, which needs no public address: opens the next before it leaves the old one, waits longer from failure to
/// failure, and ends with an error in words where only the operator can help.
/// </summary>
internal sealed class SlackSocketMode(SlackApi api, SlackInbox inbox, Settings settings, TimeProvider clock, ILogger<SlackSocketMode> log) : BackgroundService
{
    private const string SwitchedOff = "link_disabled";

    private static readonly TimeSpan _shortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(1);

    /// <summary>A socket that holds so long was no failure.</summary>
    private static readonly TimeSpan _holds = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(settings.Slack.AppToken))
        {
            return;
        }

        SlackSocket? current = null;
        try
        {
            for (var failures = 0; ;)
            {
                try
                {
                    current = await ReplaceAsync(current, stoppingToken);
                    failures = await HoldAsync(current, stoppingToken) ? 0 : failures + 1;
                }
                catch (SlackException error) when (!SlackProblem.IsLasting(error.Name))
                {
                    log.LogWarning("No socket to Slack: {Reason}. The bot tries again", error.Message);
                    failures++;
                }
                if (failures > 0)
                {
                    await Task.Delay(Pause(failures), clock, stoppingToken);
                }
            }
        }
        catch (SlackException error)
        {
            log.LogError("Socket Mode has ended: {Reason}. Then start the bot again", error.Message);
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
        if (current is not null)
        {
            await current.LeaveAsync(clock);
        }
    }

    private async Task<SlackSocket> ReplaceAsync(SlackSocket? old, CancellationToken cancel)
    {
        var next = await SlackSocket.OpenAsync(await api.OpenSocketAsync(cancel), inbox, clock, log, cancel);
        if (old is null)
        {
            log.LogInformation("Connected to Slack by Socket Mode");
        }
        else
        {
            _ = old.LeaveAsync(clock);
        }

        return next;
    }

    /// <summary>Until the socket has to be replaced; false where the next is better not opened at once.</summary>
    private async Task<bool> HoldAsync(SlackSocket socket, CancellationToken cancel)
    {
        var opened = clock.GetUtcNow();
        var reason = await socket.Parting.WaitAsync(cancel);
        if (reason == SwitchedOff)
        {
            throw new SlackException(SlackProblem.Explain("apps.connections.open", SwitchedOff), isOutcomeKnown: true) { Name = SwitchedOff };
        }

        if (reason is null)
        {
            log.LogInformation("The socket to Slack broke; another is opened");
        }

        return reason is not null || clock.GetUtcNow() - opened >= _holds;
    }

    /// <summary>Doubled from failure to failure, and shortened by chance so that many bots do not come back at once.</summary>
    private static TimeSpan Pause(int failures)
    {
        var longest = Math.Min(_longestPause.TotalSeconds, _shortestPause.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 16)));
        return TimeSpan.FromSeconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
