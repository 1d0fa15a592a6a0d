using DigestBot.Attribution;
using NodaTime;
using NodaTime.TimeZones;

namespace DigestBot.Digests;

/// <summary>The time zones of the world by their IANA names, found by city or country. They come with the program.</summary>
internal static class TimeZones
{
    /// <summary>Those that the tz database gives a place ("Europe/Berlin", in Germany), and UTC; in the order of their names.</summary>
    private static readonly Place[] _places =
    [
        .. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(l => new Place(l.ZoneId, Fold(l.ZoneId), Names.Fold(l.CountryName))).Append(new Place("UTC", "utc", ""))
            .OrderBy(p => p.Id, StringComparer.Ordinal),
    ];

    /// <summary>Zones of which a city or country begins with what was typed; cities first. All zones where nothing was typed.</summary>
    /// <param name="home">Comes first of those that fit; null for none.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<string> Find(string typed, string? home, int most)
    {
        var folded = Fold(typed.Trim());
        return [.. _places.Select(p => (p.Id, Rank: p.Id == home ? 0 : Begins(p.City, folded) ? 1 : 2, Fits: Begins(p.City, folded) || Begins(p.Country, folded)))
            .Where(p => p.Fits).OrderBy(p => p.Rank).Select(p => p.Id).Take(most)];
    }

    /// <summary>The zone of that name without regard to case, older names ("US/Eastern") among them; null where there is none.</summary>
    public static DateTimeZone? Named(string typed)
    {
        var name = typed.Trim();
        return DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } id ? DateTimeZoneProviders.Tzdb[id] : null;
    }

    private static bool Begins(string words, string typed) => words.StartsWith(typed, StringComparison.Ordinal) || words.Contains($" {typed}", StringComparison.Ordinal);

    /// <summary>"Europe/Berlin" is looked for as "europe berlin".</summary>
    private static string Fold(string id) => Names.Fold(id.Replace('/', ' ').Replace('_', ' '));

    private sealed record Place(string Id, string City, string Country);
}
