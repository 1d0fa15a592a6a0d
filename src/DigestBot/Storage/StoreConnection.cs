using System.Reflection;
using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>Opens the archive's file, brings its tables up to date and hands out connections.</summary>
internal sealed class StoreConnection
{
    private readonly string _connectionString;

    /// <summary>Opens or makes the file at <paramref name="path"/>.</summary>
    /// <exception cref="StoreException">The file is no archive, cannot be written, or comes from a newer version.</exception>
    public StoreConnection(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var connection = Open())
            {
                connection.Execute("PRAGMA journal_mode = WAL");
            }

            Migrate();
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The archive {path} cannot be opened: {Why(error)} Choose another folder with --data DIR.", error);
        }

        static string Why(Exception error) => (error as SqliteException)?.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN => "this user may not write there.",
            SQLitePCL.raw.SQLITE_NOTADB => "it is no archive, or it is damaged.",
            SQLitePCL.raw.SQLITE_FULL => "the disk is full.",
            _ => error.Message,
        };
    }

    /// <summary>An open connection, to be disposed of.</summary>
    public SqliteConnection Open()
    {
        SqliteConnection connection = new(_connectionString);
        connection.Open();
        // FULL: what was acknowledged survives a power cut, not only a kill.
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA mmap_size = 268435456");
        return connection;
    }

    /// <summary>Closes the connections that nobody uses; those of other archives in the process stay as they are.</summary>
    public void Close()
    {
        using SqliteConnection any = new(_connectionString);
        SqliteConnection.ClearPool(any);
    }

    private void Migrate()
    {
        var result = DeployChanges.To
            .SqliteDatabase(_connectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.Contains(".Migrations.", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new StoreException($"The archive's tables cannot be brought up to date: {result.Error.Message}", result.Error);
        }
    }
}
