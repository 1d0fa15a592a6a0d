using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DigestBot.LanguageModels;

/// <summary>What a provider says of itself, as it may stand in an operator's terminal and log.</summary>
internal static class ProviderWords
{
    private const int Longest = 240;

    private static readonly string[] _names = ["error", "message", "detail", "msg"];

    /// <summary>The message in a refusal's body, in whichever of the providers' forms; null where there is none, as in a web page.</summary>
    /// <param name="key">Never part of what is returned.</param>
    public static string? Read(string body, string? key)
    {
        var text = body.TrimStart() switch
        {
            ['<', ..] => null,
            ['{' or '[', ..] json => Message(json),
            var plain => plain,
        };
        return text is null ? null : Clean(text, key);
    }

    /// <summary>One line of at most 240 characters that steer no terminal, without the key and the full stop; null where nothing is left.</summary>
    public static string? Clean(string text, string? key)
    {
        if (!string.IsNullOrEmpty(key))
        {
            text = text.Replace(key, "…", StringComparison.OrdinalIgnoreCase);
        }

        StringBuilder line = new();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= Longest)
            {
                return $"{line} …";
            }

            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                line.Append(line is [.., ' '] or { Length: 0 } ? "" : " ");
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                line.Append(rune);
            }
        }

        var told = line.ToString().TrimEnd(' ', '.');
        return told.Length == 0 ? null : told;
    }

    private static string? Message(string json)
    {
        try
        {
            return Message(JsonElement.Parse(json));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Message(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(Message).FirstOrDefault(m => m is not null),
        JsonValueKind.Object => _names.Select(n => json.TryGetProperty(n, out var inner) ? Message(inner) : null).FirstOrDefault(m => m is not null),
        _ => null,
    };
}
