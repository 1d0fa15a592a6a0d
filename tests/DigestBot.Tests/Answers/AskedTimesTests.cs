using DigestBot.Answers;

namespace DigestBot.Tests.Answers;

public sealed class AskedTimesTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("today", "2026-03-10", "2026-03-11")]
    [InlineData("yesterday", "2026-03-09", "2026-03-10")]
    [InlineData("last week", "2026-03-02", "2026-03-09")]
    [InlineData("this week", "2026-03-09", null)]
    [InlineData("last month", "2026-02-01", "2026-03-01")]
    [InlineData("in December", "2025-12-01", "2026-01-01")]
    [InlineData("in March", "2026-03-01", "2026-04-01")]
    [InlineData("in December 2012", "2012-12-01", "2013-01-01")]
    [InlineData("in 2012", "2012-01-01", "2013-01-01")]
    [InlineData("last Friday", "2026-03-06", "2026-03-07")]
    [InlineData("last Tuesday", "2026-03-10", "2026-03-11")]
    [InlineData("since Friday", "2026-03-06", null)]
    [InlineData("since 7d", "2026-03-03T09", null)]
    [InlineData("in the last 3 days", "2026-03-07T09", null)]
    [InlineData("before December 2012", null, "2012-12-01")]
    [InlineData("after 29 December 2012", "2012-12-30", null)]
    [InlineData("on Dec 29", "2025-12-29", "2025-12-30")]
    [InlineData("on March 2nd", "2026-03-02", "2026-03-03")]
    [InlineData("2012-12-29", "2012-12-29", "2012-12-30")]
    public void Reads_times_as_people_ask_for_them(string text, string? since, string? until)
    {
        var question = QuestionParser.Parse($"what did Khatib say {text}?", _now);
        (question.Since, question.Until).Should().Be((At(since), At(until)));
        question.Speakers.Should().Equal("Khatib");
        question.Topic.Should().BeEmpty();
    }

    [Fact]
    public void A_weekday_alone_is_left_for_the_stories_to_date()
    {
        var question = QuestionParser.Parse("what did Khatib say on Friday?", _now);
        question.Weekday.Should().Be(DayOfWeek.Friday);
        (question.Since ?? question.Until).Should().BeNull();
        QuestionParser.Parse("what did Khatib say since Friday?", _now).Weekday.Should().BeNull();
    }

    [Theory]
    [InlineData("What did Khatib say since the summit?", "summit", false)]
    [InlineData("what did khatib say before his speech", "speech", true)]
    [InlineData("what has Khatib said after the failed talks?", "failed talks", false)]
    public void What_happened_then_is_a_bound_of_time(string text, string name, bool isEnd)
    {
        var question = QuestionParser.Parse(text, _now);
        (question.Happening!.Name, question.Happening.IsEnd).Should().Be((name, isEnd));
        question.Topic.Should().BeEmpty();
    }

    [Theory]
    [InlineData("will Blatter stay until his successor is elected?")]
    [InlineData("what did Khatib say about life after Assad?")]
    public void What_only_stands_behind_such_a_word_is_none(string text) => QuestionParser.Parse(text, _now).Happening.Should().BeNull();

    [Theory]
    [InlineData("What did May suggest?")]
    [InlineData("what did April June say")]
    [InlineData("what did Sunday say?")]
    public void A_name_is_no_time(string text)
    {
        var question = QuestionParser.Parse(text, _now);
        (question.Since ?? question.Until).Should().BeNull();
        question.Speakers.Should().ContainSingle();
    }

    [Theory]
    [InlineData("7d", "2026-03-03T09")]
    [InlineData("24h", "2026-03-09T09")]
    [InlineData("yesterday", "2026-03-09")]
    [InlineData("2012-12-29", "2012-12-29")]
    [InlineData("soon", null)]
    [InlineData("99999999999999999999d", null)]
    [InlineData("", null)]
    public void Reads_the_time_of_an_option(string text, string? time) => AskedTimes.Parse(text, _now).Should().Be(At(time));

    private static DateTimeOffset? At(string? time) => time is null
        ? null
        : DateTimeOffset.ParseExact(time, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH"], null, System.Globalization.DateTimeStyles.AssumeUniversal).ToOffset(TimeSpan.Zero).Subtract(_now.Offset).ToOffset(_now.Offset);
}
