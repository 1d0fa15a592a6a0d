using System.Collections.Concurrent;
using DigestBot.Attribution;
using DigestBot.Digests;
using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>What an option's value may be chosen from while one types.</summary>
internal enum Pick
{
    /// <summary>Anything may be typed, nothing is proposed.</summary>
    None,

    /// <summary>Who says something in the archive.</summary>
    Speaker,

    /// <summary>Who or what stories tell of.</summary>
    Topic,

    /// <summary>Who has published stories.</summary>
    Outlet,

    /// <summary>The world's time zones.</summary>
    Zone,
}

/// <summary>
/// Proposes names of the archive while one types. The names are read once a minute at most, if the archive has changed, behind the asker's
/// back: a proposal must be there within 50 ms, and may be a minute old. Thread-safe.
/// </summary>
/// <param name="zone">The time zone that is proposed before anything is typed.</param>
internal sealed class Choices(Store store, TimeProvider clock, string zone = "UTC")
{
    private const int MostNames = 5_000;
    private const int MostOutlets = 1_000;
    private const int MostWorkspaces = 1_000;

    /// <summary>UTF-16 units of a proposal: Discord's limit, and more than any name has.</summary>
    private const int Longest = 100;

    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Known>>> _firstRead = new(StringComparer.Ordinal);

    /// <summary>At most <see cref="Picker.Most"/> names of which a word begins with what was typed, those most told of first.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string workspace, Pick pick, string typed, CancellationToken cancel = default)
    {
        if (pick == Pick.None)
        {
            return [];
        }

        if (pick == Pick.Zone)
        {
            return TimeZones.Find(typed, zone, Picker.Most);
        }

        var names = await NamesAsync(workspace, cancel);
        var folded = Names.Fold(typed.Trim());
        return names.Of(pick).Find(folded, Picker.Most);
    }

    private async Task<Known> NamesAsync(string workspace, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!_known.TryGetValue(workspace, out var names))
        {
            return await ReadFirstAsync(workspace, now).WaitAsync(cancel);
        }

        if (now - names.Read >= _kept && _known.TryUpdate(workspace, names with { Read = now }, names) && names.Version != store.Version)
        {
            _ = Task.Run(() => ReadAsync(workspace, now, CancellationToken.None), CancellationToken.None);
        }

        return names;
    }

    // However many type at once, the names are read once.
    private async Task<Known> ReadFirstAsync(string workspace, DateTimeOffset now)
    {
        try
        {
            return await _firstRead.GetOrAdd(workspace, w => new Lazy<Task<Known>>(() => Task.Run(() => ReadAsync(w, now, CancellationToken.None)))).Value;
        }
        finally
        {
            _firstRead.TryRemove(workspace, out _);
        }
    }

    private async Task<Known> ReadAsync(string workspace, DateTimeOffset now, CancellationToken cancel)
    {
        if (_known.Count >= MostWorkspaces)
        {
            _known.Clear();
        }

        var version = store.Version;
        StoredName[] names = [.. (await store.NamesAsync(workspace, MostNames, cancel)).Where(s => s.Name.Length <= Longest)];
        var outlets = await store.OutletsAsync(workspace, MostOutlets, cancel);
        return _known[workspace] = new Known(
            new ProposedNames(names.Where(n => n.Statements > 0).Select(n => (n.Name, n.Forms))),
            new ProposedNames(names.OrderByDescending(n => n.Stories).Select(n => (n.Name, n.Forms))),
            new ProposedNames(outlets.Where(o => o.Length <= Longest).Select(o => (o, (IReadOnlyList<string>)[]))),
            now) { Version = version };
    }

    private sealed record Known(ProposedNames Speakers, ProposedNames Topics, ProposedNames Outlets, DateTimeOffset Read)
    {
        /// <summary>The archive's version that they were read from.</summary>
        public required long Version { get; init; }

        public ProposedNames Of(Pick pick) => pick switch { Pick.Speaker => Speakers, Pick.Outlet => Outlets, _ => Topics };
    }
}
