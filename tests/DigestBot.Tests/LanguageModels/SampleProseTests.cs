using DigestBot.LanguageModels;
using DigestBot.LanguageModels.Checking;

namespace DigestBot.Tests.LanguageModels;

public sealed class SampleProseTests
{
    [Fact]
    public void Drops_lies_over_the_sample_stories() =>
        SampleProse.Lies.Where(Passes).Select(l => $"{l.Wrong}: {l.Text}").Should().BeEmpty();

    [Fact]
    public void Lets_nine_of_ten_honest_sentences_over_the_sample_stories_pass()
    {
        string[] dropped = [.. SampleProse.Honest.Where(h => !Passes(h)).Select(h => h.Text)];
        dropped.Length.Should().BeLessThanOrEqualTo(SampleProse.Honest.Count / 10, string.Join("\n", dropped));
    }

    private static bool Passes(SampleProse sample) =>
        ProseChecker.Check(new DraftSentence { Text = sample.Text, Statements = sample.Numbers }, sample.Lines).Sentence is not null;
}
