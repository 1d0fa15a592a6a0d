using Dapper;
using DigestBot.Attribution;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>One spelling of a speaker, with how many of the workspace's stories have it.</summary>
public sealed record StoredAlias
{
    /// <summary>The joined speaker.</summary>
    public required long SpeakerId { get; init; }

    /// <summary>The spelling, without titles.</summary>
    public required string Form { get; init; }

    /// <summary>Number of stories that have it.</summary>
    public required int Stories { get; init; }
}

public sealed partial class Store
{
    /// <summary>Speakers that the workspace's stories mention, those who say most first.</summary>
    /// <param name="ids">Only these; null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="storyId">Only those of one story; null for all.</param>
    public async Task<IReadOnlyList<StoredSpeaker>> SpeakersAsync(string workspace, IReadOnlyCollection<long>? ids = null, int limit = 1000, string? storyId = null, CancellationToken cancel = default)
    {
        if (ids is { Count: 0 })
            return [];
        using SqliteConnection connection = connections.Open();
        string narrowed = (ids is null ? "" : " AND ss.speaker_id IN @ids") + (storyId is null ? "" : " AND s.key = @storyId");
        IReadOnlyList<SpeakerRow> rows = [.. await connection.QueryAsync<SpeakerRow>(
            $"""
            SELECT p.id AS Id, p.kind AS Kind, sum(ss.statements) AS Statements, count(*) AS Stories,
                   min(CASE WHEN ss.statements > 0 THEN s.time END) AS First, max(CASE WHEN ss.statements > 0 THEN s.time END) AS Last
            FROM story_speaker ss JOIN speaker p ON p.id = ss.speaker_id JOIN story s ON s.id = ss.story_id
            WHERE {Visible}{narrowed}
            GROUP BY p.id ORDER BY Statements DESC, Stories DESC, p.id LIMIT @limit
            """, new { workspace, ids, limit, storyId })];
        return await NamedAsync(connection, workspace, rows);
    }

    /// <summary>Every spelling in the workspace's stories whose folded key is one of <paramref name="keys"/>.</summary>
    public async Task<IReadOnlyList<StoredAlias>> AliasesAsync(string workspace, IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        if (keys.Count == 0)
            return [];
        using SqliteConnection connection = connections.Open();
        return [.. await connection.QueryAsync<StoredAlias>(
            $"""
            SELECT a.speaker_id AS SpeakerId, a.form AS Form, count(*) AS Stories FROM story_alias a JOIN story s ON s.id = a.story_id
            WHERE a.key IN @keys AND {Visible} GROUP BY a.speaker_id, a.form ORDER BY Stories DESC
            """, new { workspace, keys })];
    }

    private static async Task<IReadOnlyList<StoredSpeaker>> NamedAsync(SqliteConnection connection, string workspace, IReadOnlyList<SpeakerRow> rows)
    {
        long[] ids = [.. rows.Select(r => r.Id)];
        ILookup<long, NameRow> names = (await connection.QueryAsync<NameRow>(
            $"""
            SELECT ss.speaker_id AS Id, ss.name AS Name, ss.gender AS Gender, ss.description AS Description
            FROM story_speaker ss JOIN story s ON s.id = ss.story_id WHERE ss.speaker_id IN @ids AND {Visible} ORDER BY s.time DESC
            """, new { workspace, ids })).ToLookup(n => n.Id);
        ILookup<long, string> forms = (await connection.QueryAsync<(long Id, string Form)>(
            $"""
            SELECT a.speaker_id, a.form FROM story_alias a JOIN story s ON s.id = a.story_id
            WHERE a.speaker_id IN @ids AND {Visible} GROUP BY a.speaker_id, a.form ORDER BY count(*) DESC, a.form
            """, new { workspace, ids })).ToLookup(f => f.Id, f => f.Form);
        return [.. rows.Select(r => r.ToSpeaker([.. names[r.Id]], [.. forms[r.Id]]))];
    }

    private sealed record NameRow(long Id, string Name, string Gender, string? Description);

    private sealed record SpeakerRow
    {
        public long Id { get; init; }
        public string Kind { get; init; } = "";
        public long Statements { get; init; }
        public long Stories { get; init; }
        public long? First { get; init; }
        public long? Last { get; init; }

        public StoredSpeaker ToSpeaker(IReadOnlyList<NameRow> names, IReadOnlyList<string> aliases) => new()
        {
            Id = Id,
            Kind = Enum.Parse<SpeakerKind>(Kind),
            Name = names.OrderByDescending(n => n.Name.Count(c => c == ' ')).ThenByDescending(n => n.Name.Length).First().Name,
            Gender = names.Select(n => Enum.Parse<Gender>(n.Gender)).FirstOrDefault(g => g != Gender.Unknown),
            Description = names.Select(n => n.Description).FirstOrDefault(d => d is not null),
            Statements = (int)Statements,
            Stories = (int)Stories,
            First = Time(First),
            Last = Time(Last),
            Aliases = aliases,
        };
    }
}
