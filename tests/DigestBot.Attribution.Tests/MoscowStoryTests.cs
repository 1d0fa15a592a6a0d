namespace DigestBot.Attribution.Tests;

/// <summary>The real story that the product was first asked about, where it is at hand (it is its publisher's and no part of this repository).</summary>
public sealed class MoscowStoryTests
{
    private readonly string _text = SharedFiles.Read("stories/moscow-reiterates-invitation.txt");
    private readonly Lazy<Reading> _reading;

    public MoscowStoryTests() => _reading = new Lazy<Reading>(() => StatementExtractor.Default.Read(_text));

    // Contents are named by their first and last words alone: the text is its publisher's.
    [Theory]
    [InlineData(SpeechAct.Demands, "an apology", "from Lavrov", "we")]
    [InlineData(SpeechAct.Demands, "issue a clear", "the regime", "Alkhatib")]
    [InlineData(SpeechAct.Demands, "make a clear", "step down", "Alkhatib")]
    [InlineData(SpeechAct.Demands, "an apology", "Bashar al-Assad", "he")]
    [InlineData(SpeechAct.Rejects, "an invitation", "peace talks", "al-Khatib")]
    [InlineData(SpeechAct.Rejects, "we will", "to Moscow", "We")]
    [InlineData(SpeechAct.Offers, "We could", "clear agenda", "he")]
    [InlineData(SpeechAct.Offers, "to meet with the leader", "peace talks", "Russian diplomats")]
    [InlineData(SpeechAct.Says, "Moscow’s position", "to leave.”", "Lavrov")]
    [InlineData(SpeechAct.Says, "“He has repeatedly", "Syrian people,”", "Lavrov")]
    [InlineData(SpeechAct.Says, "The conflict", "March 2011", "UN figures")]
    public void Finds_who_says_what_and_what_is_done_by_it(SpeechAct act, string first, string last, string speaker)
    {
        var found = _reading.Value.Statements.Where(s => s.Act == act && Join(s.SpeakerSpans) == speaker).Select(s => Join(s.ContentSpans));

        found.Should().Contain(c => c.StartsWith(first, StringComparison.Ordinal) && c.EndsWith(last, StringComparison.Ordinal));
    }

    [Fact]
    public void A_demand_by_question_stands_inside_the_quotation_that_asks_it()
    {
        var demand = _reading.Value.Statements.Single(s => Join(s.ContentSpans).StartsWith("issue a clear", StringComparison.Ordinal));

        Join(_reading.Value.Statements[demand.Within!.Value].ContentSpans).Should().StartWith("“If we don’t");
        demand.Addressee!.Value.Of(_text).Should().Be("Russia");
    }

    [Fact]
    public void An_offer_keeps_its_condition()
    {
        var offer = _reading.Value.Statements.Single(s => Join(s.ContentSpans).StartsWith("We could meet", StringComparison.Ordinal));

        offer.Condition!.Value.Of(_text).Should().Be("if there was a clear agenda");
    }

    [Fact]
    public void Page_furniture_is_nobodys_statement()
    {
        var furniture = _text.IndexOf("Leave a comment", StringComparison.Ordinal);

        _reading.Value.Statements.Should().NotContain(s => s.ContentSpans.Any(c => c.End > furniture));
    }

    private string Join(IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(s => s.Of(_text)));
}
