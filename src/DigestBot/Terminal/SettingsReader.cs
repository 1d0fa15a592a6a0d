using System.CommandLine;

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
        Dictionary<string, string?> line = new(StringComparer.OrdinalIgnoreCase);
        if (parsed.GetValue(Data) is { } data)
        {
            line["data"] = data;
        }

        if (parsed.GetValue(Urls) is { } urls)
        {
            line["urls"] = urls;
        }

        try
        {
            var settings = new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(folder, "digestbot.json"), optional: true)
                .AddEnvironmentVariables("DIGESTBOT_")
                .AddInMemoryCollection(line)
                .Build()
                .Get<Settings>() ?? new Settings();
            return settings with { Stories = Path.GetFullPath(settings.Stories, folder), Data = Path.GetFullPath(settings.Data) };
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or InvalidOperationException)
        {
            throw new SettingsException($"The settings cannot be read: {error.InnerException?.Message ?? error.Message} Look into {Path.Combine(folder, "digestbot.json")} and the DIGESTBOT_ variables.", error);
        }
    }

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
