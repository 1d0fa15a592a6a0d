using System.Globalization;

namespace DigestBot.Attribution.Tests.Specs;

/// <summary>One case of a specification page: a heading, a story as a quotation block, and the table of its statements.</summary>
public sealed record SpecCase(string Page, int Line, string Title, string Story, IReadOnlyList<SpecRow> Rows)
{
    /// <summary>All cases of all pages beside the tests.</summary>
    public static IEnumerable<SpecCase> All() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md").Order().SelectMany(Of);

    /// <inheritdoc />
    public override string ToString() => $"{Page}: {Title}";

    private static IEnumerable<SpecCase> Of(string path)
    {
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                var body = lines.Skip(i + 1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).ToArray();
                var story = string.Join('\n', body.Where(l => l.StartsWith('>')).Select(l => l[1..].TrimStart(' ')));
                var table = body.Where(l => l.StartsWith('|')).Skip(2).Select(SpecRow.Parse);
                yield return new SpecCase(Path.GetFileNameWithoutExtension(path), i + 1, lines[i][3..], story, [.. table]);
            }
        }
    }
}

/// <summary>A row of the table: speaker, cue, content, kind, act, and what else the case is about ("to Moscow", "if …", "not").</summary>
public sealed record SpecRow(bool IsWithin, string Speaker, string Cue, string Content, string Kind, string Act, string More)
{
    private const string Within = "↳";

    /// <summary>The row as the page writes it.</summary>
    public static SpecRow Parse(string line)
    {
        var cells = line.Trim()[1..^1].Split('|').Select(c => c.Trim()).Concat(Enumerable.Repeat("", 6)).ToArray();
        return new SpecRow(cells[0].StartsWith(Within, StringComparison.Ordinal), cells[0].TrimStart(Within[0], ' '), cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    /// <summary>The row that <paramref name="statement"/> of <paramref name="text"/> would be.</summary>
    public static SpecRow Of(Statement statement, string text) => new(
        statement.Within is not null,
        Join(statement.SpeakerSpans, text),
        Join(statement.CueSpans, text),
        Join(statement.ContentSpans, text),
        statement.Kind.ToString().ToLower(CultureInfo.InvariantCulture),
        statement.Act.ToString().ToLower(CultureInfo.InvariantCulture),
        string.Join(", ", Extras(statement, text)));

    /// <inheritdoc />
    public override string ToString() => $"| {(IsWithin ? Within + " " : "")}{Speaker} | {Cue} | {Content} | {Kind} | {Act} | {More} |";

    private static IEnumerable<string> Extras(Statement statement, string text)
    {
        if (statement.IsNegated)
        {
            yield return "not";
        }

        if (statement.Addressee is { } addressee)
        {
            yield return $"to: {addressee.Of(text)}";
        }

        if (statement.Condition is { } condition)
        {
            yield return $"on: {condition.Of(text)}";
        }
    }

    private static string Join(IReadOnlyList<TextSpan> spans, string text) => string.Join(" … ", spans.Select(s => s.Of(text))).Replace('\n', ' ');
}
