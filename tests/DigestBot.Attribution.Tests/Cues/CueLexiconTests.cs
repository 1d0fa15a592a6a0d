using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Tests.Cues;

public sealed class CueLexiconTests
{
    [Theory]
    [InlineData("said", "say")]
    [InlineData("Denies", "deny")]
    [InlineData("begged", "beg")]
    [InlineData("admitted", "admit")]
    [InlineData("labelled", "label")]
    [InlineData("labeled", "label")]
    [InlineData("criticizing", "criticize")]
    [InlineData("agreeing", "agree")]
    [InlineData("foresaw", "foresee")]
    [InlineData("echoes", "echo")]
    [InlineData("slammed", "slam")]
    public void Knows_a_verb_in_every_form(string form, string lemma) =>
        CueLexicon.Default.Of(form).ToArray().Should().Contain(e => e.Lemma == lemma && e.Part == CuePart.Verb);

    [Theory]
    [InlineData("table")]
    [InlineData("fishes")]
    [InlineData("")]
    public void Other_words_are_no_cues(string word) => CueLexicon.Default.Of(word).IsEmpty.Should().BeTrue();

    [Fact]
    public void Every_entry_says_where_its_content_stands() =>
        CueLexicon.Default.Entries.Should().OnlyContain(e => e.Frames != Frames.None && e.Has(Frames.Preposition) == (e.Prepositions.Count > 0));

    [Fact]
    public void No_line_repeats_another() => CueLexicon.Default.Entries.Select(e => (e.Lemma, e.Part, e.Act, e.Frames, string.Join(' ', e.Prepositions))).Should().OnlyHaveUniqueItems();
}
