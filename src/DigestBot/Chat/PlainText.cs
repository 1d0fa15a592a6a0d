using System.Text;

namespace DigestBot.Chat;

/// <summary>Text of stories and askers on its way to a platform: what it may hold, and how it is cut.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text without what no reader sees but a chat may act on: control characters (line breaks and tabs stay), overrides
    /// of the writing direction (UAX #9), halves of surrogate pairs. Every visible character stays.
    /// </summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!(Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) && rune.Value is not (>= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069))
            {
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString();
    }

    /// <summary>The clean text on one line; empty where it shows nothing.</summary>
    public static string OneLine(string? text) => Clean((text ?? "").ReplaceLineEndings(" ")).Trim();

    /// <summary>The text, or as many of its words as fit with an ellipsis.</summary>
    /// <param name="longest">UTF-16 units, ellipsis included; at least 1.</param>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : $"{text[..WordEnd(text, longest - 1)].TrimEnd()}…";

    /// <summary>As much of the text, cut at a word, as fits once it is escaped.</summary>
    /// <param name="longest">UTF-16 units of the escaped text; at least 8.</param>
    public static string Fit(string text, int longest, Func<string, string> escape)
    {
        var escaped = escape(text);
        var length = Math.Min(text.Length, longest);
        while (escaped.Length > longest)
        {
            escaped = escape(Cut(text, Math.Max(1, length)));
            length = Math.Min(length - 1, length * longest / Math.Max(1, escaped.Length));
        }
        return escaped;
    }

    /// <summary>The last end of a word at or before a position; inside a word longer than half of that, the last whole character.</summary>
    public static int WordEnd(string text, int position)
    {
        if (position >= text.Length)
        {
            return text.Length;
        }

        var end = position;
        while (end > position / 2 && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        if (end > position / 2)
        {
            return end;
        }

        return position > 0 && char.IsLowSurrogate(text[position]) && char.IsHighSurrogate(text[position - 1]) ? position - 1 : position;
    }
}
