using DigestBot.Storage;

namespace DigestBot.Stories;

/// <summary>
/// Keeps the archive up to date with a folder: it looks twice a second, since looking loses no file, as system notifications do when
/// many come at once.
/// </summary>
public sealed class StoryFolder(Settings settings, Ingester ingester, TimeProvider clock, ILogger<StoryFolder> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    // A file that is written on and on does not hold up the start.
    private const int MostLooksAtStart = 6;

    private readonly FolderLook _look = new(settings.Stories, clock);
    private readonly GrowingStories _growing = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _trouble;

    /// <summary>Done when the stories that were there at the start are in the archive.</summary>
    public Task FirstScan => _first.Task;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using PeriodicTimer timer = new(_pause, clock);
        try
        {
            var looks = 0;
            do
            {
                await LookAsync(stoppingToken);
                if (!_look.IsWaiting || ++looks == MostLooksAtStart)
                {
                    _first.TrySetResult();
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopped between two stories: the rest is read at the next start.
        }
    }

    /// <summary>One look; whatever goes wrong is said once, and the next look tries again.</summary>
    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            if (!Directory.Exists(settings.Stories))
            {
                Say($"There is no folder {settings.Stories}. Make it, and stories that are dropped there are read; or name another as \"stories\" in digestbot.json.");
                return;
            }
            await TakeAsync(_look.Ready(), stop);
            _trouble = null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Say($"The stories in {settings.Stories} could not all be stored and will be tried again: {error.Message}");
        }
    }

    private async Task TakeAsync(IReadOnlyList<string> files, CancellationToken stop)
    {
        if (files.Count == 0)
        {
            return;
        }

        Report(await ingester.IngestAsync(files.SelectMany(Batches), Feed.Folder, cancel: stop));
        foreach (var file in files)
        {
            _look.Done(file);
        }
    }

    private IEnumerable<StoryBatch> Batches(string file)
    {
        if (!StoryFiles.HoldsStories(file))
        {
            return [StoryBatch.Refuse(file, $"stories end in {string.Join(", ", StoryReader.Endings)}")];
        }

        return StoryFiles.ReadAll(file).Where(_ => File.Exists(file)).Select(batch => _growing.Recognise(file, batch));
    }

    private void Report(IngestSummary summary)
    {
        foreach (var refusal in summary.Refused)
        {
            log.LogWarning("{Name} is skipped: {Why}", Path.GetRelativePath(settings.Stories, refusal.Name), refusal.Why);
        }

        if (summary.Stored + summary.Updated > 0)
        {
            log.LogInformation("{Stored} stories stored, {Updated} updated, {Known} known already", summary.Stored, summary.Updated, summary.Known);
        }
    }

    private void Say(string what)
    {
        if (what != _trouble)
        {
            log.LogWarning("{What}", what);
        }

        _trouble = what;
    }
}
