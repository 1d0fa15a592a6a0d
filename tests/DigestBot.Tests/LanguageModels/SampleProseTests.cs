namespace DigestBot.Tests.LanguageModels;

public sealed class SampleProseTests
{
    [Fact]
    public void Drops_lies_over_the_sample_stories_and_the_corpus() =>
        SampleProse.Lies.Where(l => l.Passes).Select(l => $"{l.Wrong}: {l.Text}").Should().BeEmpty();

    [Fact]
    public void Lets_nineteen_of_twenty_honest_sentences_over_them_pass()
    {
        string[] dropped = [.. SampleProse.Honest.Where(h => !h.Passes).Select(h => h.Text)];
        dropped.Length.Should().BeLessThanOrEqualTo(SampleProse.Honest.Count / 20, string.Join("\n", dropped));
    }
}
