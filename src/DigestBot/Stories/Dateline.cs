using System.Text.RegularExpressions;

namespace DigestBot.Stories;

/// <summary>
/// The dateline that opens a body: "MOSCOW, December 29 (RIA Novosti) –", "PARIS (AP) —", "GENEVA (28 February 2022) –". Its year counts
/// only where it is written; none is ever guessed.
/// </summary>
internal sealed partial record Dateline
{
    // A dateline opens one of the first lines; further down it would be another story's.
    private const int LinesToSearch = 8;
    private const int LongestDateline = 160;

    /// <summary>The place, as written: "MOSCOW", "HEMPSTEAD, N.Y."; null where only day and agency are given.</summary>
    public string? Place { get; init; }

    /// <summary>The agency or paper in brackets or slashes, where there is one.</summary>
    public string? Outlet { get; init; }

    /// <summary>Month and day as "12-29", where there is one.</summary>
    public string? Day { get; init; }

    /// <summary>The day, where its year is written too.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The dateline of a story's text, or null.</summary>
    public static Dateline? Find(string text)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (lines++ == LinesToSearch)
            {
                break;
            }

            var trimmed = line.Trim();
            if (Parse(trimmed[..Math.Min(trimmed.Length, LongestDateline)].ToString()) is { } dateline)
            {
                return dateline;
            }
        }
        return null;
    }

    /// <summary>The day in a year that somebody else has told; null without a day, or where that year has no such day.</summary>
    public DateTimeOffset? In(int? year) => Day is null || year is null ? null : StoryDates.Parse($"{year:0000}-{Day}");

    /// <summary>The dateline that opens a line, or null.</summary>
    internal static Dateline? Parse(string line)
    {
        var match = Pattern().Match(line);
        if (!match.Success || Label().IsMatch(line))
        {
            return null;
        }

        var place = Value(match, "place") is { } written ? WithoutStop(written) : null;
        var agency = Value(match, "agency");
        var day = Value(match, "month") is { } month ? StoryDates.Day(month, match.Groups["day"].Value) : null;
        // A dash behind a place in capitals, then a new sentence, is enough; in small letters it takes day or agency too.
        var isInCapitals = place is not null && !place.Split(',')[0].Any(char.IsLower);
        if (day is null && agency is null && (!isInCapitals || match.Groups["dash"].Value is "-" or ":"))
        {
            return null;
        }

        return new Dateline
        {
            Place = place,
            Outlet = agency,
            Day = day,
            Published = day is not null && Value(match, "year") is { } year ? StoryDates.Parse($"{year}-{day}") : null,
        };
    }

    // "MOSCOW. Dec 29 (Interfax)": the stop ends the place; in "FLINT, Mich." it belongs to the word.
    private static string WithoutStop(string place) => place.IndexOf('.', StringComparison.Ordinal) == place.Length - 1 && !place.Contains(',', StringComparison.Ordinal) ? place[..^1] : place;

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true, Value: var value } ? value.Trim() : null;

    private const string Month = @"(?i:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\b";
    private const string Weekday = @"(?i:mon|tue(s)?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(?i:day)?\b";
    private const string Word = @"(?!" + Month + @"\.?\s+\d|" + Weekday + @")\p{Lu}([\p{L}\p{M}'’.]|-(?!-))*";

    // "ALBANY, N.Y.", "NEW YORK/LONDON", "DUBAI, United Arab Emirates".
    private const string PlacePattern = $$"""(?<place>{{Word}}(\s+{{Word}}){0,4}?((,\s+|/){{Word}}(\s+{{Word}}){0,3}?){0,2}?)""";

    // "December 29", "29 December 2012", "Sunday, Dec. 30"; in brackets or not.
    private const string DayPattern = $$"""\(?({{Weekday}}\.?,?\s+)?((?<month>{{Month}})\.?\s+(?<day>\d{1,2})(st|nd|rd|th)?|(?<day>\d{1,2})(st|nd|rd|th)?\s+(?<month>{{Month}})\.?)(?!\d)(,?\s+(?<year>(18|19|20)\d\d)(?!\d))?\.?\)?""";

    private const string Agency = @"\((?<agency>\p{Lu}[^()/\d]{1,40}(/[^()/\d]{2,40})?)\)|/(?<agency>\p{Lu}[^()/]{1,40})/";

    // Apart from what is before it, unless it is a long one; TASS ends with a stop.
    private const string Dash = @"(?<=[\s\)/.\d])\.?\s*(?<dash>--|[–—―\-:])|(?<=\S)(?<dash>--|—)|(?<=/)(?<dash>\.)";

    // Any of place, day and agency may be missing; behind the dash a sentence begins.
    [GeneratedRegex($$"""^({{PlacePattern}})?([,.:]?\s*{{DayPattern}})?,?\s*(--?|[–—―])?\s*({{Agency}})?({{Dash}})\s*["“‘'«(\[]?[\p{Lu}\d]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    // Words that open a line as a place would, and are none.
    [GeneratedRegex(@"^(BREAKING|UPDATED?|EXCLUSIVE|ANALYSIS|OPINION|WATCH|CORRECTION|CORRECTED|EDITORIAL|COMMENTARY|LIVE|VIDEO|PHOTOS|NOTE|Q&A|FACTBOX|TIMELINE)\b")]
    private static partial Regex Label();
}
