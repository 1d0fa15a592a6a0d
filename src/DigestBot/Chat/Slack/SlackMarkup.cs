using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Chat.Slack;

/// <summary>Makes text of stories and askers plain in Slack: it neither formats, links nor pings.</summary>
internal static partial class SlackMarkup
{
    /// <summary>The three characters that begin Slack's mentions, links and dates, as entities; Slack asks for these and no others.</summary>
    public static string Escape(string text) => PlainText.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>
    /// Whether mrkdwn would show the text otherwise than it is: its marks, a quote at a line's start, an emoji's name. There is no
    /// escape for these, so such a text goes into a block of plain text, where every character counts as itself.
    /// </summary>
    public static bool IsMarkedUp(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var quote = text[i] == '>' && (i == 0 || text[i - 1] == '\n');
            if ((BeginsEmoji(text, i) && text.IndexOf(':', i + 1) > 0) || quote || text[i] is '*' or '_' or '~' or '`')
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A headline or an outlet's name among markup: escaped, and the marks replaced by others that look alike. Never for quotations.</summary>
    public static string Name(string text)
    {
        StringBuilder name = new(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            name.Append(text[i] switch
            {
                '*' => '∗',
                '_' => 'ˍ',
                '~' => '∼',
                '`' => 'ˋ',
                '|' => '∣',
                // What ends it may stand behind the name.
                ':' when BeginsEmoji(text, i) => '∶',
                var c => c,
            });
        }
        return Escape(name.ToString());
    }

    /// <summary>Whether an emoji's name may begin there: ":smile".</summary>
    private static bool BeginsEmoji(string text, int at) =>
        text[at] == ':' && at + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[at + 1]) || text[at + 1] is '_' or '+' or '-');

    /// <summary>An address in a link.</summary>
    public static string Address(string absoluteUri) => Escape(absoluteUri).Replace("|", "%7C", StringComparison.Ordinal);

    /// <summary>What somebody wrote in Slack, as plain text: mentions of users and groups are left out, channels and links become what they show or where they lead.</summary>
    public static string Read(string written) => Unescape(Marked().Replace(written, match =>
    {
        (var sign, var target, var label) = (match.Groups["sign"].Value, match.Groups["target"].Value, match.Groups["label"].Value);
        return sign switch
        {
            "@" or "!" => " ",
            "#" => label.Length > 0 ? $"#{label}" : " ",
            _ => target.StartsWith("mailto:", StringComparison.Ordinal) || target.StartsWith("tel:", StringComparison.Ordinal) ? label : target,
        };
    })).Trim();

    private static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"<(?<sign>[@#!]?)(?<target>[^<>|]*)(\|(?<label>[^<>]*))?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
