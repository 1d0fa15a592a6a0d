using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>
/// The archive: stories and who said what in them, in one SQLite file. Every retrieval takes a workspace and finds only what
/// that workspace's feeds, and the shared ones, have brought. Thread-safe; SQL stands beside the method that runs it.
/// </summary>
public sealed partial class Store(string path, TimeProvider clock) : IDisposable
{
    private readonly StoreConnection connections = new(path);

    // SQLite has one writer: waiting here is fair and cheap, waiting in SQLite is neither.
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>The archive's file.</summary>
    public string Path { get; } = path;

    /// <summary>Whether the file can be read now; for readiness checks.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancel = default)
    {
        using SqliteConnection connection = connections.Open();
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT count(*) FROM feed", cancellationToken: cancel)) >= 0;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        writing.Dispose();
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Feeds that a workspace sees, as a condition on a story's row id: few, so they are looked up once.</summary>
    private const string Visible = """
        EXISTS (SELECT 1 FROM feed_story fs JOIN feed f ON f.id = fs.feed_id
                WHERE fs.story_id = s.id AND (f.shared = 1 OR EXISTS
                    (SELECT 1 FROM workspace_feed wf WHERE wf.feed_id = f.id AND wf.workspace = @workspace)))
        """;

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } m ? DateTimeOffset.FromUnixTimeMilliseconds(m) : null;

    private async Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<T>> write, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            using SqliteConnection connection = connections.Open();
            using SqliteTransaction transaction = connection.BeginTransaction();
            T result = await write(connection, transaction);
            await transaction.CommitAsync(cancel);
            return result;
        }
        finally
        {
            writing.Release();
        }
    }
}
