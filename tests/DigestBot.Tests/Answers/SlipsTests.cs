using CsCheck;
using DigestBot.Answers;

namespace DigestBot.Tests.Answers;

public sealed class SlipsTests
{
    [Theory]
    [InlineData("waht", "what")]
    [InlineData("wht", "what")]
    [InlineData("whaat", "what")]
    [InlineData("wjat", "what")]
    [InlineData("hwo", "who")]
    [InlineData("di", "did")]
    [InlineData("demnad", "demand")]
    [InlineData("promsie", "promise")]
    [InlineData("crticisd", "criticised")]
    public void A_slip_of_the_fingers_is_near(string typed, string meant) => Slips.Between(typed, meant).Should().BePositive();

    [Theory]
    [InlineData("wang", "what")]
    [InlineData("hat", "who")]
    [InlineData("cry", "say")]
    [InlineData("prado", "praise")]
    [InlineData("", "what")]
    public void Another_word_is_not(string typed, string meant) => Slips.Between(typed, meant).Should().BeNull();

    [Theory]
    [InlineData("waht", "wmat", "what")]
    [InlineData("wyat", "wmat", "what")]
    [InlineData("whhat", "whmat", "what")]
    public void Letters_that_changed_places_or_were_caught_beside_weigh_less(string likely, string other, string meant) =>
        Slips.Between(likely, meant).Should().BeLessThan(Slips.Between(other, meant) ?? int.MaxValue);

    [Fact]
    public void Two_neighbouring_letters_of_any_word_may_change_places() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 2, 20], Gen.Int[0, 18]).Where(p => p.Item2 + 1 < p.Item1.Length && p.Item1[p.Item2] != p.Item1[p.Item2 + 1]).Sample((word, at) =>
            Slips.Between($"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}", word) is > 0 and <= 2);
}
