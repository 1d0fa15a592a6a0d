using System.Text.RegularExpressions;

namespace DigestBot.Stories;

/// <summary>
/// Finds where a story ends and its page goes on: short last lines that invite to comment, share, subscribe or read something else.
/// </summary>
internal static partial class PageFurniture
{
    // A line of the story's own is a sentence; a button or a link is a few words.
    private const int LongestWords = 12;

    /// <summary>The position in <paramref name="text"/> behind the story's last character.</summary>
    public static int EndOfStory(string text)
    {
        int end = text.AsSpan().TrimEnd().Length;
        while (end > 0)
        {
            int lineStart = text.LastIndexOf('\n', end - 1) + 1;
            ReadOnlySpan<char> line = text.AsSpan(lineStart, end - lineStart).Trim();
            // The first line is the title whatever it says.
            if (lineStart == 0 || !IsFurniture(line))
                break;
            end = text.AsSpan(0, lineStart).TrimEnd().Length;
        }
        return end;
    }

    private static bool IsFurniture(ReadOnlySpan<char> line)
    {
        if (line.Length == 0)
            return true;
        int words = line.Count(' ') + 1;
        return words <= LongestWords && Pattern().IsMatch(line);
    }

    [GeneratedRegex(
        """
        ^\W*(
          (leave|add|post|write|join)\s+(a|your|the)\s+(comment|reply|conversation|discussion)
        | (no\s+|\d+\s+)?(comments?|replies|shares?|likes?|views)
        | (share|tweet|print|email|e-mail|pin|save|copy\s+link)(\s+(this|on|via|to|with|it|by|the|your|a|article|story|page|friends?|facebook|twitter|x|whatsapp|linkedin|email|friend))*
        | (facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|email)(\W+(facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|email))*
        | (read|see|learn|view|find\s+out)\s+(more|also|next|the\s+(full|rest|whole)|all)\b.*
        | (related|recommended|trending|popular|most\s+read|more\s+(from|on|in|stories|news|like)|you\s+(may|might)\s+also\s+like|up\s+next|tags?|topics?|filed\s+under|categories)\b.*
        | (sign\s+up|subscribe|follow\s+(us|\S+\s+on)|join\s+our|get\s+our|download\s+(our|the)\s+app|support\s+our|donate|become\s+a\s+(member|subscriber))\b.*
        | (click|tap)\s+here\b.*
        | (advertisement|sponsored(\s+content)?|back\s+to\s+top|next\s+(article|story)|previous\s+(article|story)|load(ing)?(\s+more)?\W*|show\s+comments|view\s+comments)
        | (©|\(c\)|copyright)\s.*
        | all\s+rights\s+reserved.*
        )\W*$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
