using Dapper;
using DigestBot.Attribution;
using DigestBot.Stories;

namespace DigestBot.Storage;

/// <summary>Where a correction stands.</summary>
public enum CorrectionState
{
    /// <summary>The operator has not decided yet.</summary>
    Open,

    /// <summary>It holds for everybody, now and when the story is read anew.</summary>
    Accepted,

    /// <summary>It changes nothing.</summary>
    Rejected,
}

/// <summary>What a reader says about a statement: that somebody else says it.</summary>
public sealed record Correction
{
    /// <summary>Row id.</summary>
    public long Id { get; init; }

    /// <summary>Whose reader it was.</summary>
    public required string Workspace { get; init; }

    /// <summary>The reader's id on the platform; empty once forgotten.</summary>
    public required string User { get; init; }

    /// <summary>The story's id.</summary>
    public required string StoryId { get; init; }

    /// <summary>The content's spans in the story's text.</summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }

    /// <summary>The content, to be read by the operator.</summary>
    public required string Content { get; init; }

    /// <summary>To whom the statement is attributed.</summary>
    public required string Speaker { get; init; }

    /// <summary>To whom it should be; empty: to nobody whom the story names.</summary>
    public required string Proposed { get; init; }

    /// <summary>Whether the operator has decided.</summary>
    public CorrectionState State { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }
}

public sealed partial class Store
{
    /// <summary>Open corrections that one workspace may have: a flood is no help to the operator.</summary>
    public const int MostOpenCorrections = 500;

    /// <summary>Keeps a correction for the operator; a reader's second one of the same statement takes the place of the first.</summary>
    /// <returns>False where the workspace has too many that are open.</returns>
    public Task<bool> AddCorrectionAsync(Correction correction, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return WriteAsync(async (connection, transaction) => await connection.ExecuteAsync(
            """
            INSERT INTO correction (workspace, user, story, spans, content, speaker, proposed, state, created)
            SELECT @Workspace, @User, @StoryId, @spans, @Content, @Speaker, @Proposed, 'Open', @now
            WHERE (SELECT count(*) FROM correction WHERE workspace = @Workspace AND state = 'Open') < @most
            ON CONFLICT (workspace, user, story, spans) WHERE user <> '' AND state = 'Open' DO UPDATE SET proposed = excluded.proposed, created = excluded.created
            """,
            new { correction.Workspace, correction.User, correction.StoryId, spans = Spans.Write(correction.Spans), correction.Content, correction.Speaker, correction.Proposed, now = Milliseconds(clock.GetUtcNow()), most = MostOpenCorrections },
            transaction) > 0, cancel);
    }

    /// <summary>Corrections, the oldest first.</summary>
    /// <param name="state">Only those that stand there; null for all.</param>
    public async Task<IReadOnlyList<Correction>> CorrectionsAsync(CorrectionState? state = CorrectionState.Open, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        var rows = await connection.QueryAsync<CorrectionRow>(
            new CommandDefinition($"{CorrectionRow.Select} WHERE @state IS NULL OR state = @state ORDER BY id", new { state = state?.ToString() }, cancellationToken: cancel));
        return [.. rows.Select(r => r.ToCorrection())];
    }

    /// <summary>Writes the operator's decision down; an accepted correction takes effect where the story is read anew (<see cref="ReplaceReadingAsync"/>).</summary>
    /// <returns>The correction; null where there is none of that number.</returns>
    public Task<Correction?> DecideCorrectionAsync(long id, CorrectionState state, CancellationToken cancel = default) =>
        WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("UPDATE correction SET state = @state WHERE id = @id", new { id, state = state.ToString() }, transaction);
            return (await connection.QuerySingleOrDefaultAsync<CorrectionRow>($"{CorrectionRow.Select} WHERE id = @id", new { id }, transaction))?.ToCorrection();
        }, cancel);

    /// <summary>Puts a new reading in the place of a stored story's; all accepted corrections hold in it.</summary>
    /// <returns>False where the story is not stored.</returns>
    public Task<bool> ReplaceReadingAsync(Story story, Reading reading, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(story);
        return ChangeAsync(async (connection, transaction) =>
        {
            var id = await connection.QueryFirstOrDefaultAsync<long?>("SELECT id FROM story WHERE key = @Id", new { story.Id }, transaction);
            if (id is null)
            {
                return false;
            }

            StoryWriter writer = new(connection, transaction);
            await writer.RemoveReadingAsync(id.Value);
            await writer.InsertReadingAsync(id.Value, story, reading);
            return true;
        }, cancel);
    }

    /// <summary>Forgets who made corrections: open ones are deleted, decided ones stay without the name.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> ForgetCorrectorAsync(string workspace, string user, CancellationToken cancel = default) =>
        WriteAsync(async (connection, transaction) =>
        {
            var open = await connection.ExecuteAsync("DELETE FROM correction WHERE workspace = @workspace AND user = @user AND state = 'Open'", new { workspace, user }, transaction);
            return open + await connection.ExecuteAsync("UPDATE correction SET user = '' WHERE workspace = @workspace AND user = @user", new { workspace, user }, transaction);
        }, cancel);

    internal sealed record CorrectionRow
    {
        public const string Select = "SELECT id AS Id, workspace AS Workspace, user AS User, story AS Story, spans AS Spans, content AS Content, speaker AS Speaker, proposed AS Proposed, state AS State, created AS Created FROM correction";

        public long Id { get; init; }
        public string Workspace { get; init; } = "";
        public string User { get; init; } = "";
        public string Story { get; init; } = "";
        public string Spans { get; init; } = "";
        public string Content { get; init; } = "";
        public string Speaker { get; init; } = "";
        public string Proposed { get; init; } = "";
        public string State { get; init; } = "";
        public long Created { get; init; }

        public Correction ToCorrection() => new()
        {
            Id = Id,
            Workspace = Workspace,
            User = User,
            StoryId = Story,
            Spans = Storage.Spans.Read(Spans),
            Content = Content,
            Speaker = Speaker,
            Proposed = Proposed,
            State = Enum.Parse<CorrectionState>(State),
            Created = DateTimeOffset.FromUnixTimeMilliseconds(Created),
        };
    }
}
