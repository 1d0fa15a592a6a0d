using DigestBot.Storage;

namespace DigestBot.Stories;

/// <summary>
/// Keeps the archive up to date with a folder: it looks twice a second, since looking loses no file, as system notifications do when
/// many come at once. A file is read when its size and time have stood still from one look to the next.
/// </summary>
public sealed class StoryFolder(Settings settings, Ingester ingester, TimeProvider clock, ILogger<StoryFolder> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly Dictionary<string, (long Size, DateTime Written)> read = [];
    private readonly Dictionary<string, (long Size, DateTime Written)> seen = [];
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the stories that were there at the start are in the archive.</summary>
    public Task FirstScan => first.Task;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using PeriodicTimer timer = new(Pause, clock);
        bool isStart = true;
        do
        {
            await LookAsync(isStart, stoppingToken);
            isStart = false;
            first.TrySetResult();
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>One look; whatever goes wrong is logged and the next look tries again.</summary>
    private async Task LookAsync(bool isStart, CancellationToken stop)
    {
        try
        {
            List<string> ready = Directory.Exists(settings.Stories) ? [.. StoryFiles.Find(settings.Stories).Where(file => IsReady(file, isStart))] : [];
            if (ready.Count > 0)
                Report(await ingester.IngestAsync(ready.SelectMany(file => StoryFiles.ReadAll(file)), Feed.Folder, cancel: stop));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or StoreException or Microsoft.Data.Sqlite.SqliteException)
        {
            log.LogWarning("The stories in {Folder} could not all be read, and will be tried again: {Reason}", settings.Stories, error.Message);
            read.Clear();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped between two stories: the rest is read at the next start.
        }
    }

    /// <summary>Whether the file is new or changed and nobody is writing it. At the start there is no look before, so its age must do.</summary>
    private bool IsReady(string file, bool isStart)
    {
        FileInfo info = new(file);
        (long, DateTime) state = (info.Length, info.LastWriteTimeUtc);
        if (read.TryGetValue(file, out (long, DateTime) known) && known == state)
            return false;
        bool stoodStill = seen.TryGetValue(file, out (long, DateTime) last) && last == state;
        bool isOld = isStart && clock.GetUtcNow().UtcDateTime - info.LastWriteTimeUtc > Pause * 2;
        seen[file] = state;
        if (!stoodStill && !isOld)
            return false;
        read[file] = state;
        return true;
    }

    private void Report(IngestSummary summary)
    {
        foreach (StoryRefusal refusal in summary.Refused)
            log.LogWarning("{Name} is skipped: {Why}", refusal.Name, refusal.Why);
        if (summary.Stored + summary.Updated > 0)
            log.LogInformation("{Stored} stories stored, {Updated} updated, {Known} known already", summary.Stored, summary.Updated, summary.Known);
    }
}
