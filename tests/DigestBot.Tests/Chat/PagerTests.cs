using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

public sealed class PagerTests
{
    private static readonly Command _asked = new() { Workspace = "w", Verb = "ask", Text = "what did Khatib say?" };

    [Fact]
    public void Five_lines_are_one_page_without_buttons() => Pager.Cut(Reply(5), _asked).Buttons.Should().BeEmpty();

    [Fact]
    public void Every_line_stands_on_one_page_and_in_order()
    {
        var all = Reply(13);
        string[] read = [.. Enumerable.Range(1, 3).SelectMany(page => Contents(Pager.Cut(all, _asked.With("page", $"{page}"))))];
        read.Should().Equal(Contents(all));
    }

    [Fact]
    public void Buttons_lead_to_the_pages_beside()
    {
        var second = Pager.Cut(Reply(13), _asked.With("page", "2"));
        second.Buttons.Select(b => b.Typed).Should().Equal("ask what did Khatib say?", "ask what did Khatib say? page:3");
        second.Buttons.Select(b => b.Label).Should().Equal("‹ Back 1/3", "More 3/3 ›");
        second.Buttons.Should().OnlyContain(b => b.Place == ButtonPlace.Replace);
    }

    [Theory]
    [InlineData("99", "thing 5")]
    [InlineData("0", "thing 0")]
    [InlineData("2147483648", "thing 0")]
    [InlineData("two", "thing 0")]
    public void Beyond_the_last_page_stands_the_last_and_for_what_is_no_number_the_first(string page, string first) =>
        Contents(Pager.Cut(Reply(6), _asked.With("page", page)))[0].Should().Be(first);

    [Fact]
    public void A_heading_stands_over_each_piece_of_its_section() =>
        Pager.Cut(Reply(9), _asked.With("page", "2")).Sections.Should().ContainSingle().Which.Heading.Should().Be("Moscow");

    private static string[] Contents(Reply reply) => [.. reply.Sections.SelectMany(s => s.Lines).Select(l => l.Content)];

    private static Reply Reply(int lines) => new()
    {
        Text = "Things:",
        Sections = [new ReplySection { Heading = "Moscow", Lines = [.. Enumerable.Range(0, lines).Select(Line)] }],
    };

    private static AnswerLine Line(int number) => new()
    {
        StatementId = number + 1,
        Speaker = "Khatib",
        Act = SpeechAct.Demands,
        Kind = QuoteKind.Indirect,
        Content = $"thing {number}",
        Citation = new Citation { StoryId = "s", Title = "t", Spans = [new TextSpan(number, number + 1)] },
    };
}
