namespace DigestBot.Attribution.Tests;

public sealed class HostileTextTests
{
    public static TheoryData<string> Names => [.. HostileText.All.Select(text => text.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_span_lies_in_the_text_and_in_order(string name)
    {
        var text = HostileText.All.Single(t => t.Name == name).OfLength(5000);
        Soundness.Faults(text, StatementExtractor.Default.Read(text)).Should().BeEmpty();
    }
}
