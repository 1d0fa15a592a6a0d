namespace DigestBot.Attribution.Tests.Speakers;

/// <summary>The table NamePairs.md, read row by row.</summary>
public sealed class NamePairsTests
{
    public static TheoryData<string, string, NameMatch> Pairs { get; } = [.. Read().Select(pair => new TheoryDataRow<string, string, NameMatch>(pair.One, pair.Other, pair.Match))];

    public static TheoryData<string, string> PairsThatMayBeOne { get; } =
        [.. Read().Where(pair => pair.Match != NameMatch.Different).Select(pair => new TheoryDataRow<string, string>(pair.One, pair.Other))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_names_stand_to_each_other_as_the_table_says(string one, string other, NameMatch match)
    {
        Names.Compare(one, other).Should().Be(match);
        Names.Compare(other, one).Should().Be(match);
    }

    [Theory]
    [MemberData(nameof(PairsThatMayBeOne))]
    public void Names_that_may_be_one_share_a_key_to_look_them_up_by(string one, string other) =>
        PersonName.Parse(one).LookupKeys.Should().IntersectWith(PersonName.Parse(other).LookupKeys);

    [Fact]
    public void The_table_has_at_least_two_hundred_pairs() => Pairs.Should().HaveCountGreaterThanOrEqualTo(200);

    private static IEnumerable<(string One, string Other, NameMatch Match)> Read()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Speakers", "NamePairs.md")))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 5 && Enum.TryParse<NameMatch>(cells[3], ignoreCase: true, out var match))
            {
                yield return (cells[1], cells[2], match);
            }
        }
    }
}
