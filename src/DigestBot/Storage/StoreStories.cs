using Dapper;
using DigestBot.Attribution;
using DigestBot.Stories;

namespace DigestBot.Storage;

/// <summary>What became of a story that was to be stored.</summary>
public enum AddResult
{
    /// <summary>It is new, and stored.</summary>
    Stored,

    /// <summary>The same words are in the archive already.</summary>
    Known,

    /// <summary>Its id was known with other words: the new ones have taken their place.</summary>
    Updated,
}

/// <summary>How much a workspace's archive holds, and from when to when.</summary>
public sealed record ArchiveExtent(int Stories, int Statements, DateTimeOffset? From, DateTimeOffset? To);

public sealed partial class Store
{
    /// <summary>
    /// Whether a story with the same words is stored; if so the feed is recorded as another that brought it, and the outlet, address
    /// or publication that it lacked is filled in. Asked before
    /// a story is read, so that known ones cost no reading.
    /// </summary>
    public Task<bool> LinkIfKnownAsync(Story story, Feed feed, CancellationToken cancel = default) =>
        ChangeAsync(async (connection, transaction) =>
        {
            StoryWriter writer = new(connection, transaction);
            var same = await writer.FindByHashAsync(StoryId.Hash(story.Text));
            if (same is { } id)
            {
                await writer.LinkAsync(id, feed);
                // What one workspace's own feed says of a story is not told to others.
                if (feed.IsShared)
                {
                    await writer.CompleteAsync(id, story);
                }
            }
            return same is not null;
        }, cancel);

    /// <summary>Stores a story with its reading in one transaction: after the returned task it survives any kill.</summary>
    public Task<AddResult> AddAsync(Story story, Reading reading, Feed feed, CancellationToken cancel = default) =>
        ChangeAsync((connection, transaction) => AddAsync(new StoryWriter(connection, transaction), story, reading, feed), cancel);

    private async Task<AddResult> AddAsync(StoryWriter writer, Story story, Reading reading, Feed feed)
    {
        var hash = StoryId.Hash(story.Text);
        if (await writer.FindByHashAsync(hash) is { } same)
        {
            await writer.LinkAsync(same, feed);
            return AddResult.Known;
        }
        if (await writer.IsForeignAsync(story.Id, feed))
        {
            story = story with { Id = $"{story.Id}-{hash[..8]}" };
        }

        var updated = await writer.RemoveAsync(story.Id);
        var arrived = story.Arrived == default ? clock.GetUtcNow() : story.Arrived;
        var id = await writer.InsertStoryAsync(story with { Arrived = arrived }, hash);
        await writer.LinkAsync(id, feed);
        await writer.InsertReadingAsync(id, story with { Arrived = arrived }, reading);
        return updated ? AddResult.Updated : AddResult.Stored;
    }

    /// <summary>The story with this id, if the workspace may see it.</summary>
    public async Task<Story?> GetStoryAsync(string workspace, string storyId, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        var row = await connection.QuerySingleOrDefaultAsync<StoryRow>($"{StoryRow.Select} WHERE s.key = @storyId AND {visible}", new { storyId, workspace });
        return row?.ToStory();
    }

    /// <summary>Stories by publication (arrival where that is unknown), newest first.</summary>
    /// <param name="since">Inclusive; null for no bound.</param>
    /// <param name="until">Exclusive; null for no bound.</param>
    /// <param name="limit">At most so many.</param>
    public async Task<IReadOnlyList<Story>> StoriesAsync(string workspace, DateTimeOffset? since = null, DateTimeOffset? until = null, int limit = 1000, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        var rows = await connection.QueryAsync<StoryRow>(
            $"{StoryRow.Select} WHERE s.time >= @since AND s.time < @until AND {visible} ORDER BY s.time DESC, s.id DESC LIMIT @limit",
            new { workspace, since = since is { } a ? Milliseconds(a) : long.MinValue, until = until is { } b ? Milliseconds(b) : long.MaxValue, limit });
        return [.. rows.Select(r => r.ToStory())];
    }

    /// <summary>The visible story from that web address; where two came from it the newest.</summary>
    public async Task<Story?> StoryAtAsync(string workspace, string url, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        var bare = url.TrimEnd('/');
        var row = await connection.QueryFirstOrDefaultAsync<StoryRow>(new CommandDefinition(
            $"{StoryRow.Select} WHERE s.url IN (@bare, @bare || '/') AND {visible} ORDER BY s.time DESC LIMIT 1", new { bare }, cancellationToken: cancel));
        return row?.ToStory();
    }

    /// <summary>How much the workspace can see, and from when to when; while stories come in, as it was at most five seconds ago where another process brings them.</summary>
    public async Task<ArchiveExtent> ExtentAsync(string workspace, CancellationToken cancel = default)
    {
        // Counting a million rows for every question that has no answer would be most of its cost.
        if (_extents.TryGetValue(workspace, out var known) && (clock.GetElapsedTime(known.At) < _extentHolds || known.Version == Version))
        {
            return known.Extent;
        }

        var version = Version;
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        (var stories, var statements, var from, var to) = await connection.QuerySingleAsync<(long, long, long?, long?)>(
            $"""
            SELECT count(*), coalesce(sum((SELECT count(*) FROM statement t WHERE t.story_id = s.id)), 0), min(s.time), max(s.time)
            FROM story s WHERE {visible}
            """, new { workspace });
        ArchiveExtent extent = new((int)stories, (int)statements, Time(from), Time(to));
        _extents[workspace] = (extent, version, clock.GetTimestamp());
        return extent;
    }

    /// <summary>The outlet of that name, in the spelling of a visible story, without regard to case or article; null where there is none.</summary>
    public async Task<string?> OutletAsync(string workspace, string name, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        return await connection.QueryFirstOrDefaultAsync<string?>(
            $"SELECT s.outlet FROM story s WHERE s.outlet COLLATE NOCASE IN (@name, 'The ' || @name) AND {visible} LIMIT 1", new { workspace, name });
    }

    /// <summary>Outlets of the workspace's stories, each in one spelling, those with most stories first.</summary>
    /// <param name="limit">At most so many.</param>
    public async Task<IReadOnlyList<string>> OutletsAsync(string workspace, int limit, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var visible = Visible(connection, workspace);
        return [.. await connection.QueryAsync<string>(
            $"SELECT max(s.outlet) FROM story s WHERE s.outlet <> '' AND {visible} GROUP BY s.outlet COLLATE NOCASE ORDER BY count(*) DESC, max(s.outlet) LIMIT @limit", new { limit })];
    }

    private sealed record StoryRow
    {
        public const string Select = "SELECT s.key AS Id, s.title AS Title, s.outlet AS Outlet, s.url AS Url, s.place AS Place, s.published AS Published, s.dateline_day AS DatelineDay, s.arrived AS Arrived, s.text AS Text FROM story s";

        public string Id { get; init; } = "";
        public string Title { get; init; } = "";
        public string? Outlet { get; init; }
        public string? Url { get; init; }
        public string? Place { get; init; }
        public long? Published { get; init; }
        public string? DatelineDay { get; init; }
        public long Arrived { get; init; }
        public string Text { get; init; } = "";

        public Story ToStory() => new()
        {
            Id = Id,
            Title = Title,
            Outlet = Outlet,
            Url = Url,
            Place = Place,
            Published = Time(Published),
            DatelineDay = DatelineDay,
            Arrived = DateTimeOffset.FromUnixTimeMilliseconds(Arrived),
            Text = Text,
        };
    }
}
