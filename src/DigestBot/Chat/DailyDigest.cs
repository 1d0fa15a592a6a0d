using DigestBot.Digests;
using DigestBot.Stories;

namespace DigestBot.Chat;

/// <summary>Posts the digest when its time has come: it looks twice a minute, since a clock that jumps wakes nobody.</summary>
internal sealed class DailyDigest(DigestPoster poster, StoryFolder folder, DigestClock time, TimeProvider clock, ILogger<DailyDigest> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(30);

    /// <summary>How long after a refusal the same is tried again.</summary>
    private static readonly TimeSpan _pauseAfterRefusal = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (DateOnly Day, DateTimeOffset Next)> _done = [];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (poster.Channels.Count == 0)
        {
            return;
        }

        using PeriodicTimer timer = new(_pause, clock);
        try
        {
            // What lay in the folder at the start belongs into the first digest.
            await folder.FirstScan.WaitAsync(stoppingToken);
            do
            {
                await PostDueAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopped: what was begun is in the outbox.
        }
    }

    /// <summary>Posts to every channel whose digest is due and was not yet dealt with today.</summary>
    internal async Task PostDueAsync(CancellationToken cancel)
    {
        if (!time.IsDue)
        {
            return;
        }

        foreach (var channel in poster.Channels)
        {
            (var day, var next) = _done.GetValueOrDefault(channel.Name!);
            if (day == time.Today && clock.GetUtcNow() < next)
            {
                continue;
            }

            var result = await TryAsync(channel, cancel);
            if (result == PostResult.NothingToPost && day != time.Today)
            {
                log.LogInformation("There is nothing new for {Channel} yet; the digest is posted when there is, until the day is over", channel.Name);
            }

            var isOver = result is PostResult.Posted or PostResult.AlreadyPosted or PostResult.Unknown;
            _done[channel.Name!] = (time.Today, isOver ? DateTimeOffset.MaxValue : clock.GetUtcNow() + _pauseAfterRefusal);
        }
    }

    private async Task<PostResult> TryAsync(IDigestChannel channel, CancellationToken cancel)
    {
        try
        {
            return await poster.PostTodayAsync(channel, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError("The digest for {Channel} could not be made: {Reason}", channel.Name, error.Message);
            return PostResult.Refused;
        }
    }
}
