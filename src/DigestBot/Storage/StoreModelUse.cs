using System.Globalization;
using Dapper;

namespace DigestBot.Storage;

/// <summary>Tokens of a language model that are held for one answer to a workspace, on a day (UTC).</summary>
public sealed record HeldTokens(string Workspace, DateOnly Day, long Tokens);

/// <summary>What a workspace may use of a language model in a day.</summary>
public sealed record ModelAllowance(long Tokens, TimeSpan Time);

public sealed partial class Store
{
    /// <summary>
    /// Holds tokens of today's allowance for an answer, until <see cref="SettleModelUseAsync"/>. After the returned task they count as used even if
    /// the bot is killed before they are settled: what a provider was asked for is paid for.
    /// </summary>
    /// <param name="tokens">At most so many the answer will use.</param>
    /// <returns>Null where today has no room for them, or less than a second left.</returns>
    public Task<HeldTokens?> HoldModelUseAsync(string workspace, long tokens, ModelAllowance allowance, CancellationToken cancel = default)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                """
                DELETE FROM model_use WHERE day < @day;
                INSERT INTO model_use (workspace, day, tokens, milliseconds) VALUES (@workspace, @day, 0, 0) ON CONFLICT DO NOTHING;
                """, new { workspace, day = Written(day) }, transaction);
            var held = await connection.ExecuteAsync(
                "UPDATE model_use SET tokens = tokens + @tokens WHERE workspace = @workspace AND day = @day AND tokens + @tokens <= @most AND milliseconds + 1000 <= @longest",
                new { workspace, day = Written(day), tokens, most = allowance.Tokens, longest = (long)allowance.Time.TotalMilliseconds }, transaction);
            return held == 1 ? new HeldTokens(workspace, day, tokens) : null;
        }, cancel);
    }

    /// <summary>Puts what was used in the place of what was held.</summary>
    /// <param name="used">Tokens.</param>
    /// <param name="time">How long the model took.</param>
    public Task SettleModelUseAsync(HeldTokens held, long used, TimeSpan time, CancellationToken cancel = default) =>
        WriteAsync(async (connection, transaction) => await connection.ExecuteAsync(
            "UPDATE model_use SET tokens = max(0, tokens - @Tokens + @used), milliseconds = milliseconds + @time WHERE workspace = @Workspace AND day = @day",
            new { held.Workspace, day = Written(held.Day), held.Tokens, used, time = (long)time.TotalMilliseconds }, transaction), cancel);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
