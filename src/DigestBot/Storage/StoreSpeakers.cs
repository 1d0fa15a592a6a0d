using Dapper;
using DigestBot.Attribution;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>One spelling of a speaker in the workspace's stories.</summary>
public sealed record StoredAlias
{
    /// <summary>The joined speaker.</summary>
    public required long SpeakerId { get; init; }

    /// <summary>Person or body.</summary>
    public required SpeakerKind Kind { get; init; }

    /// <summary>The spelling, without titles.</summary>
    public required string Form { get; init; }
}

/// <summary>A speaker's name with all its spellings, for those who look for it while they type.</summary>
public sealed record StoredName(string Name, IReadOnlyList<string> Forms)
{
    /// <summary>Number of the speaker's statements that the workspace can see.</summary>
    public required int Statements { get; init; }

    /// <summary>Number of stories visible to the workspace in which the speaker is mentioned.</summary>
    public required int Stories { get; init; }
}

public sealed partial class Store
{
    // With these a name is begun by ear: "Karver", "Zcala".
    private static readonly string[] _soundAlike = ["ckq", "fv", "sz", "gj"];

    /// <summary>Speakers that the workspace's stories mention, those who say most first.</summary>
    /// <param name="ids">Only these; null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="storyId">Only those of one story; null for all.</param>
    public async Task<IReadOnlyList<StoredSpeaker>> SpeakersAsync(string workspace, IReadOnlyCollection<long>? ids = null, int limit = 1000, string? storyId = null, CancellationToken cancel = default)
    {
        if (ids is { Count: 0 })
        {
            return [];
        }

        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        var narrowed = (ids is null ? "" : " AND ss.speaker_id IN @ids") + (storyId is null ? "" : " AND s.key = @storyId");
        IReadOnlyList<SpeakerRow> rows = [.. await connection.QueryAsync<SpeakerRow>(
            $"""
            SELECT p.id AS Id, p.kind AS Kind, sum(ss.statements) AS Statements, count(*) AS Stories,
                   min(CASE WHEN ss.statements > 0 THEN s.time END) AS First, max(CASE WHEN ss.statements > 0 THEN s.time END) AS Last
            FROM story_speaker ss JOIN speaker p ON p.id = ss.speaker_id JOIN story s ON s.id = ss.story_id
            WHERE {visible}{narrowed}
            GROUP BY p.id ORDER BY Statements DESC, Stories DESC, p.id LIMIT @limit
            """, new { ids, limit, storyId })];
        return await NamedAsync(connection, visible, rows);
    }

    /// <summary>Every spelling in the workspace's stories of which one of <paramref name="keys"/> is a key (see <see cref="SpeakerKeys"/>).</summary>
    public async Task<IReadOnlyList<StoredAlias>> AliasesAsync(string workspace, IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        IEnumerable<(long Id, string Kind, string Form)> rows = await connection.QueryAsync<(long, string, string)>(
            $"""
            SELECT DISTINCT a.speaker_id, p.kind, a.form FROM alias a JOIN speaker p ON p.id = a.speaker_id
            WHERE a.key IN @keys AND {Knows(visible)}
            """, new { keys });
        return [.. rows.Select(r => new StoredAlias { SpeakerId = r.Id, Kind = Enum.Parse<SpeakerKind>(r.Kind), Form = r.Form })];
    }

    /// <summary>As <see cref="SpeakersAsync"/> for few speakers and much faster: without times and spellings, the name from the newest stories.</summary>
    public async Task<IReadOnlyList<StoredSpeaker>> BearersAsync(string workspace, IReadOnlyCollection<long> ids, string? storyId = null, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        // Where every story counts there is no need to look at each.
        var isAll = visible == SeesAll && storyId is null;
        var stories = isAll ? "" : "JOIN story s ON s.id = ss.story_id";
        var narrowed = storyId is null ? visible : $"{visible} AND s.key = @storyId";
        var counted = isAll
            ? "sum(n.statements) AS Statements, sum(n.stories) AS Stories FROM speaker_name n JOIN speaker p ON p.id = n.speaker_id WHERE n.speaker_id = @id"
            : $"sum(ss.statements) AS Statements, count(*) AS Stories FROM story_speaker ss JOIN speaker p ON p.id = ss.speaker_id {stories} WHERE ss.speaker_id = @id AND {narrowed}";
        List<StoredSpeaker> bearers = [];
        foreach (var id in ids)
        {
            var row = await connection.QueryFirstOrDefaultAsync<SpeakerRow>($"SELECT p.id AS Id, p.kind AS Kind, {counted} GROUP BY p.id", new { id, storyId });
            if (row is null)
            {
                continue;
            }

            var names = await connection.QueryAsync<NameRow>(
                $"""
                SELECT ss.speaker_id AS Id, ss.name AS Name, ss.gender AS Gender, ss.description AS Description
                FROM story_speaker ss {stories} WHERE ss.speaker_id = @id AND {narrowed} ORDER BY ss.story_id DESC LIMIT 50
                """, new { id, storyId });
            bearers.Add(row.ToSpeaker([.. names], []));
        }
        return bearers;
    }

    /// <summary>Names of the speakers that the workspace's stories mention, those who say most first.</summary>
    /// <param name="limit">At most so many.</param>
    public async Task<IReadOnlyList<StoredName>> NamesAsync(string workspace, int limit, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        var told = visible == SeesAll ? "speaker_name"
            : $"(SELECT ss.speaker_id, ss.name, count(*) AS stories, sum(ss.statements) AS statements FROM story_speaker ss JOIN story s ON s.id = ss.story_id WHERE {visible} GROUP BY ss.speaker_id, ss.name)";
        var names = (await connection.QueryAsync<NameCount>(new CommandDefinition(
            $"SELECT speaker_id AS Id, name AS Name, stories AS Stories, statements AS Statements FROM {told}", cancellationToken: cancel))).ToLookup(n => n.Id);
        var forms = (await connection.QueryAsync<(long Id, string Form)>(new CommandDefinition(
            $"SELECT DISTINCT a.speaker_id, a.form FROM alias a WHERE {Knows(visible)}", cancellationToken: cancel))).ToLookup(f => f.Id, f => f.Form);
        return [.. names
            .Select(n => new StoredName(NameCount.Best(n), [.. forms[n.Key]]) { Statements = (int)n.Sum(c => c.Statements), Stories = (int)n.Sum(c => c.Stories) })
            .OrderByDescending(n => n.Statements).ThenByDescending(n => n.Stories).Take(limit)];
    }

    /// <summary>Whether the workspace knows a spelling a, as a condition: one of the stories that it sees has it.</summary>
    private static string Knows(string visible) =>
        $"EXISTS (SELECT 1 FROM story_alias sa {(visible == SeesAll ? "" : "JOIN story s ON s.id = sa.story_id")} WHERE sa.key = a.key AND sa.speaker_id = a.speaker_id AND sa.form = a.form AND {visible})";

    /// <summary>Keys in the archive that begin with the same letter, or one that sounds alike, and are as long, give or take two: where a mistyped name is looked for.</summary>
    public async Task<IReadOnlyList<string>> KeysLikeAsync(string key, CancellationToken cancel = default)
    {
        if (key.Length == 0)
        {
            return [];
        }

        using var connection = _connections.Open();
        List<string> keys = [];
        foreach (var first in Array.Find(_soundAlike, s => s.Contains(key[0], StringComparison.Ordinal)) ?? key[..1])
        {
            keys.AddRange(await connection.QueryAsync<string>(
                "SELECT DISTINCT key FROM alias WHERE key >= @from AND key < @to AND length(key) BETWEEN @shortest AND @longest",
                new { from = $"{first}", to = $"{first}\uffff", shortest = key.Length - 2, longest = key.Length + 2 }));
        }

        return keys;
    }

    /// <summary>Where the workspace's stories say what a speaker is, the newest first.</summary>
    public async Task<IReadOnlyList<StoredDescription>> DescriptionsAsync(string workspace, long speakerId, string? storyId = null, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        var rows = await connection.QueryAsync<DescriptionRow>(
            $"""
            SELECT ss.name AS Name, ss.description AS Description, ss.place AS Place, s.key AS StoryId, s.title AS Title, s.outlet AS Outlet, s.url AS Url, s.published AS Published
            FROM story_speaker ss JOIN story s ON s.id = ss.story_id
            WHERE ss.speaker_id = @speakerId AND ss.description IS NOT NULL AND (@storyId IS NULL OR s.key = @storyId) AND {visible} ORDER BY s.time DESC LIMIT 20
            """, new { speakerId, storyId });
        return [.. rows.Select(r => r.ToDescription())];
    }

    private static async Task<IReadOnlyList<StoredSpeaker>> NamedAsync(SqliteConnection connection, string visible, IReadOnlyList<SpeakerRow> rows)
    {
        long[] ids = [.. rows.Select(r => r.Id)];
        var names = (await connection.QueryAsync<NameRow>(
            $"""
            SELECT ss.speaker_id AS Id, ss.name AS Name, ss.gender AS Gender, ss.description AS Description
            FROM story_speaker ss JOIN story s ON s.id = ss.story_id WHERE ss.speaker_id IN @ids AND {visible} ORDER BY s.time DESC
            """, new { ids })).ToLookup(n => n.Id);
        var forms = (await connection.QueryAsync<(long Id, string Form)>(
            $"""
            SELECT a.speaker_id, a.form FROM story_alias a JOIN story s ON s.id = a.story_id
            WHERE a.speaker_id IN @ids AND {visible} GROUP BY a.speaker_id, a.form ORDER BY count(*) DESC, a.form
            """, new { ids })).ToLookup(f => f.Id, f => f.Form);
        return [.. rows.Select(r => r.ToSpeaker([.. names[r.Id]], [.. forms[r.Id]]))];
    }

    private sealed record NameCount(long Id, string Name, long Stories, long Statements)
    {
        /// <summary>The name that most stories give in full; one story's oddity is not the archive's.</summary>
        public static string Best(IEnumerable<NameCount> names) =>
            names.OrderByDescending(n => n.Name.Contains(' ', StringComparison.Ordinal)).ThenByDescending(n => n.Stories).ThenByDescending(n => n.Name.Length).First().Name;
    }

    private sealed record NameRow(long Id, string Name, string Gender, string? Description);

    private sealed record DescriptionRow
    {
        public string Name { get; init; } = "";
        public string Description { get; init; } = "";
        public string Place { get; init; } = "";
        public string StoryId { get; init; } = "";
        public string Title { get; init; } = "";
        public string? Outlet { get; init; }
        public string? Url { get; init; }
        public long? Published { get; init; }

        public StoredDescription ToDescription() => new()
        {
            Name = Name,
            Description = Description,
            Span = Spans.Read(Place)[0],
            StoryId = StoryId,
            Title = Title,
            Outlet = Outlet,
            Url = Url,
            Published = Time(Published),
        };
    }

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
            // The name that most stories give in full; one story's oddity is not the archive's.
            Name = names.GroupBy(n => n.Name).OrderByDescending(g => g.Key.Contains(' ')).ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).First().Key,
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
