using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Stories;

/// <summary>
/// The dateline that opens a body: "MOSCOW, December 29 (RIA Novosti) –", "PARIS (AP) —". Its year counts only where it is written;
/// none is ever guessed.
/// </summary>
internal sealed partial record Dateline
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // A dateline opens one of the first lines; further down it would be another story's.
    private const int LinesToSearch = 8;

    /// <summary>The place, as written: "MOSCOW".</summary>
    public required string Place { get; init; }

    /// <summary>The agency or paper in brackets or slashes, where there is one.</summary>
    public string? Outlet { get; init; }

    /// <summary>Month and day as "12-29", where there is one.</summary>
    public string? Day { get; init; }

    /// <summary>The day, where its year is written too.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The dateline of a story's text, or null.</summary>
    public static Dateline? Find(string text)
    {
        int lines = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (lines++ == LinesToSearch)
                break;
            if (Parse(line.Trim().ToString()) is { } dateline)
                return dateline;
        }
        return null;
    }

    /// <summary>The dateline that opens a line, or null.</summary>
    internal static Dateline? Parse(string line)
    {
        Match match = Pattern().Match(line.Length > 200 ? line[..200] : line);
        if (!match.Success)
            return null;
        int month = match.Groups["month"].Success ? MonthOf(match.Groups["month"].Value) : 0;
        int day = match.Groups["day"].Success ? int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) : 0;
        bool hasDay = month > 0 && day is >= 1 and <= 31;
        string agency = match.Groups["agency"].Value.Trim();
        return hasDay || agency.Length > 0 || match.Groups["dash"].Value is "–" or "—" or "--"
            ? new Dateline
            {
                Place = match.Groups["place"].Value.Trim(),
                Outlet = agency.Length > 0 ? agency : null,
                Day = hasDay ? $"{month:00}-{day:00}" : null,
                Published = hasDay && match.Groups["year"].Success ? DayOf(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), month, day) : null,
            }
            : null;
    }

    private static DateTimeOffset? DayOf(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) : null;

    private static int MonthOf(string word)
    {
        string start = word.TrimEnd('.').ToLowerInvariant();
        return start.Length < 3 ? 0 : Array.FindIndex(Months, m => m.StartsWith(start[..3], StringComparison.Ordinal)) + 1;
    }

    // PLACE in capitals (with more behind a comma: "ALBANY, N.Y."), then day and year, agency, and a dash; any of the middle may be missing.
    [GeneratedRegex(
        """
        ^(?<place>\p{Lu}[\p{Lu}\p{M}'’.\-]+(\s+\p{Lu}[\p{Lu}\p{M}'’.\-]+){0,3}(,\s+(?!(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[\p{L}.]+(\s\p{L}[\p{L}.]+)?)?)
        ([,.:]?\s+((?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?)\s+(?<day>\d{1,2})(st|nd|rd|th)?
          |(?<day>\d{1,2})(st|nd|rd|th)?\s+(?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?))(,?\s+(?<year>(19|20)\d\d))?)?
        ,?\s*([(/](?<agency>[^()/]{2,40})[)/]\s*)?(?<dash>--|[–—-]|:)\s*\S
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
