using System.Globalization;
using System.Text.RegularExpressions;
using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.LanguageModels;
using DigestBot.LanguageModels.Checking;

namespace DigestBot.Tests.LanguageModels;

/// <summary>Sentences over lines that the archive answers from the sample stories and the corpus; they stand in SampleProse.md and CorpusProse.md.</summary>
internal sealed partial record SampleProse(string Text, int[] Numbers, string? Wrong, IReadOnlyList<AnswerLine> Lines)
{
    /// <summary>The sentence that it follows in its draft.</summary>
    public SampleProse? Before { get; init; }

    public bool Passes => ProseChecker.CheckEach([.. Draft()], Lines).Last().Sentence is not null;

    public static IReadOnlyList<SampleProse> Honest => [.. All.Where(s => s.Wrong is null)];

    public static IReadOnlyList<SampleProse> Lies => [.. All.Where(s => s.Wrong is not null)];

    private static IReadOnlyList<SampleProse> All { get; } =
        [.. new[] { "SampleProse.md", "CorpusProse.md" }.SelectMany(f => File.ReadAllText(Path.Combine(Repository.Root, "tests/DigestBot.Tests/LanguageModels", f)).Split("\n## ").Skip(1)).SelectMany(Part)];

    private static IEnumerable<SampleProse> Part(string part)
    {
        AnswerLine[] lines = [.. Row().Matches(part).Select(Line)];
        SampleProse? last = null;
        foreach (Match row in Written().Matches(part))
        {
            SampleProse sample = new(
                row.Groups["text"].Value,
                [.. row.Groups["numbers"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))],
                row.Groups["wrong"] is { Success: true } wrong ? wrong.Value : null,
                lines)
            {
                Before = row.Groups["kind"].Value.EndsWith("then", StringComparison.Ordinal) ? last : null,
            };
            last = sample;
            yield return sample;
        }
    }

    private IEnumerable<DraftSentence> Draft() => [.. Before?.Draft() ?? [], new DraftSentence { Text = Text, Statements = Numbers }];

    private static AnswerLine Line(Match row)
    {
        string[] cells = [.. row.Groups["cell"].Captures.Select(c => c.Value.Trim())];
        var describes = cells[1] == "is";
        var line = CitedLines.Line(cells[0], describes ? SpeechAct.Says : Enum.Parse<SpeechAct>(cells[1]), cells[3], Enum.Parse<QuoteKind>(cells[2]), outlet: cells[4] == "–" ? null : cells[4], day: cells[5] == "–" ? null : DateOnly.Parse(cells[5], CultureInfo.InvariantCulture));
        return line with { IsDescription = describes, Cue = cells.Length > 6 ? cells[6] : null };
    }

    [GeneratedRegex(@"^\| \d+ \|((?<cell>[^|\n]+)\|)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"^- (?<kind>honest|then|lie|lie then) \[(?<numbers>[\d, ]*)\] (\((?<wrong>[^)]+)\) )?(?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
