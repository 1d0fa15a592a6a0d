using System.Text;

namespace DigestBot.Chat.Discord;

/// <summary>Makes text of stories and askers plain in Discord's markdown: it neither formats, links, pings nor breaks out.</summary>
internal static class DiscordMarkdown
{
    // Discord shows the character behind a backslash as it is, for any ASCII mark.
    private const string Marks = @"\*_~|`[]<>@#/";

    /// <summary>At a line's start it makes the line small and grey.</summary>
    public const string Small = "-# ";

    /// <summary>
    /// The text with a backslash before every mark that begins markup (mentions, custom emoji, command links and timestamps begin
    /// with "&lt;"), before ":" where an emoji's name or an address could go on, and before what would begin a list at a line's start.
    /// Shown, it is the text again, character by character.
    /// </summary>
    public static string Escape(string text)
    {
        text = PlainText.Clean(text);
        StringBuilder escaped = new(text.Length + 16);
        var lineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var beforeSpace = i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]);
            if (Marks.Contains(c) || (c == ':' && !beforeSpace) || (lineStart && c is '-' or '+') || (c == '.' && EndsListNumber(text, i)))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
            lineStart = c == '\n' || (lineStart && char.IsWhiteSpace(c));
        }
        return escaped.ToString();
    }

    /// <summary>An address that cannot end the link in which it stands.</summary>
    public static string Address(string absoluteUri) => absoluteUri
        .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    private static bool EndsListNumber(string text, int dot)
    {
        var start = dot;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        if (start == dot)
        {
            return false;
        }

        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || text[start - 1] == '\n';
    }
}
