using Dapper;

namespace DigestBot.Storage;

public sealed partial class Store
{
    /// <summary>Lets a workspace see what a feed has brought and will bring.</summary>
    public Task SubscribeAsync(string workspace, Feed feed, CancellationToken cancel = default) =>
        ChangeAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("INSERT INTO feed (address, shared) VALUES (@Address, @IsShared) ON CONFLICT DO NOTHING", feed, transaction);
            return await connection.ExecuteAsync(
                "INSERT INTO workspace_feed (workspace, feed_id) SELECT @workspace, id FROM feed WHERE address = @Address ON CONFLICT DO NOTHING", new { workspace, feed.Address }, transaction);
        }, cancel);

    /// <summary>
    /// Deletes all that is a workspace's own: its installation, which feeds it sees, feeds and stories that nobody else sees, its readers' corrections.
    /// Corrections that the operator accepted stay, without who made them.
    /// </summary>
    public Task ForgetWorkspaceAsync(string workspace, CancellationToken cancel = default) =>
        ChangeAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                """
                DELETE FROM installation WHERE workspace = @workspace;
                DELETE FROM departure WHERE workspace = @workspace;
                DELETE FROM model_use WHERE workspace = @workspace;
                DELETE FROM workspace_feed WHERE workspace = @workspace;
                DELETE FROM correction WHERE workspace = @workspace AND state <> 'Accepted';
                UPDATE correction SET user = '', workspace = '' WHERE workspace = @workspace;
                DELETE FROM feed_story WHERE feed_id IN (SELECT id FROM feed f WHERE shared = 0 AND NOT EXISTS (SELECT 1 FROM workspace_feed w WHERE w.feed_id = f.id));
                DELETE FROM feed WHERE shared = 0 AND NOT EXISTS (SELECT 1 FROM workspace_feed w WHERE w.feed_id = feed.id);
                DELETE FROM statement_text WHERE rowid IN (
                    SELECT t.id FROM statement t WHERE NOT EXISTS (SELECT 1 FROM feed_story fs WHERE fs.story_id = t.story_id));
                DELETE FROM story WHERE NOT EXISTS (SELECT 1 FROM feed_story fs WHERE fs.story_id = story.id);
                """, new { workspace }, transaction);
            return true;
        }, cancel);
}
