using DigestBot.LanguageModels;
using DigestBot.LanguageModels.Checking;

namespace DigestBot.Tests.LanguageModels;

public sealed class ProseCheckerTests
{
    public static TheoryData<string, string, int[]> Lied() => new(Lies.All.Select(l => (l.What, l.Text, l.Numbers)));

    [Theory]
    [MemberData(nameof(Lied))]
    public void Drops_a_sentence_that_says_what_its_lines_do_not(string what, string text, int[] numbers) =>
        ProseChecker.Check(new DraftSentence { Text = text, Statements = numbers }, CitedLines.All).Sentence.Should().BeNull(what);

    [Fact]
    public void Lets_honest_sentences_pass()
    {
        string[] dropped = [.. HonestSentences.All.Where(h => ProseChecker.Check(new DraftSentence { Text = h.Text, Statements = h.Numbers }, CitedLines.All).Sentence is null).Select(h => h.Text)];
        dropped.Length.Should().BeLessThanOrEqualTo(HonestSentences.All.Count / 20, string.Join("\n", dropped));
    }
}
