using System.CommandLine;
using System.Text.Json;

namespace DigestBot.Terminal;

/// <summary>A setting is wrong; the message says which and what to do.</summary>
internal sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads the settings: config/digestbot.json, then the environment, then the command line; the later wins.</summary>
internal static class SettingsReader
{
    public static Option<string?> Data { get; } = new("--data") { Description = "Folder of the archive (DIGESTBOT_DATA; default: data)", Recursive = true, HelpName = "DIR" };

    public static Option<string?> Config { get; } = new("--config") { Description = "Folder of digestbot.json and stories (DIGESTBOT_CONFIG; default: config)", Recursive = true, HelpName = "DIR" };

    public static Option<string?> Urls { get; } = new("--urls") { Description = "Addresses of the operator's door (DIGESTBOT_URLS; default: http://localhost:5080)", HelpName = "URLS" };

    public static IReadOnlyList<Option> Options { get; } = [Data, Config, Urls];

    /// <summary>All settings, folders made absolute.</summary>
    /// <exception cref="SettingsException">The file or a value cannot be read.</exception>
    public static Settings Read(ParseResult parsed)
    {
        var folder = ConfigFolder(parsed.GetValue(Config));
        var settings = Given(Path.Combine(folder, "digestbot.json"), Line(parsed)).Get<Settings>() ?? new Settings();
        return settings with { Stories = Path.GetFullPath(settings.Stories, folder), Data = Path.GetFullPath(settings.Data) };
    }

    private static Dictionary<string, string?> Line(ParseResult parsed)
    {
        Dictionary<string, string?> line = new(StringComparer.OrdinalIgnoreCase);
        if (parsed.GetValue(Data) is { } data)
        {
            line["data"] = data;
        }

        if (parsed.GetValue(Urls) is { } urls)
        {
            line["urls"] = urls;
        }

        return line;
    }

    private static IConfiguration Given(string file, IReadOnlyDictionary<string, string?> line)
    {
        var written = Load(file);
        var variables = new ConfigurationBuilder().AddEnvironmentVariables("DIGESTBOT_").Build();
        if (SettingsCheck.OfFile(written) is { } misspelt)
        {
            throw new SettingsException($"{misspelt} Look into {file}.");
        }

        if (SettingsCheck.OfEnvironment(variables) is { } mistaken)
        {
            throw new SettingsException(mistaken);
        }

        // Not AddConfiguration, which takes an empty value for none: a key that was set to nothing is an error to be told.
        return new ConfigurationBuilder().AddInMemoryCollection(Values(written)).AddInMemoryCollection(Values(variables)).AddInMemoryCollection(line).Build();

        static IEnumerable<KeyValuePair<string, string?>> Values(IConfiguration given) => given.AsEnumerable().Where(v => v.Value is not null);
    }

    private static IConfigurationRoot Load(string file)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(file, optional: true).Build();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The settings in {file} cannot be read{Why(error)}", error);
        }
    }

    /// <summary>", line 3: ',' expected."</summary>
    private static string Why(Exception error) => error.GetBaseException() switch
    {
        JsonException { LineNumber: { } line } wrong => $", line {line + 1}: {wrong.Message.Split(" LineNumber:")[0]}",
        var other => $": {other.Message}",
    };

    /// <summary>What <paramref name="make"/> gives; a malformed setting that it meets is told as the others are.</summary>
    /// <exception cref="SettingsException">A setting is malformed.</exception>
    public static T Checked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (FormatException error)
        {
            throw new SettingsException(error.Message, error);
        }
    }

    /// <summary>The archive's file.</summary>
    public static string ArchivePath(Settings settings) => Path.Combine(settings.Data, "digestbot.db");

    /// <summary>./config where it exists, so that a clone works from its top, else the one beside the program.</summary>
    private static string ConfigFolder(string? given)
    {
        given ??= Environment.GetEnvironmentVariable("DIGESTBOT_CONFIG");
        if (given is not null && !Directory.Exists(given))
        {
            throw new SettingsException($"There is no folder {given}; --config wants one with digestbot.json in it.");
        }

        var here = Path.GetFullPath(given ?? "config");
        return Directory.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, "config");
    }
}
