using Dapper;

namespace DigestBot.Storage;

public sealed partial class Store
{
    /// <summary>Notes which workspaces that have data here the bot is in no more; those that it is in again are taken off the list.</summary>
    /// <param name="prefix">Of the platform's workspaces: "discord:".</param>
    /// <param name="present">Those that the bot is in.</param>
    /// <param name="before">A time.</param>
    /// <returns>Those that were noted before that time.</returns>
    public Task<IReadOnlyList<string>> NoteDeparturesAsync(string prefix, IReadOnlyCollection<string> present, DateTimeOffset before, CancellationToken cancel = default) =>
        WriteAsync(async (connection, transaction) =>
        {
            HashSet<string> here = [.. present];
            var known = await connection.QueryAsync<string>(
                """
                SELECT workspace FROM workspace_feed WHERE substr(workspace, 1, @length) = @prefix
                UNION SELECT workspace FROM correction WHERE substr(workspace, 1, @length) = @prefix
                UNION SELECT workspace FROM departure WHERE substr(workspace, 1, @length) = @prefix
                """, new { prefix, length = prefix.Length }, transaction);
            foreach (var workspace in known.ToList())
            {
                var change = here.Contains(workspace) ? "DELETE FROM departure WHERE workspace = @workspace" : "INSERT INTO departure (workspace, noticed) VALUES (@workspace, @now) ON CONFLICT DO NOTHING";
                await connection.ExecuteAsync(change, new { workspace, now = Milliseconds(clock.GetUtcNow()) }, transaction);
            }
            return (IReadOnlyList<string>)[.. await connection.QueryAsync<string>(
                "SELECT workspace FROM departure WHERE substr(workspace, 1, @length) = @prefix AND noticed < @before", new { prefix, length = prefix.Length, before = Milliseconds(before) }, transaction)];
        }, cancel);
}
