namespace DigestBot.Attribution;

/// <summary>Countries by any of their words: "Moscow", "Russian" and "the Kremlin" are of Russia.</summary>
public static class Countries
{
    private static readonly ILookup<string, string> _forms = WordLists.Lines("countries.txt")
        .Select(line => line.Split('|'))
        .SelectMany(columns => columns[0].Split(", ")
            .Concat(columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('_', ' ')))
            .Concat(columns[2].Split(", ", StringSplitOptions.RemoveEmptyEntries))
            .Select(form => (Country: columns[0].Split(", ")[0], Form: form)))
        .ToLookup(pair => pair.Country, pair => pair.Form, StringComparer.Ordinal);

    /// <summary>The country that a country's name, seat or adjective belongs to, by its first name; null where it names none.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static string? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var country = Gazetteer.CountryOf(Names.Fold(name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name));
        return country.Length == 0 ? null : country;
    }

    /// <summary>All words for the country that <paramref name="word"/> belongs to: its names, adjectives, people and seats; none where it names none.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="word"/> is null.</exception>
    public static IReadOnlyList<string> WordsOf(string word) => Of(word) is { } country ? [.. _forms[country]] : [];
}
