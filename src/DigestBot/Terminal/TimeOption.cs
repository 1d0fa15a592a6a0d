using System.CommandLine;
using DigestBot.Answers;

namespace DigestBot.Terminal;

/// <summary>Reads options that name a time.</summary>
internal static class TimeOption
{
    /// <summary>The time; null where the option is not given.</summary>
    /// <exception cref="SettingsException">It names no time.</exception>
    public static DateTimeOffset? Read(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return AskedTimes.Parse(text, TimeProvider.System.GetLocalNow())
            ?? throw new SettingsException($"'{text}' is no time; write it like {option.Name} 7d, {option.Name} 24h or {option.Name} 2012-12-29.");
    }
}
