using CsCheck;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Tests.Syntax;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("They don't, can't and won’t.", "They do n't , ca n't and wo n’t .")]
    [InlineData("Ivanova's plan; the ministers’ reply", "Ivanova 's plan ; the ministers ’ reply")]
    [InlineData("She'll say it’s O'Hara's", "She 'll say it ’s O'Hara 's")]
    [InlineData("a 15-year-old pro-European co-founder", "a 15 - year - old pro-European co-founder")]
    [InlineData("Mr. J. Okafor of the U.S. left at 5 a.m. Friday.", "Mr. J. Okafor of the U.S. left at 5 a.m. Friday .")]
    [InlineData("It cost $3.5 million, or 12,400 euros (4%).", "It cost $ 3.5 million , or 12,400 euros ( 4 % ) .")]
    [InlineData("“We ‘must’ go,\" ''now'' ``said'' \"\"he\"\"", "“ We ‘ must ’ go , \" '' now '' `` said '' \"\" he \"\"")]
    [InlineData("well... maybe… -- no—yes – ok", "well ... maybe … -- no — yes – ok")]
    [InlineData("See https://example.org/a?b=c. Or www.example.com, or desk.news@example.com!", "See https://example.org/a?b=c . Or www.example.com , or desk.news@example.com !")]
    [InlineData("He cannot; I'm gonna go", "He can not ; I 'm gon na go")]
    [InlineData("in the ’90s, at 10:30 on 9/11", "in the ’90s , at 10:30 on 9/11")]
    [InlineData("AT&T's and R&D", "AT&T 's and R&D")]
    [InlineData("The vote is on Plan B.", "The vote is on Plan B .")]
    public void Cuts_a_text_as_the_treebanks_do(string text, string expected) =>
        string.Join(' ', Tokenizer.Tokenize(text).Select(token => text[token.Start..token.End])).Should().Be(expected);

    [Fact]
    public void Tokens_cover_all_but_the_spaces_of_any_text_and_never_overlap() =>
        Gen.OneOf(Gen.String, Gen.OneOf("'", "\"", "n't", "’s", ".", "U.S.", "a", "Mr", "-", "3", ",", "@", "www.", "\ud83d", "\u0301", "א", " ", "\n", "$").Array[0, 40].Select(string.Concat))
            .Sample(text =>
            {
                var place = 0;
                foreach (var token in Tokenizer.Tokenize(text))
                {
                    text[place..token.Start].All(Tokenizer.IsSpace).Should().BeTrue();
                    token.End.Should().BeGreaterThan(token.Start);
                    text[token.Start..token.End].Any(Tokenizer.IsSpace).Should().BeFalse();
                    place = token.End;
                }

                text[place..].All(Tokenizer.IsSpace).Should().BeTrue();
            });

    [Theory]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("www.")]
    [InlineData("a@")]
    [InlineData("1-")]
    [InlineData("(")]
    [InlineData("שלום")]
    [InlineData("\ud83d")]
    [InlineData("😀")]
    [InlineData("n't")]
    public void A_million_marks_without_a_space_are_cut_as_well(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 1_000_000 / mark.Length));

        var tokens = Tokenizer.Tokenize(text);

        tokens.Sum(token => token.End - token.Start).Should().Be(text.Length);
    }
}
