using Dapper;

namespace DigestBot.Storage;

public sealed partial class Store
{
    /// <summary>Keeps a workspace's sealed token; a later one takes the place of the first.</summary>
    /// <param name="workspace">"slack:T0123".</param>
    /// <param name="sealedToken">Never the token itself.</param>
    public Task SaveInstallationAsync(string workspace, string name, string sealedToken, CancellationToken cancel = default) =>
        WriteAsync((connection, transaction) => connection.ExecuteAsync(
            """
            INSERT INTO installation (workspace, name, sealed, installed) VALUES (@workspace, @name, @sealedToken, @now)
            ON CONFLICT (workspace) DO UPDATE SET name = excluded.name, sealed = excluded.sealed, installed = excluded.installed
            """, new { workspace, name, sealedToken, now = Milliseconds(clock.GetUtcNow()) }, transaction), cancel);

    /// <summary>A workspace's sealed token; null where the app is not installed there.</summary>
    public async Task<string?> FindInstallationAsync(string workspace, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        return await connection.QueryFirstOrDefaultAsync<string?>(new CommandDefinition("SELECT sealed FROM installation WHERE workspace = @workspace", new { workspace }, cancellationToken: cancel));
    }
}
