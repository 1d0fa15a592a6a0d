namespace DigestBot.Attribution.Tests.Specs;

/// <summary>
/// Holds the engine to its specification: every page of this folder. All statements of a story that stand in no other one's content must be in
/// its table and the other way round; of those inside another's content ("↳") the ones that the table names must be found.
/// </summary>
public sealed class SpecTests
{
    public static IEnumerable<TheoryDataRow<SpecCase>> Cases => SpecCase.All().Select(c => new TheoryDataRow<SpecCase>(c) { TestDisplayName = c.ToString() });

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Reads_a_story_as_its_table_says(SpecCase spec)
    {
        var found = StatementExtractor.Default.Read(spec.Story).Statements.Select(s => SpecRow.Of(s, spec.Story)).ToList();
        var missing = spec.Rows.Where(r => !found.Contains(r)).ToList();
        var surplus = found.Where(f => !f.IsWithin && !spec.Rows.Contains(f)).ToList();

        (missing.Count + surplus.Count).Should().Be(
            0,
            "{0}.md:{1} \"{2}\"\n  expected, not found:\n{3}\n  found, not expected:\n{4}\n  all found:\n{5}",
            spec.Page,
            spec.Line,
            spec.Title,
            Lines(missing),
            Lines(surplus),
            Lines(found));
    }

    [Fact]
    public void Every_case_has_a_story_and_a_table()
    {
        var cases = SpecCase.All().ToList();

        cases.Should().HaveCountGreaterThan(100);
        cases.Should().OnlyContain(c => c.Story.Length > 0);
        cases.Select(c => c.Title).Should().OnlyHaveUniqueItems();
    }

    private static string Lines(IEnumerable<SpecRow> rows) => string.Join('\n', rows.Select(r => "    " + r));
}
