using CsCheck;
using DigestBot.Attribution.Quotations;

namespace DigestBot.Attribution.Tests.Quotations;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("He said “yes” twice.", "yes")]
    [InlineData("He said \"yes\" twice.", "yes")]
    [InlineData("He said ``yes'' twice.", "yes")]
    [InlineData("He said ''yes'' twice.", "yes")]
    [InlineData("He said ‘yes’ twice.", "yes")]
    [InlineData("He said 'yes' twice.", "yes")]
    [InlineData("Er sagte „ja“ dazu.", "ja")]
    [InlineData("Il dit «oui» deux fois.", "oui")]
    [InlineData("Il dit « oui » deux fois.", " oui ")]
    [InlineData("(“yes”)", "yes")]
    [InlineData("“yes”—no", "yes")]
    public void Pairs_marks_of_every_kind(string text, string inner) => Inner(text).Should().Equal(inner);

    [Theory]
    [InlineData("It isn't the workers' fault.")]
    [InlineData("It isn’t the workers’ fault.")]
    [InlineData("Rock ’n’ roll of the ’90s and '80s")]
    [InlineData("’Tis the season, tell 'em")]
    public void Leaves_apostrophes_alone(string text) => Inner(text).Should().BeEmpty();

    [Fact]
    public void A_plural_possessive_does_not_end_a_single_quotation() =>
        Inner("‘The workers’ patience is gone,’ she said.").Should().Equal("The workers’ patience is gone,");

    [Fact]
    public void Finds_quotations_inside_quotations()
    {
        var found = Find("“He said ‘no’ to me,” she said.");

        found.Select(q => q.Depth).Should().Equal(0, 1);
    }

    [Fact]
    public void A_quotation_re_opened_by_the_next_paragraph_goes_on()
    {
        var found = Find("“One.\n“Two.\n“Three.” And “four” again.");

        found.Select(q => q.Continues).Should().Equal(-1, 0, 1, -1);
        found.Select(q => q.IsClosed).Should().Equal(false, false, true, true);
    }

    [Fact]
    public void A_quotation_that_is_never_closed_ends_with_its_paragraph() =>
        Inner("“One and two.\nThree.").Should().Equal("One and two.");

    [Fact]
    public void Spans_lie_in_the_text_and_hold_their_inside_whatever_the_marks() =>
        Gen.String[Gen.Char["“”‘’\"'`«»„“ a.\n"], 0, 200].Sample(text =>
        {
            foreach (var quotation in Find(text))
            {
                quotation.Span.Contains(quotation.Inner).Should().BeTrue();
                quotation.Span.End.Should().BeLessThanOrEqualTo(text.Length);
            }
        });

    private static List<string> Inner(string text) => [.. Find(text).Select(q => q.Inner.Of(text))];

    private static IReadOnlyList<Quotation> Find(string text)
    {
        var paragraphs = new List<TextSpan>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            paragraphs.Add(new TextSpan(start, start + line.Length));
            start += line.Length + 1;
        }

        return QuotationFinder.Find(text, paragraphs);
    }
}
