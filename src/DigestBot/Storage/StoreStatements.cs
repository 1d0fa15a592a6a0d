using Dapper;

namespace DigestBot.Storage;

public sealed partial class Store
{
    /// <summary>All statements of a story that the workspace may see, in text order.</summary>
    public async Task<IReadOnlyList<StoredStatement>> StatementsOfAsync(string workspace, string storyId, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        return await StatementReader.ReadAsync(
            connection, $"SELECT {StatementReader.Columns}, 0.0 FROM statement t JOIN story s ON s.id = t.story_id WHERE s.key = @storyId AND {visible} ORDER BY t.id", [("storyId", storyId)], cancel);
    }

    /// <summary>The statements of these row ids that the workspace may see, in the order of the ids.</summary>
    public async Task<IReadOnlyList<StoredStatement>> StatementsAsync(string workspace, IReadOnlyCollection<long> ids, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        var found = (await StatementReader.ReadAsync(
            connection, $"SELECT {StatementReader.Columns}, 0.0 FROM statement t JOIN story s ON s.id = t.story_id WHERE t.id IN ({string.Join(", ", ids)}) AND {visible}", [], cancel))
            .ToDictionary(s => s.Id);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Statements that the filter lets through, best text score first, then newest.</summary>
    public async Task<IReadOnlyList<StoredStatement>> FindStatementsAsync(string workspace, StatementFilter filter, CancellationToken cancel = default)
    {
        if (filter.Words is { Count: 0 } || filter.CueForms is { Count: 0 } || filter.PeopleWords is { Count: 0 } || filter.Speakers is { Count: 0 } || filter.Acts is { Count: 0 })
        {
            return [];
        }

        using var connection = _connections.Open();
        var story = filter.StoryId is { } key ? await connection.QueryFirstOrDefaultAsync<long?>("SELECT id FROM story WHERE key = @key", new { key }) : null;
        if (filter.StoryId is not null && story is null)
        {
            return [];
        }

        return await new StatementSearch(connection, filter, story, Visible(connection, workspace)).FindAsync(cancel);
    }

    /// <summary>Whether a word stands in any statement that the workspace may see, in its story's headline or in its paragraph.</summary>
    public async Task<bool> HasWordAsync(string workspace, string word, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        var story = visible == SeesAll ? "" : "JOIN statement t ON t.id = x.rowid JOIN story s ON s.id = t.story_id";
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            $"SELECT EXISTS (SELECT 1 FROM statement_text x {story} WHERE x.statement_text MATCH @match AND {visible})", new { match = TextMatch.Words(new StatementFilter(), [word], all: true) }, cancellationToken: cancel));
    }
}
