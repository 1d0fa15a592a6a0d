using System.Reflection;

namespace DigestBot.Chat.Discord;

/// <summary>What a command or option is called in one language.</summary>
/// <param name="Name">As one types it.</param>
/// <param name="Description">Empty where the menu shows none.</param>
internal sealed record Localisation(string Name, string Description);

/// <summary>Names and descriptions of commands in the readers' languages: one table, a row for each command and option.</summary>
internal static class Localisations
{
    /// <summary>Discord's locales for the table's columns.</summary>
    private static readonly string[][] _locales = [["de"], ["es-ES", "es-419"], ["fr"], ["en-US", "en-GB"]];

    private static readonly Dictionary<string, Localisation[]> _rows = Read();

    /// <summary>The table's keys: "ask", "ask question", "since".</summary>
    public static IReadOnlyCollection<string> Keys => _rows.Keys;

    /// <summary>The command's name and description by locale.</summary>
    public static IReadOnlyDictionary<string, Localisation> Of(string verb) => Find(verb);

    /// <summary>The option's name and description by locale: its command's own, else the one that all commands share.</summary>
    public static IReadOnlyDictionary<string, Localisation> Of(Verb verb, VerbOption option) =>
        Find(_rows.ContainsKey($"{verb.Name} {option.Name}") ? $"{verb.Name} {option.Name}" : option.Name);

    /// <summary>The name, by locale, of one of the values that an option has.</summary>
    public static IReadOnlyDictionary<string, Localisation> Of(Verb verb, VerbOption option, string value) => Find($"{verb.Name} {option.Name} {value}");

    private static Dictionary<string, Localisation> Find(string key)
    {
        Dictionary<string, Localisation> found = new(StringComparer.Ordinal);
        if (!_rows.TryGetValue(key, out var row))
        {
            return found;
        }

        foreach ((var locales, var cell) in _locales.Zip(row))
        {
            foreach (var locale in locales)
            {
                found.Add(locale, cell);
            }
        }
        return found;
    }

    private static Dictionary<string, Localisation[]> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("DigestBot.Chat.Discord.localisations.txt")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => cells[1..].Select(Cell).ToArray(), StringComparer.Ordinal);
    }

    private static Localisation Cell(string cell)
    {
        var end = cell.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 ? new Localisation(cell, "") : new Localisation(cell[..end], cell[(end + 2)..]);
    }
}
