using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Stories;

/// <summary>Dates as stories' metadata write them: ISO 8601 with or without a time, RFC 1123, "29 December 2012", "Dec. 29, 2012".</summary>
internal static partial class StoryDates
{
    private static readonly string[] _months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>
    /// The time in UTC; a day without a time is its midnight in UTC. Null for what has no year of four digits, no day, or can be
    /// read in two ways ("03/04/2012").
    /// </summary>
    public static DateTimeOffset? Parse(string? text)
    {
        text = text?.Trim() ?? "";
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateTimeOffset(day, TimeSpan.Zero);
        }

        if (!Iso().IsMatch(text) && !Named().IsMatch(text))
        {
            return null;
        }

        var isDate = DateTimeOffset.TryParse(text.Replace(".,", ",", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        return isDate ? time.ToUniversalTime() : null;
    }

    /// <summary>As <see cref="Parse"/>, for a date that a source gives.</summary>
    /// <exception cref="FormatException">There is something, and it is no date; the message says how to write one.</exception>
    public static DateTimeOffset? Read(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Parse(text) ?? throw new FormatException($"its date \"{text}\" is none; write it like 2012-12-29 or 2012-12-29T08:30:00Z");

    /// <summary>Month and day as "12-29"; null where there is no such day in any year.</summary>
    /// <param name="month">A month's English name or its beginning, "Dec.", "Sept".</param>
    /// <param name="day">Digits.</param>
    public static string? Day(string month, string day)
    {
        var number = month.Length < 3 ? 0 : Array.IndexOf(_months, month[..3].ToLowerInvariant()) + 1;
        const int LeapYear = 2000;
        var exists = number > 0 && int.TryParse(day, CultureInfo.InvariantCulture, out var d) && d >= 1 && d <= DateTime.DaysInMonth(LeapYear, number);
        return exists ? $"{number:00}-{int.Parse(day, CultureInfo.InvariantCulture):00}" : null;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d")]
    private static partial Regex Iso();

    // A day, a month's name and a year; whatever order, and a time of day may follow.
    [GeneratedRegex(@"^(?=.*\b\d{1,2}(,|\s|$))(?=.*\b(1[89]|20)\d\d\b).*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
