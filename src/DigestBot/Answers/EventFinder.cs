using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Finds when something happened by when the archive first told of it, the last time that it did.</summary>
internal sealed class EventFinder(Store store)
{
    // A month without a word of it: what was told before was another summit.
    private static readonly TimeSpan _silence = TimeSpan.FromDays(30);

    /// <summary>Start of the day (UTC) on which the latest telling of it begins, beside one of those named if it is told beside them; null where no statement tells of it.</summary>
    /// <param name="beside">Who is asked about: "since the invitation" means theirs.</param>
    public async Task<DateTimeOffset?> StartAsync(string workspace, EventBound bound, IReadOnlyList<string> beside, CancellationToken cancel)
    {
        foreach (var name in beside.SelectMany(b => TextWords.Of(b).TakeLast(1)))
        {
            if (await StartAsync(workspace, [.. bound.Words, name], cancel) is { } start)
            {
                return start;
            }
        }
        return await StartAsync(workspace, bound.Words, cancel);
    }

    private async Task<DateTimeOffset?> StartAsync(string workspace, IReadOnlyList<string> words, CancellationToken cancel)
    {
        StatementFilter filter = new() { Words = words, Limit = 200 };
        DateTimeOffset? start = null;
        foreach (var statement in (await store.FindStatementsAsync(workspace, filter, cancel)).OrderByDescending(s => s.Time))
        {
            if (start - statement.Time > _silence)
            {
                break;
            }

            start = statement.Time;
        }
        return start is { } time ? new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero) : null;
    }
}
