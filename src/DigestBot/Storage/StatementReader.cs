using DigestBot.Attribution;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>Reads statements from rows. By hand and by position: a question looks at some two hundred of them.</summary>
internal static class StatementReader
{
    /// <summary>What of a statement t and its story s is read, and the score behind it.</summary>
    public const string Columns = """
        t.id, s.key, s.title, s.outlet, s.url, s.published, t.time, t.speaker_id, t.speaker, t.cue, t.content, t.spans, t.speaker_spans,
        t.cue_spans, t.condition, t.addressee, t.about, t.kind, t.act, t.negated, t.confidence
        """;

    private static readonly Dictionary<string, QuoteKind> _kinds = Enum.GetValues<QuoteKind>().ToDictionary(k => k.ToString());
    private static readonly Dictionary<string, SpeechAct> _acts = Enum.GetValues<SpeechAct>().ToDictionary(a => a.ToString());

    /// <summary>The statements that a query finds.</summary>
    /// <param name="sql">Gives <see cref="Columns"/>, and behind them a score.</param>
    /// <param name="parameters">Its parameters; those that are null are not given.</param>
    public static async Task<List<StoredStatement>> ReadAsync(SqliteConnection connection, string sql, IReadOnlyList<(string Name, object? Value)> parameters, CancellationToken cancel)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((var name, var value) in parameters)
        {
            if (value is not null)
            {
                command.Parameters.AddWithValue(name, value);
            }
        }
        using var row = await command.ExecuteReaderAsync(cancel);
        List<StoredStatement> statements = [];
        while (await row.ReadAsync(cancel))
        {
            statements.Add(Read(row));
        }

        return statements;
    }

    private static StoredStatement Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        StoryId = row.GetString(1),
        Title = row.GetString(2),
        Outlet = Text(row, 3),
        Url = Text(row, 4),
        Published = row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        Time = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        SpeakerId = row.IsDBNull(7) ? null : row.GetInt64(7),
        Speaker = row.GetString(8),
        Cue = row.GetString(9),
        Content = row.GetString(10),
        Spans = Spans.Read(row.GetString(11)),
        SpeakerSpans = Spans.Read(row.GetString(12)),
        CueSpans = Spans.Read(row.GetString(13)),
        Condition = Spans.Read(row.GetString(14)) is [TextSpan condition] ? condition : null,
        Addressee = Text(row, 15),
        About = row.GetString(16),
        Kind = _kinds[row.GetString(17)],
        Act = _acts[row.GetString(18)],
        IsNegated = row.GetBoolean(19),
        Confidence = row.GetDouble(20),
        TextScore = row.GetDouble(21),
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
