using System.Buffers;
using System.Text.RegularExpressions;

namespace DigestBot.Stories;

/// <summary>
/// Finds where a story ends and its page goes on: short last lines that invite to comment, share, subscribe or read something else.
/// A line of the story's own is a sentence that tells something; what quotes anybody is never furniture.
/// </summary>
internal static partial class PageFurniture
{
    private static readonly SearchValues<char> _quotationMarks = SearchValues.Create("\"“”«»„");

    private const int LongestLabel = 12;
    private const int LongestAppeal = 40;

    /// <summary>The position in <paramref name="text"/> behind the story's last character. The first line that holds anything always stays.</summary>
    public static int EndOfStory(string text)
    {
        var first = text.Length - text.AsSpan().TrimStart().Length;
        var end = text.AsSpan().TrimEnd().Length;
        while (end > first)
        {
            var lineStart = text.LastIndexOf('\n', end - 1) + 1;
            if (lineStart <= first || !IsFurniture(text.AsSpan(lineStart, end - lineStart).Trim()))
            {
                break;
            }

            end = text.AsSpan(0, lineStart).TrimEnd().Length;
        }
        return end;
    }

    private static bool IsFurniture(ReadOnlySpan<char> line)
    {
        var words = line.Count(' ') + 1;
        if (line.ContainsAny(_quotationMarks))
        {
            return false;
        }

        var isSentence = line[^1] is '.' or '!' or '?' or '…';
        return words <= LongestLabel && (Button().IsMatch(line) || !isSentence && Label().IsMatch(line))
            || words <= LongestAppeal && Appeal().IsMatch(line);
    }

    // The whole line is a button, a counter, a row of networks or a rule.
    [GeneratedRegex(
        """
        ^\W*(
          (leave|add|post|write|join|view|show|read|see)\s+(a|your|the|all)?\s*(\d+\s+)?(comments?|reply|replies|conversation|discussion)
        | (no\s+|\d[\d,.]*k?\s+)?(comments?|replies|shares?|likes?|views|retweets)
        | (share|tweet|print|e-?mail|pin|save|bookmark|copy\s+link|listen|gift)(\s+(this|on|via|to|with|it|by|the|your|a|article|story|page|link|friends?|facebook|twitter|x|whatsapp|linkedin|email|friend))*
        | (facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|messenger|flipboard|e-?mail|print|rss)(\W+(facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|messenger|flipboard|e-?mail|print|rss))*
        | (read|see|learn|view|find\s+out)\s+(more|next)(\s+here)?
        | read\s+the\s+(rest|full\s+(story|article))(\s+here)?
        | (click|tap)\s+here(\s+to\s+\w+){0,3}
        | advertisement|sponsored(\s+content)?|back\s+to\s+top|(next|previous)\s+(article|story)|load(ing)?(\s+more)?
        | end(s|\s+of\s+story)?|30
        )?\W*$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Button();

    // A few words that are no sentence and name what else there is.
    [GeneratedRegex(
        """
        ^\W*(
          (read|see|learn|watch|listen|view)\s+(more|also|next|now|the\s+full)\b
        | (related|recommended|trending|popular|most\s+(read|popular)|more\s+(from|on|in|stories|news|like)|also\s+on|you\s+(may|might)\s+(also\s+)?like|up\s+next|editors?['’]?s?\s+picks?|don['’]t\s+miss)\b
        | (tags?|topics?|filed\s+under|posted\s+in|categor(y|ies)|keywords|sections?)\s*:
        | (photo|image|picture|video)(\s+credits?)?\s*:
        | (©|\(c\)|copyright)\s*(©\s*)?\d{4}\b
        | (sign\s+up|subscribe|follow\s+(us|@)|like\s+us|donate|download|become\s+a\s+(member|subscriber)|support\s+(us|our))\b
        )
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    // Sentences in which the page speaks to its reader: an imperative and what it is for.
    [GeneratedRegex(
        """
        ^\W*(
          (sign\s+up|subscribe|register)\s+(now|here|today|to|for|below)\b.*\b(newsletters?|inbox|e-?mails?|alerts?|updates|news|free|briefing|podcasts?)\b.*
        | (get|have|receive)\s+(our|the|all|more|your)\b.*\b(newsletters?|inbox|app)\b.*
        | (follow|like|find|join)\s+(us|\S+(\s+\S+){0,3}\s+)\s*\bon\s+(facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin)\b.*
        | (download|get)\s+(our|the)\s+(free\s+)?app\b.*
        | (please\s+)?(consider\s+)?(support(ing)?|donat(e|ing)\s+to|becom(e|ing)\s+a\s+(member|subscriber))\s.*\b(journalism|reporting|newsroom|today|subscribers?|members?)\b.*
        | (click|tap)\s+here\s+(to|for)\b.*
        | (©|\(c\)|copyright)\s*(©\s*)?\d{4}\b.*
        | all\s+rights\s+reserved\b.*
        | this\s+(material|article|story|content)\s+may\s+not\s+be\s+(published|reproduced|copied)\b.*
        )$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Appeal();
}
