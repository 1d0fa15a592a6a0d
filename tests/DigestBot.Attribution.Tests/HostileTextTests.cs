namespace DigestBot.Attribution.Tests;

public sealed class HostileTextTests
{
    public static TheoryData<string> Names => [.. HostileText.All.Select(text => text.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_span_lies_in_the_text_and_in_order(string name)
    {
        string text = HostileText.All.Single(t => t.Name == name).OfLength(5000);
        Reading reading = StatementExtractor.Default.Read(text);
        foreach (Statement statement in reading.Statements)
        {
            statement.ContentSpans.Should().NotBeEmpty().And.BeInAscendingOrder();
            statement.ContentSpans.Concat(statement.CueSpans).Concat(statement.SpeakerSpans).Should().OnlyContain(s => s.Start >= 0 && s.Start < s.End && s.End <= text.Length);
            (statement.SpeakerId is null || statement.SpeakerId < reading.Speakers.Count).Should().BeTrue();
        }
        reading.Speakers.Should().OnlyContain(s => s.Name.Length > 0 && s.Mentions.All(m => m.Span.End <= text.Length));
    }
}
