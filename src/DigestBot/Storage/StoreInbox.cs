using Dapper;

namespace DigestBot.Storage;

/// <summary>What a platform delivered and nobody has finished dealing with.</summary>
/// <param name="Id">The platform's id: "slack:Ev0123".</param>
/// <param name="Payload">As it came.</param>
/// <param name="Seen">When it came.</param>
public sealed record Arrival(string Id, byte[] Payload, DateTimeOffset Seen);

public sealed partial class Store
{
    /// <summary>How long what has arrived is known again; Slack repeats one for at most an hour.</summary>
    private static readonly TimeSpan _inboxKept = TimeSpan.FromHours(24);

    /// <summary>Notes that something of a platform has arrived.</summary>
    /// <param name="id">The platform's id: "slack:Ev0123".</param>
    /// <returns>False where it was noted before, also before a restart.</returns>
    public Task<bool> NoteArrivalAsync(string id, CancellationToken cancel = default) => ArriveAsync(id, null, cancel);

    /// <summary>Notes the same of what has still to be dealt with, and keeps it until <see cref="FinishArrivalAsync"/>: after the returned task it survives any kill.</summary>
    /// <param name="payload">As it came.</param>
    public Task<bool> KeepArrivalAsync(string id, byte[] payload, CancellationToken cancel = default) => ArriveAsync(id, payload, cancel);

    /// <summary>What is not finished, the oldest first.</summary>
    /// <param name="prefix">Of the ids: "slack:".</param>
    public async Task<IReadOnlyList<Arrival>> UnfinishedArrivalsAsync(string prefix, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        IEnumerable<(string Id, byte[] Payload, long Seen)> rows = await connection.QueryAsync<(string, byte[], long)>(new CommandDefinition(
            "SELECT id, payload, seen FROM inbox WHERE payload IS NOT NULL AND substr(id, 1, length(@prefix)) = @prefix ORDER BY seen", new { prefix }, cancellationToken: cancel));
        return [.. rows.Select(r => new Arrival(r.Id, r.Payload, DateTimeOffset.FromUnixTimeMilliseconds(r.Seen)))];
    }

    /// <summary>Notes that it is dealt with: what it said is deleted, that it came is known for a day.</summary>
    public Task FinishArrivalAsync(string id, CancellationToken cancel = default) =>
        WriteAsync(async (connection, transaction) => await connection.ExecuteAsync("UPDATE inbox SET payload = NULL WHERE id = @id", new { id }, transaction), cancel);

    private Task<bool> ArriveAsync(string id, byte[]? payload, CancellationToken cancel) =>
        WriteAsync(async (connection, transaction) =>
        {
            var now = Milliseconds(clock.GetUtcNow());
            await connection.ExecuteAsync("DELETE FROM inbox WHERE seen < @before AND payload IS NULL", new { before = now - (long)_inboxKept.TotalMilliseconds }, transaction);
            return await connection.ExecuteAsync("INSERT INTO inbox (id, seen, payload) VALUES (@id, @now, @payload) ON CONFLICT DO NOTHING", new { id, now, payload }, transaction) == 1;
        }, cancel);
}
