using System.Text;

namespace DigestBot.Tests.Chat.Discord;

/// <summary>Reads Discord's markdown as its apps do, as far as it must for telling what would be acted upon.</summary>
internal static class DiscordRendering
{
    /// <summary>Each character that is not behind a backslash; the escaped ones are replaced by U+FFFC.</summary>
    public static string Unescaped(string markdown)
    {
        StringBuilder active = new();
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length && !char.IsLetterOrDigit(markdown[i + 1]) && !char.IsWhiteSpace(markdown[i + 1]))
            {
                active.Append('\uFFFC');
                i++;
            }
            else
            {
                active.Append(markdown[i]);
            }
        }
        return active.ToString();
    }

    /// <summary>The text as it is shown, if it holds no markup.</summary>
    public static string Shown(string markdown)
    {
        StringBuilder shown = new();
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length && !char.IsLetterOrDigit(markdown[i + 1]) && !char.IsWhiteSpace(markdown[i + 1]))
            {
                i++;
            }

            shown.Append(markdown[i]);
        }
        return shown.ToString();
    }
}
