using Dapper;
using DigestBot.Attribution;
using DigestBot.Stories;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>Writes one story and its reading, inside the caller's transaction.</summary>
internal sealed class StoryWriter(SqliteConnection connection, SqliteTransaction transaction)
{
    private readonly SpeakerJoiner _joiner = new(connection, transaction);

    public Task<long?> FindByHashAsync(string hash) =>
        connection.QueryFirstOrDefaultAsync<long?>("SELECT id FROM story WHERE hash = @hash", new { hash }, transaction);

    /// <summary>Records that the feed brought the story.</summary>
    public async Task LinkAsync(long story, Feed feed)
    {
        await connection.ExecuteAsync("INSERT INTO feed (address, shared) VALUES (@Address, @IsShared) ON CONFLICT DO NOTHING", feed, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO feed_story (story_id, feed_id) SELECT @story, id FROM feed WHERE address = @Address ON CONFLICT DO NOTHING",
            new { story, feed.Address }, transaction);
    }

    /// <summary>Fills in what a known story did not say of itself the first time: outlet, address, publication.</summary>
    public async Task CompleteAsync(long id, Story story)
    {
        object facts = new { id, story.Outlet, story.Url, published = story.Published?.ToUnixTimeMilliseconds() };
        var isDated = story.Published is not null
            && await connection.ExecuteAsync("UPDATE story SET published = @published, time = @published WHERE id = @id AND published IS NULL", facts, transaction) > 0;
        await connection.ExecuteAsync("UPDATE story SET outlet = coalesce(outlet, @Outlet), url = coalesce(url, @Url) WHERE id = @id AND (outlet IS NULL OR url IS NULL)", facts, transaction);
        if (isDated)
        {
            await connection.ExecuteAsync(
                """
                UPDATE statement SET time = @published WHERE story_id = @id;
                UPDATE statement_speaker SET time = @published WHERE statement_id IN (SELECT id FROM statement WHERE story_id = @id);
                """, facts, transaction);
        }
    }

    /// <summary>
    /// Whether the id is another feed's, and one of the two is not shared: ids are a feed's own, and no feed may put its words in the
    /// place of what another workspace reads.
    /// </summary>
    public async Task<bool> IsForeignAsync(string key, Feed feed)
    {
        IReadOnlyList<(string Address, bool IsShared)> feeds = [.. await connection.QueryAsync<(string, bool)>(
            "SELECT f.address, f.shared FROM story s JOIN feed_story fs ON fs.story_id = s.id JOIN feed f ON f.id = fs.feed_id WHERE s.key = @key", new { key }, transaction)];
        return feeds.Count > 0 && feeds.All(f => f.Address != feed.Address) && !(feed.IsShared && feeds.All(f => f.IsShared));
    }

    /// <summary>Removes a story with all that was read in it, so that a new version can take its place.</summary>
    public async Task<bool> RemoveAsync(string key)
    {
        await connection.ExecuteAsync(
            "DELETE FROM statement_text WHERE rowid IN (SELECT t.id FROM statement t JOIN story s ON s.id = t.story_id WHERE s.key = @key)", new { key }, transaction);
        return await connection.ExecuteAsync("DELETE FROM story WHERE key = @key", new { key }, transaction) > 0;
    }

    public Task<long> InsertStoryAsync(Story story, string hash) =>
        connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO story (key, hash, title, outlet, url, place, published, dateline_day, arrived, time, text)
            VALUES (@Id, @hash, @Title, @Outlet, @Url, @Place, @published, @DatelineDay, @arrived, @time, @Text) RETURNING id
            """,
            new
            {
                story.Id,
                hash,
                story.Title,
                story.Outlet,
                story.Url,
                story.Place,
                published = story.Published?.ToUnixTimeMilliseconds(),
                story.DatelineDay,
                arrived = story.Arrived.ToUnixTimeMilliseconds(),
                time = Time(story),
                story.Text,
            }, transaction);

    /// <summary>Removes what was read in a story; the story stays.</summary>
    public async Task RemoveReadingAsync(long story)
    {
        await connection.ExecuteAsync("DELETE FROM statement_text WHERE rowid IN (SELECT id FROM statement WHERE story_id = @story)", new { story }, transaction);
        await connection.ExecuteAsync(
            """
            DELETE FROM statement WHERE story_id = @story;
            DELETE FROM story_speaker WHERE story_id = @story;
            DELETE FROM story_alias WHERE story_id = @story;
            """, new { story }, transaction);
    }

    /// <summary>Writes who says what in a story, as the operator has corrected it.</summary>
    public async Task InsertReadingAsync(long storyId, Story story, Reading reading)
    {
        reading = Corrections.Apply(reading, await AcceptedAsync(story.Id));
        var speakers = await _joiner.JoinAsync(storyId, story, reading);
        foreach (var statement in reading.Statements)
        {
            await InsertStatementAsync(storyId, story, reading, statement, speakers);
        }
    }

    private async Task<IReadOnlyList<Correction>> AcceptedAsync(string story) =>
        [.. (await connection.QueryAsync<Store.CorrectionRow>($"{Store.CorrectionRow.Select} WHERE story = @story AND state = 'Accepted' ORDER BY id", new { story }, transaction)).Select(r => r.ToCorrection())];

    private async Task InsertStatementAsync(long storyId, Story story, Reading reading, Statement statement, long?[] speakers)
    {
        var by = CoSpeakers.Of(story.Text, reading, statement);
        var words = Words(story, reading, statement, by);
        var id = await InsertStatementAsync(storyId, story, statement, words, statement.SpeakerId is { } index ? speakers[index] : null);
        long[] said = [.. by.Select(s => speakers[s]).OfType<long>().Distinct()];
        await connection.ExecuteAsync(
            "INSERT INTO statement_speaker (speaker_id, time, statement_id, act) VALUES (@speaker, @time, @id, @act)",
            said.Select(s => new { speaker = s, time = Time(story), id, act = statement.Act.ToString() }), transaction);
        await InsertTextAsync(id, story, statement, words, TextMatch.Marks(said, statement.Act, storyId));
    }

    /// <summary>What a statement's row and its searchable text both hold, in words.</summary>
    /// <param name="Speaker">Whom the statement is shown under.</param>
    /// <param name="About">Names of those whom the content mentions.</param>
    /// <param name="People">The speaker by every name: the shown one, the story's phrase and description.</param>
    private sealed record StatementWords(string Speaker, string Cue, string Content, string About, string People);

    private static StatementWords Words(Story story, Reading reading, Statement statement, IReadOnlyList<int> by)
    {
        var phrase = Spans.Content(story.Text, statement.SpeakerSpans);
        var speaker = by.Count > 0 && reading.Speakers[by[0]].Kind != SpeakerKind.Unnamed ? string.Join(" and ", by.Select(s => reading.Speakers[s].Name)) : phrase;
        return new StatementWords(
            speaker,
            Spans.Content(story.Text, statement.CueSpans),
            Spans.Content(story.Text, statement.ContentSpans),
            About(reading, statement),
            $"{speaker} {phrase} {Description(story, reading, statement)}");
    }

    private Task<long> InsertStatementAsync(long storyId, Story story, Statement statement, StatementWords words, long? speakerId) => connection.ExecuteScalarAsync<long>(
        """
        INSERT INTO statement (story_id, speaker_id, speaker, cue, content, spans, speaker_spans, cue_spans, condition, addressee, about, kind, act, negated, confidence, time)
        VALUES (@storyId, @speakerId, @Speaker, @Cue, @Content, @spans, @speakerSpans, @cueSpans, @condition, @addressee, @About, @kind, @act, @negated, @confidence, @time) RETURNING id
        """,
        new
        {
            storyId,
            speakerId,
            words.Speaker,
            words.Cue,
            words.Content,
            spans = Spans.Write(statement.ContentSpans),
            speakerSpans = Spans.Write(statement.SpeakerSpans),
            cueSpans = Spans.Write(statement.CueSpans),
            condition = Spans.Write(statement.Condition),
            addressee = statement.Addressee?.Of(story.Text),
            words.About,
            kind = statement.Kind.ToString(),
            act = statement.Act.ToString(),
            negated = statement.IsNegated,
            confidence = statement.Confidence,
            time = Time(story),
        }, transaction);

    private Task InsertTextAsync(long id, Story story, Statement statement, StatementWords words, string marks) => connection.ExecuteAsync(
        "INSERT INTO statement_text (rowid, content, about, people, title, context, cue, marks) VALUES (@id, @Content, @about, @People, @Title, @context, @Cue, @marks)",
        new
        {
            id,
            words.Content,
            about = statement.Addressee is { } addressee ? $"{words.About} {addressee.Of(story.Text)}" : words.About,
            words.People,
            story.Title,
            context = Context(story.Text, statement),
            words.Cue,
            marks,
        }, transaction);

    /// <summary>Names of those whom the content mentions: "he will not step down" is about Assad where "he" is.</summary>
    private static string About(Reading reading, Statement statement) => string.Join(' ', reading.Speakers
        .Where(s => s.Id != statement.SpeakerId && s.Kind != SpeakerKind.Unnamed && s.Mentions.Any(m => statement.ContentSpans.Any(c => c.Contains(m.Span))))
        .Select(s => s.Name));

    private static string Description(Story story, Reading reading, Statement statement) =>
        statement.SpeakerId is { } id && reading.Speakers[id].Description is { } description ? description.Of(story.Text) : "";

    /// <summary>The paragraph in which a statement stands: readers ask with its words, not only with the statement's own.</summary>
    private static string Context(string text, Statement statement)
    {
        var at = statement.ContentSpans[0].Start;
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at);
        return text[start..(end < 0 ? text.Length : end)];
    }

    private static long Time(Story story) => (story.Published ?? story.Arrived).ToUnixTimeMilliseconds();
}
