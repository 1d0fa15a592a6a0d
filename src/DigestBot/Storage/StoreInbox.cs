using Dapper;

namespace DigestBot.Storage;

public sealed partial class Store
{
    /// <summary>How long what has arrived is known again; Slack repeats one for at most an hour.</summary>
    private static readonly TimeSpan InboxKept = TimeSpan.FromHours(24);

    /// <summary>Notes that something of a platform has arrived.</summary>
    /// <param name="id">The platform's id: "slack:Ev0123".</param>
    /// <returns>False where it was noted before, also before a restart.</returns>
    public Task<bool> NoteArrivalAsync(string id, CancellationToken cancel = default) =>
        WriteAsync(async (connection, transaction) =>
        {
            long now = Milliseconds(clock.GetUtcNow());
            await connection.ExecuteAsync("DELETE FROM inbox WHERE seen < @before", new { before = now - (long)InboxKept.TotalMilliseconds }, transaction);
            return await connection.ExecuteAsync("INSERT INTO inbox (id, seen) VALUES (@id, @now) ON CONFLICT DO NOTHING", new { id, now }, transaction) == 1;
        }, cancel);
}
