using F23.StringSimilarity;

namespace DigestBot.Terminal;

/// <summary>Finds what would be passed over among the settings: names that no setting has, and values that a setting cannot have.</summary>
internal static class SettingsCheck
{
    /// <summary>Variables that begin like ours and are none of <see cref="Settings"/>.</summary>
    private static readonly string[] _others = ["CONFIG", "$schema"];

    // "Discord", "Discord:PublicKey", each with its type.
    private static readonly Dictionary<string, Type> _known = PathsIn(typeof(Settings)).ToDictionary(p => p.Path, p => p.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong in digestbot.json, where every name should be a setting's; null where nothing is.</summary>
    public static string? OfFile(IConfiguration file) =>
        Problem(file, path => $"“{string.Join('.', path.Split(':').Select(Camel))}”", isOurs: true);

    /// <summary>What is wrong in the variables; null where nothing is. Those that are like no setting may be another program's.</summary>
    public static string? OfEnvironment(IConfiguration variables) =>
        Problem(variables, path => $"DIGESTBOT_{path.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant()}", isOurs: false);

    private static string? Problem(IConfiguration given, Func<string, string> written, bool isOurs) => given.AsEnumerable()
        .Where(g => g.Value is not null && !_others.Contains(g.Key, StringComparer.OrdinalIgnoreCase)).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => _known.TryGetValue(g.Key, out var type) ? WrongValue(g.Key, g.Value, type, written) : WrongName(g.Key, written, isOurs))
        .FirstOrDefault(p => p is not null);

    private static string? WrongName(string path, Func<string, string> written, bool isOurs)
    {
        if (Nearest(path) is { } nearest)
        {
            return $"There is no setting {written(path)}. Is it {written(nearest)}?";
        }

        var section = path.LastIndexOf(':') is var end and >= 0 ? path[..end] : "";
        var known = _known.Keys.Where(k => k.Length > section.Length && (section.Length == 0 ? !k.Contains(':') : k.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase)));
        return isOurs || (section.Length > 0 && _known.ContainsKey(section)) ? $"There is no setting {written(path)}. There {Are(known.Select(written))}." : null;
    }

    private static string? WrongValue(string path, string? value, Type type, Func<string, string> written) => value switch
    {
        null or "" => null,
        _ when IsSection(type) => $"The setting {written(path)} is in parts. There {Are(PathsIn(type).Select(p => written($"{path}:{p.Path}")))}.",
        _ when type == typeof(int) && !int.TryParse(value, out _) => $"The setting {written(path)} is a whole number, not “{value}”.",
        _ when type == typeof(bool) && !bool.TryParse(value, out _) => $"The setting {written(path)} is true or false, not “{value}”.",
        _ => null,
    };

    private static string Are(IEnumerable<string> names) => names.ToArray() switch
    {
        [] => "is nothing below it",
        [var one] => $"is {one}",
        [.. var some, var last] => $"are {string.Join(", ", some)} and {last}",
    };

    /// <summary>The setting that is most probably meant by a mistyped name; one underscore between section and name is one of the errors.</summary>
    private static string? Nearest(string path)
    {
        Damerau distance = new();
        var typed = Letters(path);
        return _known.Keys.Select(k => (Path: k, Distance: distance.Distance(typed, Letters(k))))
            .Where(k => k.Distance <= Math.Max(1, typed.Length / 5))
            .OrderBy(k => k.Distance).Select(k => k.Path).FirstOrDefault();
    }

    private static string Letters(string path) => string.Concat(path.Where(char.IsLetter)).ToLowerInvariant();

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static IEnumerable<(string Path, Type Type)> PathsIn(Type settings) => settings.GetProperties().SelectMany(p => IsSection(p.PropertyType)
        ? PathsIn(p.PropertyType).Select(inner => ($"{p.Name}:{inner.Path}", inner.Type)).Prepend((p.Name, p.PropertyType))
        : [(p.Name, p.PropertyType)]);

    private static bool IsSection(Type type) => type.Assembly == typeof(Settings).Assembly;
}
