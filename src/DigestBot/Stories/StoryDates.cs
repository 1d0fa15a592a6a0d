using System.Globalization;

namespace DigestBot.Stories;

/// <summary>Dates as stories' metadata write them: ISO 8601 with or without a time, RFC 1123, "29 December 2012".</summary>
internal static class StoryDates
{
    private static readonly string[] Days =
        ["yyyy-MM-dd", "yyyy/MM/dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "dddd, MMMM d, yyyy", "yyyyMMdd"];

    /// <summary>The time in UTC; a day without a time is its midnight in UTC; null for what is no date with a year.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        text = text.Trim();
        if (DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day))
            return new DateTimeOffset(day, TimeSpan.Zero);
        bool hasYear = text.Count(char.IsAsciiDigit) >= 5;
        return hasYear && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time.ToUniversalTime() : null;
    }
}
