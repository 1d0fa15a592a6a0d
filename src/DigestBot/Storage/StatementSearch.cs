using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>
/// One search for statements. Words are ranked by BM25 (Robertson and Zaragoza 2009) where they tell statements apart. Those that are
/// everywhere tell little, and to score a hundred thousand statements by them takes longer than anybody waits: of these the newest are
/// taken, first where the words stand in what is said, then where they only stand around it.
/// </summary>
internal sealed class StatementSearch(SqliteConnection connection, StatementFilter filter, long? storyId, string visible)
{
    /// <summary>A word in more statements than this is everywhere.</summary>
    private const int Everywhere = 4_000;

    /// <summary>A word in the content weighs most, then who is meant there and who says it, the headline, and the paragraph around it.</summary>
    private const string Score = "-bm25(statement_text, 6.0, 4.0, 2.0, 2.0, 1.0, 0.0, 0.0)";

    /// <summary>Of statements that no score tells apart so many of the newest arrivals are put in order of time.</summary>
    private const int Newest = 1_000;

    /// <summary>Any two that a question is about make a match worth looking at; of more words one alone does not.</summary>
    private const int Many = 3;

    private readonly int _limit = Math.Clamp(filter.Limit, 1, 1000);

    private bool IsEveryStory => visible == Store.SeesAll && filter.Outlet is null;

    private bool IsAll => IsEveryStory && filter is { Since: null, Until: null };

    /// <summary>Best text score first, then newest.</summary>
    public async Task<IReadOnlyList<StoredStatement>> FindAsync(CancellationToken cancel)
    {
        if (filter.Words is not { } words)
        {
            return TextMatch.Of(null, filter, storyId) is { } match ? await ByMarksAsync(match, cancel) : await PlainAsync(cancel);
        }

        string[] telling = [.. words.Where(w => !IsEverywhere(w))];
        return telling.Length == words.Count || (telling.Length > 0 && !filter.AllWords)
            ? await BestAsync(TextMatch.Words(filter, telling, filter.AllWords), cancel)
            : await NewestAsync(words, cancel);
    }

    private bool IsEverywhere(string word) => Everywhere < connection.ExecuteScalar<long>(
        "SELECT count(*) FROM (SELECT rowid FROM statement_text WHERE statement_text MATCH @match LIMIT @most)", new { match = TextMatch.Words(filter, [word], all: true), most = Everywhere + 1 });

    private Task<List<StoredStatement>> BestAsync(string words, CancellationToken cancel)
    {
        var match = TextMatch.Of(words, filter, storyId)!;
        // To score a speaker or an act too costs much and changes nothing: they only leave out.
        var only = match == words ? "" : " AND +rowid IN (SELECT rowid FROM statement_text WHERE statement_text MATCH @match)";
        var best = IsAll ? " ORDER BY score DESC LIMIT @limit" : "";
        var scored = $"(SELECT rowid AS id, {Score} AS score FROM statement_text WHERE statement_text MATCH @words{only}{best})";
        return ReadAsync($"SELECT x.id, x.score FROM {scored} x {Joins("x.id")} WHERE {Conditions("t")} ORDER BY x.score DESC, t.time DESC, t.id LIMIT @limit", match, words, cancel);
    }

    private async Task<IReadOnlyList<StoredStatement>> NewestAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        var near = filter.AllWords || words.Count < Many ? TextMatch.Words(filter, words, filter.AllWords, TextMatch.InContent) : TextMatch.TwoOf(filter, words);
        var found = await NewestAsync(near, 1.0, cancel);
        if (found.Count < _limit)
        {
            found.AddRange(await NewestAsync(TextMatch.Words(filter, words, filter.AllWords), 0.5, cancel));
        }

        return [.. found.DistinctBy(s => s.Id).OrderByDescending(s => s.TextScore).ThenByDescending(s => s.Time).ThenBy(s => s.Id).Take(_limit)];
    }

    private Task<List<StoredStatement>> NewestAsync(string words, double score, CancellationToken cancel) => ReadAsync(
        FormattableString.Invariant($"SELECT x.rowid AS id, {score:F1} AS score FROM statement_text x {Joins("x.rowid")} WHERE x.statement_text MATCH @match AND {Conditions("t")} ORDER BY x.rowid DESC LIMIT @limit"),
        TextMatch.Of(words, filter, storyId), null, cancel);

    /// <summary>By cue, title and the like, the newest first.</summary>
    private Task<List<StoredStatement>> ByMarksAsync(string match, CancellationToken cancel)
    {
        var found = $"(SELECT rowid AS id FROM statement_text WHERE statement_text MATCH @match ORDER BY rowid DESC LIMIT {(IsAll ? Newest : -1)})";
        return ReadAsync($"SELECT x.id, 0.0 AS score FROM {found} x {Joins("x.id")} WHERE {Conditions("t")} ORDER BY t.time DESC, t.id LIMIT @limit", match, null, cancel);
    }

    /// <summary>By speaker, act and time alone, the newest first.</summary>
    private Task<List<StoredStatement>> PlainAsync(CancellationToken cancel)
    {
        var isBySpeaker = filter.Speakers is not null;
        var by = isBySpeaker ? "ts" : "t";
        var from = !isBySpeaker ? $"statement t {StoryJoin}" : IsEveryStory && storyId is null ? "statement_speaker ts" : $"statement_speaker ts {Joins("ts.statement_id")}";
        var speakers = isBySpeaker ? $" AND ts.speaker_id IN ({string.Join(", ", filter.Speakers!)})" : "";
        var acts = filter.Acts is { } asked ? $" AND {by}.act IN ({string.Join(", ", asked.Select(a => $"'{a}'"))})" : "";
        var id = isBySpeaker ? "ts.statement_id" : "t.id";
        return ReadAsync($"SELECT {(filter.Speakers is { Count: > 1 } ? "DISTINCT " : "")}{id} AS id, 0.0 AS score FROM {from} WHERE {Conditions(by)}{speakers}{acts} ORDER BY {by}.time DESC, {id} LIMIT @limit", null, null, cancel);
    }

    private string StoryJoin => IsEveryStory ? "" : "JOIN story s ON s.id = t.story_id";

    private string Joins(string id) => $"JOIN statement t ON t.id = {id} {StoryJoin}";

    /// <summary>What holds besides the words.</summary>
    /// <param name="by">What has the statement's time: t, or where speakers are looked up ts.</param>
    private string Conditions(string by) => string.Join(" AND ", new[]
    {
        visible,
        filter.Since is null ? null : $"{by}.time >= @since",
        filter.Until is null ? null : $"{by}.time < @until",
        filter.Outlet is null ? null : "s.outlet = @outlet COLLATE NOCASE",
        storyId is null ? null : $"t.story_id = {storyId}",
    }.OfType<string>());

    /// <summary>Finds the few first, and only then reads all that they hold.</summary>
    private Task<List<StoredStatement>> ReadAsync(string found, string? match, string? words, CancellationToken cancel) => StatementReader.ReadAsync(
        connection,
        $"WITH found AS MATERIALIZED ({found}) SELECT {StatementReader.Columns}, found.score FROM found JOIN statement t ON t.id = found.id JOIN story s ON s.id = t.story_id ORDER BY found.score DESC, t.time DESC, t.id",
        [("limit", _limit), ("match", match), ("words", words), ("since", filter.Since?.ToUnixTimeMilliseconds()), ("until", filter.Until?.ToUnixTimeMilliseconds()), ("outlet", filter.Outlet)],
        cancel);
}
