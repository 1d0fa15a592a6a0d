using DigestBot.Answers;

namespace DigestBot.Chat;

/// <summary>The stories behind a reply, numbered in the order in which its lines cite them: one number a story.</summary>
internal sealed class CitedStories
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const int LongestUrl = 500;
    private const int MostSources = 3;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Numbers of the line's own story and of others that say the same; new stories get the next number.</summary>
    public IEnumerable<int> NumbersOf(AnswerLine line) => Sources(line).Select(NumberOf);

    /// <summary>The stories a line cites, its own first; none where it stands in no story but in what was shown to the bot.</summary>
    public static IEnumerable<Citation> Sources(AnswerLine line) =>
        line.AlsoIn.Prepend(line.Citation).Where(c => c.StoryId.Length > 0).DistinctBy(c => c.StoryId).Take(MostSources);

    /// <summary>The story's number.</summary>
    public int NumberOf(Citation citation)
    {
        if (!_numbers.TryGetValue(citation.StoryId, out var number))
        {
            _numbers.Add(citation.StoryId, number = _numbers.Count + 1);
        }

        return number;
    }

    /// <summary>A number as one writes it behind a line: ¹².</summary>
    public static string Mark(int number) => string.Concat(number.ToString().Select(d => Superscripts[d - '0']));

    /// <summary>The story's web address, if a link may lead there; null for anything but a plain http(s) address of sensible length.</summary>
    public static string? Address(Citation citation) =>
        Uri.TryCreate(citation.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && IsShown(address.AbsoluteUri)
            ? address.AbsoluteUri
            : null;

    // A host may hold half of a surrogate pair, which is no text: all else in an address is escaped, the host is not.
    private static bool IsShown(string address) => address.Length <= LongestUrl && PlainText.Clean(address) == address;

    /// <summary>What a link to the story is called: its title, unless that looks like an address itself and so might lead elsewhere than it says.</summary>
    public static string Label(Citation citation, int longest)
    {
        var title = PlainText.OneLine(citation.Title);
        var misleads = title.Contains("://", StringComparison.Ordinal) || title.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || (!title.Contains(' ') && title.Contains('.'));
        return title.Length == 0 || misleads ? "story" : PlainText.Cut(title, longest);
    }
}
