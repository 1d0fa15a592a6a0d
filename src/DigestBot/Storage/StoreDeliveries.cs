using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Written, not yet sent: can be sent.</summary>
    Composed,

    /// <summary>Being sent: after a crash here the outcome is unknown.</summary>
    Posting,

    /// <summary>The platform has acknowledged it.</summary>
    Posted,

    /// <summary>Nobody knows whether it arrived: not repeated, said in the log.</summary>
    Unknown,
}

/// <summary>One digest on its way to one channel, unique by channel and local day.</summary>
public sealed record Delivery(long Id, string Channel, string Day, DeliveryState State, string Message, string? PostId)
{
    /// <summary>When it came into its state.</summary>
    public DateTimeOffset Changed { get; init; }
}

public sealed partial class Store
{
    /// <summary>The delivery of that channel and day; written as composed if there is none yet.</summary>
    /// <param name="channel">"discord:123", "slack:C0123".</param>
    /// <param name="day">The channel's local day.</param>
    /// <param name="message">What is posted; ignored where the delivery exists.</param>
    public Task<Delivery> ComposeDeliveryAsync(string channel, DateOnly day, string message, CancellationToken cancel = default) =>
        WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                "INSERT INTO delivery (channel, day, state, message, composed, changed) VALUES (@channel, @day, 'Composed', @message, @now, @now) ON CONFLICT DO NOTHING",
                new { channel, day = Day(day), message, now = Milliseconds(clock.GetUtcNow()) }, transaction);
            return (await FindDeliveryAsync(connection, channel, day, transaction))!;
        }, cancel);

    /// <summary>The delivery of that channel and day, if there is one.</summary>
    public async Task<Delivery?> FindDeliveryAsync(string channel, DateOnly day, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        return await FindDeliveryAsync(connection, channel, day, null);
    }

    /// <summary>When the channel's last digest was composed that was sent, if nobody knows whether it arrived; null before its first.</summary>
    public async Task<DateTimeOffset?> LastDeliveryAsync(string channel, CancellationToken cancel = default)
    {
        using var connection = _connections.Open();
        return Time(await connection.ExecuteScalarAsync<long?>(new CommandDefinition("SELECT max(composed) FROM delivery WHERE channel = @channel AND state <> 'Composed'", new { channel }, cancellationToken: cancel)));
    }

    /// <summary>Moves a delivery on from the state it was seen in; false if somebody else has moved it meanwhile.</summary>
    public Task<bool> MoveDeliveryAsync(Delivery delivery, DeliveryState state, string? postId = null, CancellationToken cancel = default) =>
        WriteAsync(async (connection, transaction) => await connection.ExecuteAsync(
            "UPDATE delivery SET state = @to, post_id = coalesce(@postId, post_id), changed = @now WHERE id = @Id AND state = @from",
            new { delivery.Id, from = delivery.State.ToString(), to = state.ToString(), postId, now = Milliseconds(clock.GetUtcNow()) }, transaction) == 1, cancel);

    private static async Task<Delivery?> FindDeliveryAsync(SqliteConnection connection, string channel, DateOnly day, SqliteTransaction? transaction)
    {
        (var id, var state, var message, var postId, var changed) = await connection.QueryFirstOrDefaultAsync<(long, string, string, string?, long)>(
            "SELECT id, state, message, post_id, changed FROM delivery WHERE channel = @channel AND day = @day", new { channel, day = Day(day) }, transaction);
        return id == 0 ? null : new Delivery(id, channel, Day(day), Enum.Parse<DeliveryState>(state), message, postId) { Changed = DateTimeOffset.FromUnixTimeMilliseconds(changed) };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");
}
