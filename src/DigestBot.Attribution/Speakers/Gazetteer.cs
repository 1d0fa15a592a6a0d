using System.Collections.Frozen;

namespace DigestBot.Attribution;

/// <summary>What a place name is to a reader of news.</summary>
internal enum PlaceKind
{
    /// <summary>Not a known place.</summary>
    None,

    /// <summary>A country: stands for its government.</summary>
    Country,

    /// <summary>A capital or seat ("Moscow", "the White House"): stands for the government too.</summary>
    Seat,

    /// <summary>"Russian", "Russians".</summary>
    Demonym,

    /// <summary>A state, city or region that speaks for nobody.</summary>
    Place,
}

/// <summary>Countries, their people and seats of government, and other places.</summary>
internal static class Gazetteer
{
    private static readonly FrozenDictionary<string, (PlaceKind Kind, string Country)> _places = Load();
    private static readonly FrozenDictionary<string, (PlaceKind Kind, string Country)>.AlternateLookup<ReadOnlySpan<char>> _bySpan =
        _places.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the folded words name.</summary>
    public static PlaceKind KindOf(ReadOnlySpan<char> folded) => _bySpan.TryGetValue(folded, out var place) ? place.Kind : PlaceKind.None;

    /// <summary>The country that a country's name, seat or adjective belongs to, by its first name; "" where none is known.</summary>
    public static string CountryOf(ReadOnlySpan<char> folded) => _bySpan.TryGetValue(folded, out var place) ? place.Country : "";

    private static FrozenDictionary<string, (PlaceKind Kind, string Country)> Load()
    {
        var places = new Dictionary<string, (PlaceKind, string)>();
        foreach (var line in WordLists.Lines("countries.txt"))
        {
            var columns = line.Split('|');
            var names = columns[0].Split(", ");
            Add(places, names, PlaceKind.Country, names[0]);
            Add(places, Words(columns[1]), PlaceKind.Demonym, names[0]);
            Add(places, columns[2].Split(", ", StringSplitOptions.RemoveEmptyEntries), PlaceKind.Seat, names[0]);
        }

        foreach (var line in WordLists.Lines("places.txt"))
        {
            Add(places, Words(line).Skip(1), PlaceKind.Place, "");
        }

        return places.ToFrozenDictionary();
    }

    private static IEnumerable<string> Words(string column) =>
        column.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('_', ' '));

    private static void Add(Dictionary<string, (PlaceKind, string)> places, IEnumerable<string> names, PlaceKind kind, string country)
    {
        foreach (var name in names)
        {
            places.TryAdd(Folding.Fold(name), (kind, country));
        }
    }
}
