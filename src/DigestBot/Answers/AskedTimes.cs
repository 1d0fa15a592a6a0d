using System.Globalization;

namespace DigestBot.Answers;

/// <summary>A stretch of time: from (inclusive) and to (exclusive); null for no bound.</summary>
public sealed record TimeRange(DateTimeOffset? Since, DateTimeOffset? Until)
{
    /// <summary>It was named as a weekday alone ("on Friday"): the last one before now, but of old stories the one that they tell of.</summary>
    public DayOfWeek? Weekday { get; init; }
}

/// <summary>Times as people ask for them: "yesterday", "last week", "since 7d", "in December", "on Friday". Days are those of the clock's offset.</summary>
public static class AskedTimes
{
    private static readonly string[] _months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] _days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>Whether the word names a month, or a day or year by its number.</summary>
    internal static bool IsOfDate(string word) => _months.Contains(word) || word.All(char.IsAsciiDigit);

    /// <summary>The time that an option such as --since names: "7d", "24h", "2w", "yesterday", "2012-12-29"; null where it names none.</summary>
    public static DateTimeOffset? Parse(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (DateTimeOffset.TryParseExact(text.Trim(), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
        {
            return exact;
        }

        var tokens = QuestionTokens.Read($"since {text}");
        var range = Take(tokens, now);
        return tokens.Count == 0 ? range.Since : null;
    }

    /// <summary>Takes the first times out of the words of a question.</summary>
    internal static TimeRange Take(List<QuestionToken> tokens, DateTimeOffset now)
    {
        TimeRange range = new(null, null);
        for (var at = 0; at < tokens.Count;)
        {
            if (Read(tokens, at, now) is not { } found)
            {
                at++;
                continue;
            }
            tokens.RemoveRange(at, found.Words);
            range = new TimeRange(found.Range.Since ?? range.Since, found.Range.Until ?? range.Until) { Weekday = found.Range.Weekday ?? range.Weekday };
        }
        return range;
    }

    private static (TimeRange Range, int Words)? Read(List<QuestionToken> tokens, int at, DateTimeOffset now)
    {
        var word = tokens[at].Lower;
        if (word is "since" or "after" or "before" or "until")
        {
            if (Period(tokens, at + 1, now, bare: true) is not { } period)
            {
                return null;
            }

            var bound = word switch
            {
                "since" => period.Range with { Until = null, Weekday = null },
                "after" => new TimeRange(period.Range.Until, null),
                "before" => new TimeRange(null, period.Range.Since),
                _ => new TimeRange(null, period.Range.Until),
            };
            return (bound, period.Words + 1);
        }
        if (word is "in" or "on" or "during" or "over" or "within" or "for" or "of")
        {
            var article = at + 1 < tokens.Count && tokens[at + 1].Lower == "the" ? 1 : 0;
            return Period(tokens, at + 1 + article, now, bare: word is "in" or "on") is { } period ? (period.Range, period.Words + 1 + article) : null;
        }
        return Period(tokens, at, now, bare: false);
    }

    /// <summary>A period by its name.</summary>
    /// <param name="bare">Also names that are other things too where no preposition stands before them: "may", "friday", "2012".</param>
    private static (TimeRange Range, int Words)? Period(List<QuestionToken> tokens, int at, DateTimeOffset now, bool bare)
    {
        if (at >= tokens.Count)
        {
            return null;
        }

        var word = tokens[at].Lower;
        var next = at + 1 < tokens.Count ? tokens[at + 1].Lower : "";
        DateTimeOffset today = new(now.Date, now.Offset);
        switch (word)
        {
            case "today":
                return (Span(today, 1), 1);
            case "yesterday":
                return (Span(today.AddDays(-1), 1), 1);
            case "this" or "last" or "past" or "previous" when Unit(next) is { } unit:
                return (Named(unit, today, now, word), 2);
            case "last" or "past" when int.TryParse(next, out var count) && at + 2 < tokens.Count && Unit(tokens[at + 2].Lower) is { } units:
                return (new TimeRange(Back(now, units, count), null), 3);
            case "last" when Weekday(next, today) is { } named:
                return (Span(named, 1), 2);
        }
        if (Ago(word, now) is { } ago)
        {
            return (new TimeRange(ago, null), 1);
        }

        return Date(tokens, at, today, bare);
    }

    private static (TimeRange Range, int Words)? Date(List<QuestionToken> tokens, int at, DateTimeOffset today, bool bare)
    {
        var word = tokens[at].Lower;
        if (DateTime.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return (Span(new DateTimeOffset(date, today.Offset), 1), 1);
        }

        if (DayAndMonth(tokens, at, today) is { } day)
        {
            return day;
        }

        if (!bare)
        {
            return null;
        }

        if (Weekday(word, today) is { } weekday)
        {
            return (Span(weekday, 1) with { Weekday = weekday.DayOfWeek }, 1);
        }

        if (Year(word) is { } year)
        {
            return (new TimeRange(At(year, 1, 1, today), At(year + 1, 1, 1, today)), 1);
        }

        var month = Month(word);
        if (month == 0)
        {
            return null;
        }

        var given = at + 1 < tokens.Count ? Year(tokens[at + 1].Lower) : null;
        var first = At(given ?? (month > today.Month ? today.Year - 1 : today.Year), month, 1, today);
        return (new TimeRange(first, first.AddMonths(1)), given is null ? 1 : 2);
    }

    /// <summary>"29 December 2012", "December 29", "Dec 29, 2012"; without a year the last such day.</summary>
    private static (TimeRange Range, int Words)? DayAndMonth(List<QuestionToken> tokens, int at, DateTimeOffset today)
    {
        if (at + 1 >= tokens.Count)
        {
            return null;
        }

        (var one, var two) = (tokens[at].Lower, tokens[at + 1].Lower);
        var month = Math.Max(Month(one), Month(two));
        var number = Month(one) > 0 ? two : one;
        if (month == 0 || !int.TryParse(number.TrimEnd('s', 't', 'n', 'd', 'r', 'h'), out var day) || day is < 1 or > 31)
        {
            return null;
        }

        var given = at + 2 < tokens.Count ? Year(tokens[at + 2].Lower) : null;
        var year = given ?? today.Year;
        if (day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = At(year, month, day, today);
        if (given is null && date > today)
        {
            date = date.AddYears(-1);
        }

        return (Span(date, 1), given is null ? 2 : 3);
    }

    /// <summary>The weekday of that name; null where it is none.</summary>
    internal static DayOfWeek? DayOfWeek(string word) => Array.IndexOf(_days, word) is >= 0 and var day ? (DayOfWeek)day : null;

    private static TimeRange Named(string unit, DateTimeOffset today, DateTimeOffset now, string which)
    {
        var start = unit switch
        {
            "week" => today.AddDays(-(((int)today.DayOfWeek + 6) % 7)),
            "month" => At(today.Year, today.Month, 1, today),
            "year" => At(today.Year, 1, 1, today),
            "hour" => now.AddHours(-1),
            _ => today,
        };
        if (which == "this" || unit == "hour")
        {
            return new TimeRange(start, null);
        }
        // "the past week" ends now, "last week" ended on Sunday.
        return which == "past" ? new TimeRange(Back(now, unit, 1), null) : new TimeRange(Back(start, unit, 1), start);
    }

    private static DateTimeOffset Back(DateTimeOffset time, string unit, int count) => unit switch
    {
        "hour" => time.AddHours(-Math.Min(count, 100_000)),
        "week" => time.AddDays(-7 * Math.Min(count, 5_000)),
        "month" => time.AddMonths(-Math.Min(count, 1_200)),
        "year" => time.AddYears(-Math.Min(count, 100)),
        _ => time.AddDays(-Math.Min(count, 36_500)),
    };

    /// <summary>"7d", "24h", "2w".</summary>
    private static DateTimeOffset? Ago(string word, DateTimeOffset now) =>
        word.Length > 1 && int.TryParse(word[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && word[^1] is 'h' or 'd' or 'w'
            ? Back(now, word[^1] switch { 'h' => "hour", 'w' => "week", _ => "day" }, count)
            : null;

    private static string? Unit(string word) => word switch
    {
        "hour" or "hours" => "hour",
        "day" or "days" => "day",
        "week" or "weeks" => "week",
        "month" or "months" => "month",
        "year" or "years" => "year",
        _ => null,
    };

    private static int Month(string word) => Array.FindIndex(_months, m => m == word || (word.Length == 3 && word != "may" && m.StartsWith(word, StringComparison.Ordinal))) + 1;

    private static int? Year(string word) => word.Length == 4 && int.TryParse(word, out var year) && year is >= 1900 and <= 2100 ? year : null;

    private static DateTimeOffset? Weekday(string word, DateTimeOffset today)
    {
        var day = Array.IndexOf(_days, word);
        return day < 0 ? null : today.AddDays(-(((int)today.DayOfWeek - day + 7) % 7));
    }

    private static TimeRange Span(DateTimeOffset start, int days) => new(start, start.AddDays(days));

    private static DateTimeOffset At(int year, int month, int day, DateTimeOffset like) => new(year, month, day, 0, 0, 0, like.Offset);
}
