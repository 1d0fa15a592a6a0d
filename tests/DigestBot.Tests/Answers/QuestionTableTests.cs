namespace DigestBot.Tests.Answers;

/// <summary>Holds the answerer to Questions.md, and to StrangersQuestions.md, which was written without sight of the answers.</summary>
public sealed class QuestionTableTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    private const string Known = "## Known to fail";

    public static TheoryData<string, string, string> Rows() => Read(known: false);

    public static TheoryData<string, string, string> KnownFailures() => Read(known: true);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Answers_as_the_table_says(string question, string says, string lines)
    {
        await CheckAsync(question, says, lines);
    }

    [Theory]
    [MemberData(nameof(KnownFailures))]
    public async Task Fails_where_it_is_known_to_and_the_row_moves_up_once_it_is_mended(string question, string says, string lines)
    {
        var check = () => CheckAsync(question, says, lines);
        await check.Should().ThrowAsync<Exception>();
    }

    private async Task CheckAsync(string question, string says, string lines)
    {
        var answer = await archive.Answerer.AnswerAsync("local", question, cancel: TestContext.Current.CancellationToken);
        if (says.Length > 0)
        {
            answer.Text.Should().ContainEquivalentOf(says);
        }

        var wanted = lines == "–" ? [] : lines.Split(';', StringSplitOptions.TrimEntries);
        answer.Answered.Should().Be(wanted.Length > 0, answer.Text + string.Concat(answer.Lines.Select(l => $"\n{l.Speaker}: {l.Content}")));
        foreach (var line in wanted.Select(w => w.Split(": ", 2)))
        {
            answer.Lines.Should().Contain(
                l => l.Speaker.Contains(line[0], StringComparison.OrdinalIgnoreCase) && l.Content.Contains(line[1], StringComparison.OrdinalIgnoreCase),
                string.Concat(answer.Lines.Select(l => $"\n{l.Speaker}: {l.Content}")));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Shows_at_most_five_lines_each_byte_for_byte_where_it_is_cited(string question, string says, string lines)
    {
        var answer = await archive.Answerer.AnswerAsync("local", question, cancel: TestContext.Current.CancellationToken);
        answer.Lines.Should().HaveCountLessThanOrEqualTo(5, $"{says} {lines}");
        foreach (var line in answer.Lines.Concat(answer.Nearest))
        {
            var text = (await archive.Store.GetStoryAsync("local", line.Citation.StoryId, TestContext.Current.CancellationToken))!.Text;
            string.Join(" … ", line.Citation.Spans.Select(s => s.Of(text))).Should().Be(line.Content);
        }
    }

    private static TheoryData<string, string, string> Read(bool known)
    {
        TheoryData<string, string, string> rows = [];
        var folder = Path.Combine(Repository.Root, "tests/DigestBot.Tests/Answers");
        foreach (var table in new[] { "Questions.md", "StrangersQuestions.md" })
        {
            var isKnown = false;
            foreach (var line in File.ReadLines(Path.Combine(folder, table)))
            {
                isKnown = line.StartsWith("## ", StringComparison.Ordinal) ? line == Known : isKnown;
                if (isKnown != known || !line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| Question", StringComparison.Ordinal))
                {
                    continue;
                }

                string[] cells = [.. line.Trim('|').Split('|').Select(c => c.Trim())];
                rows.Add(cells[0], cells[1], cells[2]);
            }
        }
        return rows;
    }
}
