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

    [Theory]
    [InlineData("He also rejects: {3}.", "Moaz al-Khatib also rejects: {3}.")]
    [InlineData("But she rejects {3}.", "Moaz al-Khatib rejects {3}.")]
    [InlineData("Meanwhile, he says {3}.", "Moaz al-Khatib says {3}.")]
    public void Writes_the_name_where_a_pronoun_stood(string then, string shown) =>
        Shown(Sentence("Khatib demands an apology from Moscow.", 1), Sentence(then, 3)).Should().Equal("Khatib demands an apology from Moscow.", shown);

    [Fact]
    public void Writes_the_name_for_a_pronoun_within_a_sentence() =>
        Shown(Sentence("Khatib demands an apology from Moscow, and she rejects {3}.", 1, 3)).Should().Equal("Khatib demands an apology from Moscow, and Khatib rejects {3}.");

    [Fact]
    public void Writes_a_body_s_name_as_it_stands_within_a_sentence() =>
        Shown(Sentence("The Ministry of Health says {6}, and it says 1,250 people were treated in 14 clinics.", 6))
            .Should().Equal("The Ministry of Health says {6}, and the Ministry of Health says 1,250 people were treated in 14 clinics.");

    [Fact]
    public void Knows_no_pronoun_behind_a_sentence_about_two() =>
        Shown(Sentence("Khatib demands an apology from Moscow, while Lavrov offers {2}.", 1, 2), Sentence("He rejects {3}.", 3)).Should().ContainSingle();

    private static DraftSentence Sentence(string text, params int[] statements) => new() { Text = text, Statements = statements };

    private static IEnumerable<string> Shown(params DraftSentence[] sentences) =>
        ProseChecker.CheckEach(sentences, CitedLines.All)
            .Where(c => c.Sentence is not null)
            .Select(c => string.Concat(c.Sentence!.Parts.Select(p => p.Quoted is null ? p.Text : $"{{{CitedLines.All.ToList().IndexOf(p.Quoted) + 1}}}")));
}
