using System.Globalization;
using System.Text.RegularExpressions;
using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.Tests.LanguageModels;

/// <summary>Sentences over lines that the archive answers from the sample stories; they stand in SampleProse.md.</summary>
internal sealed partial record SampleProse(string Text, int[] Numbers, string? Wrong, IReadOnlyList<AnswerLine> Lines)
{
    public static IReadOnlyList<SampleProse> Honest => [.. All.Where(s => s.Wrong is null)];

    public static IReadOnlyList<SampleProse> Lies => [.. All.Where(s => s.Wrong is not null)];

    private static IReadOnlyList<SampleProse> All { get; } =
        [.. File.ReadAllText(Path.Combine(Repository.Root, "tests/DigestBot.Tests/LanguageModels/SampleProse.md")).Split("\n## ").Skip(1).SelectMany(Part)];

    private static IEnumerable<SampleProse> Part(string part)
    {
        AnswerLine[] lines = [.. Row().Matches(part).Select(Line)];
        return Written().Matches(part).Select(m => new SampleProse(
            m.Groups["text"].Value,
            [.. m.Groups["numbers"].Value.Split(", ").Select(n => int.Parse(n, CultureInfo.InvariantCulture))],
            m.Groups["wrong"] is { Success: true } wrong ? wrong.Value : null,
            lines));
    }

    private static AnswerLine Line(Match row)
    {
        string[] cells = [.. row.Groups["cell"].Captures.Select(c => c.Value.Trim())];
        var describes = cells[1] == "is";
        var line = CitedLines.Line(cells[0], describes ? SpeechAct.Says : Enum.Parse<SpeechAct>(cells[1]), cells[3], Enum.Parse<QuoteKind>(cells[2]), outlet: cells[4], day: DateOnly.Parse(cells[5], CultureInfo.InvariantCulture));
        return describes ? line with { IsDescription = true } : line;
    }

    [GeneratedRegex(@"^\| \d+ \|((?<cell>[^|\n]+)\|)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"^- (honest|lie) \[(?<numbers>[\d, ]+)\] (\((?<wrong>[^)]+)\) )?(?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
