using System.Text;
using Dapper;
using DigestBot.Attribution;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

public sealed partial class Store
{
    private const string StatementColumns = """
        t.id AS Id, s.key AS StoryId, s.title AS Title, s.outlet AS Outlet, s.url AS Url, s.published AS Published, t.time AS Time,
        t.speaker_id AS SpeakerId, t.speaker AS Speaker, t.cue AS Cue, t.content AS Content, t.spans AS Spans, t.speaker_spans AS SpeakerSpans,
        t.cue_spans AS CueSpans, t.condition AS Condition, t.addressee AS Addressee, t.about AS About, t.kind AS Kind, t.act AS Act, t.negated AS Negated, t.confidence AS Confidence
        """;

    /// <summary>All statements of a story that the workspace may see, in text order.</summary>
    public async Task<IReadOnlyList<StoredStatement>> StatementsOfAsync(string workspace, string storyId, CancellationToken cancel = default)
    {
        using SqliteConnection connection = connections.Open();
        string visible = Visible(connection, workspace);
        IEnumerable<StatementRow> rows = await connection.QueryAsync<StatementRow>(
            $"SELECT {StatementColumns} FROM statement t JOIN story s ON s.id = t.story_id WHERE s.key = @storyId AND {visible} ORDER BY t.id", new { workspace, storyId });
        return [.. rows.Select(r => r.ToStatement())];
    }

    /// <summary>The statements of these row ids that the workspace may see, in the order of the ids.</summary>
    public async Task<IReadOnlyList<StoredStatement>> StatementsAsync(string workspace, IReadOnlyCollection<long> ids, CancellationToken cancel = default)
    {
        using SqliteConnection connection = connections.Open();
        string visible = Visible(connection, workspace);
        Dictionary<long, StoredStatement> found = (await connection.QueryAsync<StatementRow>(new CommandDefinition(
            $"SELECT {StatementColumns} FROM statement t JOIN story s ON s.id = t.story_id WHERE t.id IN @ids AND {visible}", new { ids }, cancellationToken: cancel)))
            .ToDictionary(r => r.Id, r => r.ToStatement());
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Statements that the filter lets through, best text score first, then newest.</summary>
    public async Task<IReadOnlyList<StoredStatement>> FindStatementsAsync(string workspace, StatementFilter filter, CancellationToken cancel = default)
    {
        if (filter.Words is { Count: 0 } || filter.CueForms is { Count: 0 } || filter.PeopleWords is { Count: 0 } || filter.Speakers is { Count: 0 } || filter.Acts is { Count: 0 })
            return [];
        using SqliteConnection connection = connections.Open();
        long? story = filter.StoryId is { } key ? await connection.QueryFirstOrDefaultAsync<long?>("SELECT id FROM story WHERE key = @key", new { key }) : null;
        if (filter.StoryId is not null && story is null)
            return [];
        DynamicParameters parameters = new();
        string sql = Sql(filter, story, Visible(connection, workspace), parameters);
        IEnumerable<StatementRow> rows = await connection.QueryAsync<StatementRow>(new CommandDefinition(sql, parameters, cancellationToken: cancel));
        return [.. rows.DistinctBy(r => r.Id).Select(r => r.ToStatement())];
    }

    private static string Sql(StatementFilter filter, long? story, string visible, DynamicParameters parameters)
    {
        parameters.Add("limit", Math.Clamp(filter.Limit, 1, 1000));
        string? match = TextMatch.Of(filter, story);
        StringBuilder sql = new($"SELECT {StatementColumns}, {(match is null ? "0.0" : "x.score")} AS Score FROM {From(filter, match, visible)} JOIN story s ON s.id = t.story_id WHERE {visible}");
        void Where(bool given, string condition, string name, object? value)
        {
            if (!given)
                return;
            sql.Append(" AND ").Append(condition);
            parameters.Add(name, value);
        }
        if (match is not null)
            parameters.Add("match", match);
        bool isBySpeaker = IsBySpeaker(filter, match);
        Where(isBySpeaker, "ts.speaker_id IN @speakers", "speakers", filter.Speakers);
        Where(filter.Acts is not null && match is null, isBySpeaker ? "ts.act IN @acts" : "t.act IN @acts", "acts", filter.Acts?.Select(a => a.ToString()));
        Where(filter.Since is not null, "t.time >= @since", "since", filter.Since?.ToUnixTimeMilliseconds());
        Where(filter.Until is not null, "t.time < @until", "until", filter.Until?.ToUnixTimeMilliseconds());
        Where(filter.Outlet is not null, "s.outlet = @outlet COLLATE NOCASE", "outlet", filter.Outlet);
        Where(story is not null, "t.story_id = @story", "story", story);
        sql.Append(match is null ? $" ORDER BY {(isBySpeaker ? "ts" : "t")}.time DESC, t.id LIMIT @limit" : " ORDER BY x.score DESC, t.time DESC, t.id LIMIT @limit");
        return sql.ToString();
    }

    /// <summary>The statements, or those that the text search finds; only the best of these where nothing behind it leaves any out.</summary>
    private static string From(StatementFilter filter, string? match, string visible)
    {
        if (match is null)
            return IsBySpeaker(filter, match) ? "statement_speaker ts JOIN statement t ON t.id = ts.statement_id" : "statement t";
        // A word in the content weighs most, then who is meant there and who says it, the headline, and the paragraph around it.
        string score = filter.Words is null ? "0.0" : "-bm25(statement_text, 6.0, 4.0, 2.0, 2.0, 1.0, 0.0, 0.0)";
        bool isAll = visible == SeesAll && filter is { Since: null, Until: null, Outlet: null };
        // Of words that are everywhere the newest few thousand are ranked: to score a hundred thousand takes longer than anybody waits.
        string newest = $"SELECT rowid, {score} AS score FROM statement_text WHERE statement_text MATCH @match ORDER BY rowid DESC LIMIT {(isAll ? MostRanked : -1)}";
        string best = isAll && filter.Words is not null ? $"SELECT rowid, score FROM ({newest}) ORDER BY score DESC LIMIT @limit" : newest;
        return $"({best}) x JOIN statement t ON t.id = x.rowid";
    }

    private static bool IsBySpeaker(StatementFilter filter, string? match) => match is null && filter.Speakers is not null;

    private const int MostRanked = 4_000;

    private sealed record StatementRow
    {
        public long Id { get; init; }
        public string StoryId { get; init; } = "";
        public string Title { get; init; } = "";
        public string? Outlet { get; init; }
        public string? Url { get; init; }
        public long? Published { get; init; }
        public long Time { get; init; }
        public long? SpeakerId { get; init; }
        public string Speaker { get; init; } = "";
        public string Cue { get; init; } = "";
        public string Content { get; init; } = "";
        public string Spans { get; init; } = "";
        public string SpeakerSpans { get; init; } = "";
        public string CueSpans { get; init; } = "";
        public string Condition { get; init; } = "";
        public string? Addressee { get; init; }
        public string About { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Act { get; init; } = "";
        public bool Negated { get; init; }
        public double Confidence { get; init; }
        public double Score { get; init; }

        public StoredStatement ToStatement() => new()
        {
            Id = Id,
            StoryId = StoryId,
            Title = Title,
            Outlet = Outlet,
            Url = Url,
            Published = Store.Time(Published),
            Time = DateTimeOffset.FromUnixTimeMilliseconds(Time),
            SpeakerId = SpeakerId,
            Speaker = Speaker,
            Cue = Cue,
            Content = Content,
            Spans = Storage.Spans.Read(Spans),
            SpeakerSpans = Storage.Spans.Read(SpeakerSpans),
            CueSpans = Storage.Spans.Read(CueSpans),
            Condition = Storage.Spans.Read(Condition) is [TextSpan condition] ? condition : null,
            Addressee = Addressee,
            About = About,
            Kind = Enum.Parse<QuoteKind>(Kind),
            Act = Enum.Parse<SpeechAct>(Act),
            IsNegated = Negated,
            Confidence = Confidence,
            TextScore = Score,
        };
    }
}
