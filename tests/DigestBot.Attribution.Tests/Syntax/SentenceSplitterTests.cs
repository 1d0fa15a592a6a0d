using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Tests.Syntax;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("The bridge is safe. It was tested twice.", 2)]
    [InlineData("\"The bridge is safe.\" She left.", 2)]
    [InlineData("“Is the bridge safe?” Anna Petrova asked.", 1)]
    [InlineData("“Is the bridge safe?” Then everybody left.", 2)]
    [InlineData("\"Stop!\" he shouted.", 1)]
    [InlineData("Mr. Okafor and Gov. Ruth Lindqvist met J. Smith on Oct. 4 in the U.S. capital.", 1)]
    [InlineData("They moved to the U.S. The move was costly.", 2)]
    [InlineData("He rose at 5 a.m. Nobody saw him.", 2)]
    [InlineData("It works ... mostly. Who knows?", 2)]
    [InlineData("(Nobody came.) The doors closed.", 2)]
    [InlineData("A title without a stop\nThe first sentence.", 2)]
    public void Finds_where_sentences_end(string text, int expected) => Sentences(text).Should().HaveCount(expected);

    [Fact]
    public void A_closing_quotation_mark_stays_with_its_sentence() =>
        Sentences("“We go now.” “You stay,” he said.").Should().Equal("“We go now.”", "“You stay,” he said.");

    [Fact]
    public void Every_line_is_a_paragraph()
    {
        const string text = "One. Two.\nThree.\n\nFour.";
        var tokens = Tokenizer.Tokenize(text);

        SentenceSplitter.Split(text, tokens).Select(sentence => sentence.Paragraph).Should().Equal(0, 0, 1, 2);
    }

    [Fact]
    public void Wrapped_lines_are_one_paragraph()
    {
        const string text = "The council met on\nMonday and voted\nfor the plan that\nhad been shown.\n\nNobody was against\nit, said the mayor\nof the town.";
        var tokens = Tokenizer.Tokenize(text);

        SentenceSplitter.Split(text, tokens).Select(sentence => sentence.Paragraph).Should().Equal(0, 1);
    }

    [Theory]
    [InlineData("\" ")]
    [InlineData("a ")]
    [InlineData(". ")]
    [InlineData("U.S. ")]
    [InlineData("\n\"")]
    public void Every_token_of_an_endless_text_is_in_one_sentence(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 300_000));
        var tokens = Tokenizer.Tokenize(text);

        var sentences = SentenceSplitter.Split(text, tokens);

        sentences[0].First.Should().Be(0);
        sentences[^1].Last.Should().Be(tokens.Length);
        sentences.Zip(sentences.Skip(1)).Should().OnlyContain(pair => pair.First.Last == pair.Second.First);
        sentences.Max(sentence => sentence.Last - sentence.First).Should().BeLessThanOrEqualTo(SentenceSplitter.LongestSentence);
    }

    private static List<string> Sentences(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return [.. SentenceSplitter.Split(text, tokens).Select(sentence => text[tokens[sentence.First].Start..tokens[sentence.Last - 1].End])];
    }
}
