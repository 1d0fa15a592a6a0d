using System.Collections.Concurrent;

namespace DigestBot.LanguageModels;

/// <summary>What each workspace may still use of the model today (UTC): tokens and seconds. Kept in memory: a restart begins anew. Thread-safe.</summary>
internal sealed class ModelBudget(ModelSettings settings, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Spent> spent = new(StringComparer.Ordinal);

    /// <summary>Whether there is room for one more answer; it is then held until <see cref="Settle"/>.</summary>
    /// <param name="tokens">At most so many it will use.</param>
    public bool TryHold(string workspace, long tokens)
    {
        Spent today = Today(workspace);
        lock (today)
        {
            if (today.Tokens + tokens > settings.TokensADay || today.Time + TimeSpan.FromSeconds(1) > TimeSpan.FromSeconds(settings.SecondsADay))
                return false;
            today.Tokens += tokens;
            return true;
        }
    }

    /// <summary>Puts what was used in the place of what was held.</summary>
    public void Settle(string workspace, long held, long used, TimeSpan time)
    {
        Spent today = Today(workspace);
        lock (today)
        {
            today.Tokens = Math.Max(0, today.Tokens - held + used);
            today.Time += time;
        }
    }

    private Spent Today(string workspace)
    {
        DateOnly day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return spent.AddOrUpdate(workspace, _ => new Spent(day), (_, known) => known.Day == day ? known : new Spent(day));
    }

    private sealed class Spent(DateOnly day)
    {
        public DateOnly Day { get; } = day;

        public long Tokens { get; set; }

        public TimeSpan Time { get; set; }
    }
}
