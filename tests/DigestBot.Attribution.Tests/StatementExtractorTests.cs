using CsCheck;

namespace DigestBot.Attribution.Tests;

public sealed class StatementExtractorTests
{
    private const string Story =
        "OSLO (Nordpress) — Fisheries Minister Kari Dahl said on Monday that the quota would fall.\n\n“The stocks leave us no choice,” she said. “We have waited, he said, ‘too long’.”\n\n"
        + "Jon Lund called the plan a disgrace, according to the union’s paper: “Why doesn’t she resign and go?”\n\nDAHL: I will not.";

    [Fact]
    public void A_text_without_words_says_nothing()
    {
        StatementExtractor.Default.Read("").Statements.Should().BeEmpty();
        StatementExtractor.Default.Read(" \n\t\u00a0 ").Statements.Should().BeEmpty();
    }

    [Fact]
    public void Null_is_refused() => FluentActions.Invoking(() => StatementExtractor.Default.Read(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void Mutated_stories_are_read_without_an_exception_and_with_sound_spans() =>
        Gen.Select(Gen.Int[0, Story.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char["“”‘’\"'`«»„:,.—-(\n ?!aA\ud800\udc00\u202e\0"], 0, 12])
            .Sample((at, length, inserted) => IsSound(Story.Remove(at, Math.Min(length, Story.Length - at)).Insert(at, inserted)), iter: 2000);

    [Theory]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("' ")]
    [InlineData("“a” ")]
    [InlineData("“\n")]
    [InlineData("said ")]
    [InlineData("he said, ")]
    [InlineData("A:\n")]
    [InlineData("a")]
    [InlineData("\ud83d\ude00")]
    [InlineData("מה ")]
    [InlineData("that he said if ")]
    public void Hostile_texts_are_read_like_any_other(string piece) =>
        IsSound(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length))).Should().BeTrue();

    [Fact]
    public void Who_is_reported_inside_a_quotation_can_be_meant_there()
    {
        const string Reported = "Pavel Orlov met reporters in Minsk on Monday.\n\n“Viktor Tarik told us that he would stay,” Orlov said.";

        var meant = StatementExtractor.Default.Read(Reported).Speakers.Single(s => s.Mentions.Any(m => m.Span.Of(Reported) == "he"));

        meant.Name.Should().Be("Viktor Tarik");
    }

    [Fact]
    public void Reads_the_same_on_many_threads()
    {
        var alone = StatementExtractor.Default.Read(Story).Statements.Select(s => SpecRowOf(s)).ToList();

        var together = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8).Select(_ => StatementExtractor.Default.Read(Story).Statements.Select(SpecRowOf).ToList()).ToList();

        together.Should().AllSatisfy(t => t.Should().Equal(alone));
    }

    private static string SpecRowOf(Statement statement) => Specs.SpecRow.Of(statement, Story).ToString();

    private static bool IsSound(string text) => Soundness.Faults(text, StatementExtractor.Default.Read(text)).Count == 0;
}
