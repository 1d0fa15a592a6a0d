using CsCheck;
using DigestBot.Attribution;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

public sealed class QuotedContentTests
{
    [Theory]
    [InlineData("“He will not step down.”", QuoteKind.Direct, "“He will not step down.”")]
    [InlineData("\"He will not step down.\"", QuoteKind.Direct, "\"He will not step down.\"")]
    [InlineData("He will not step down.", QuoteKind.Direct, "“He will not step down.”")]
    [InlineData("that he will not step down", QuoteKind.Indirect, "that he will not step down")]
    [InlineData("there is no way to “persuade Assad to leave.”", QuoteKind.Mixed, "there is no way to “persuade Assad to leave.”")]
    public void Shows_marks_where_the_story_quotes_and_never_twice(string content, QuoteKind kind, string shown) =>
        QuotedContent.Of(TestReplies.LineOf(content, kind), 500).Should().Be(shown);

    [Fact]
    public void A_split_quotation_keeps_each_piece_in_its_own_marks()
    {
        var line = TestReplies.LineOf("We are ready … to meet him", QuoteKind.Direct);
        line = line with { Citation = line.Citation with { Spans = [new TextSpan(10, 22), new TextSpan(40, 51)] } };
        QuotedContent.Of(line, 500).Should().Be("“We are ready” … “to meet him”");
    }

    [Theory]
    [InlineData("“We have received an invitation, and we have said that we will think about it”", QuoteKind.Direct, "“We have received an invitation,” […]")]
    [InlineData("\"We have received an invitation, and we have said that we will think about it\"", QuoteKind.Direct, "\"We have received an invitation,\" […]")]
    [InlineData("“We all heard him say, ‘I shall never go to Moscow’, and we believed it”", QuoteKind.Direct, "“We all heard him say, ‘I shall’” […]")]
    [InlineData("“It isn’t for us to say, and we won’t say what others may want”", QuoteKind.Direct, "“It isn’t for us to say, and we” […]")]
    [InlineData("that they have received an invitation, and that they will think about it", QuoteKind.Indirect, "that they have received an …")]
    [InlineData("that “there is no way” to persuade the president to leave the country", QuoteKind.Mixed, "that “there is no way” to persuade …")]
    [InlineData("“One paragraph.\n\n“Another paragraph which goes on for some time”", QuoteKind.Direct, "“One paragraph.\n\n“Another” […]")]
    public void Too_long_a_content_ends_at_a_word_and_the_omission_stands_outside_of_the_marks(string content, QuoteKind kind, string shown) =>
        QuotedContent.Of(TestReplies.LineOf(content, kind), 34).Should().Be(shown);

    [Fact]
    public void What_stands_in_marks_is_always_the_beginning_of_the_storys_words() =>
        Gen.Select(TestReplies.Text, Gen.Int[20, 200]).Sample((content, longest) =>
        {
            var shown = QuotedContent.Of(TestReplies.LineOf(content, QuoteKind.Direct), longest);
            var kept = shown.EndsWith(" […]", StringComparison.Ordinal) ? shown[..^4] : shown.EndsWith(" …", StringComparison.Ordinal) ? shown[..^2] : shown;
            var source = $"“{content}”";
            // Apart from closing marks, what is kept is a prefix of the content, with or without our opening mark.
            var bare = kept.TrimEnd('”', '’', '"', '»', '“', '」', ' ', '\n', '\t', '\u00a0');
            return source.StartsWith(bare, StringComparison.Ordinal) || content.StartsWith(bare, StringComparison.Ordinal) || bare.Length == 0;
        });
}
