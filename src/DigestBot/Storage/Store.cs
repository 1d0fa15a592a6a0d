using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>
/// The archive: stories and who said what in them, in one SQLite file. Every retrieval takes a workspace and finds only what
/// that workspace's feeds, and the shared ones, have brought. Thread-safe; SQL stands beside the method that runs it.
/// </summary>
public sealed partial class Store(string path, TimeProvider clock) : IDisposable
{
    private readonly StoreConnection _connections = new(path);

    // SQLite has one writer: waiting here is fair and cheap, waiting in SQLite is neither.
    private readonly SemaphoreSlim _writing = new(1, 1);

    private static readonly TimeSpan _extentHolds = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (ArchiveExtent Extent, long Version, long At)> _extents = new(StringComparer.Ordinal);

    // Changes of other connections are told to a connection that stays open.
    private readonly Lock _watching = new();
    private SqliteConnection? _watch;
    private long _lastTouch;
    private long _lastVersion;

    /// <summary>Another number after every change of what can be told, also by another process; the same while there is none, whatever else is noted in the file.</summary>
    public long Version
    {
        get
        {
            lock (_watching)
            {
                _watch ??= _connections.Open();
                // Asked for at every command: only where the file was touched at all is it read.
                var touch = _watch.ExecuteScalar<long>("PRAGMA data_version");
                if (touch != _lastTouch)
                {
                    (_lastVersion, _lastTouch) = (_watch.ExecuteScalar<long>("SELECT number FROM version"), touch);
                }

                return _lastVersion;
            }
        }
    }

    /// <summary>The archive's file.</summary>
    public string Path { get; } = path;

    /// <summary>Whether the file can be read now; for readiness checks.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT count(*) FROM feed", cancellationToken: cancel)) >= 0;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _writing.Dispose();
        _watch?.Dispose();
        _connections.Close();
    }

    /// <summary>
    /// What a workspace sees, as a condition on the story s of a query. Feeds are few: they are looked up once a query, and where
    /// the workspace sees them all no story needs to be checked.
    /// </summary>
    private static string Visible(SqliteConnection connection, string workspace)
    {
        (long Id, bool IsSeen)[] feeds = [.. connection.Query<(long, bool)>(
            "SELECT f.id, f.shared = 1 OR EXISTS (SELECT 1 FROM workspace_feed wf WHERE wf.feed_id = f.id AND wf.workspace = @workspace) FROM feed f", new { workspace })];
        return feeds.All(f => f.IsSeen)
            ? SeesAll
            : $"EXISTS (SELECT 1 FROM feed_story fs WHERE fs.story_id = s.id AND fs.feed_id IN ({string.Join(", ", feeds.Where(f => f.IsSeen).Select(f => f.Id))}))";
    }

    internal const string SeesAll = "TRUE";

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } m ? DateTimeOffset.FromUnixTimeMilliseconds(m) : null;

    /// <summary>Changes what can be told.</summary>
    private async Task<T> ChangeAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<T>> change, CancellationToken cancel)
    {
        var result = await WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("UPDATE version SET number = number + 1", transaction: transaction);
            return await change(connection, transaction);
        }, cancel);
        _extents.Clear();
        return result;
    }

    /// <summary>Notes what changes no answer: a post that went out, an event that came in.</summary>
    private async Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<T>> write, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            using var connection = _connections.Open();
            using var transaction = connection.BeginTransaction();
            var result = await write(connection, transaction);
            await transaction.CommitAsync(cancel);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }
}
