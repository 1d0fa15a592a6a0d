using System.Globalization;
using DigestBot.Digests;
using DigestBot.Stories;

namespace DigestBot.Web;

/// <summary>Days and times in words, in the digest's zone.</summary>
internal sealed class Dates(DigestClock clock)
{
    /// <summary>Now, in the digest's zone.</summary>
    public DateTimeOffset Now => clock.Now;

    /// <summary>Today, in the digest's zone.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>"29 December 2012".</summary>
    public string Day(DateTimeOffset time) => Day(DateOnly.FromDateTime(clock.ToLocal(time).DateTime));

    /// <summary>"29 December 2012".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"from 29 December 2012 to 4 January 2013", or "of 29 December 2012".</summary>
    public string Between(DateTimeOffset from, DateTimeOffset to) => Day(from) == Day(to) ? $"of {Day(from)}" : $"from {Day(from)} to {Day(to)}";

    /// <summary>For the datetime attribute.</summary>
    public static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The day of a story as far as it is known: "29 December 2012", "29 December, year not given", or null.</summary>
    public string? Of(Story story)
    {
        if (story.Published is { } published)
        {
            return Day(published);
        }

        return DateOnly.TryParseExact($"2000-{story.DatelineDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? $"{day.ToString("d MMMM", CultureInfo.InvariantCulture)}, year not given"
            : null;
    }
}
