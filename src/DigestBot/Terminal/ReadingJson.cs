using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Attribution;

namespace DigestBot.Terminal;

/// <summary>One line in the form of the development sets: spans are [start, end) in UTF-16 units of the text.</summary>
internal sealed record ReadingLine
{
    public required string Id { get; init; }
    public string? Title { get; init; }
    public string? Date { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<QuoteLine> Quotes { get; init; }
}

/// <summary>One statement in the form of the development sets.</summary>
internal sealed record QuoteLine
{
    public required int[][] ContentSpans { get; init; }
    public required int[][] SpeakerSpans { get; init; }
    public required int[][] CueSpans { get; init; }
    public required string Type { get; init; }
    public string? Speaker { get; init; }
    public required string Act { get; init; }
    public bool Negated { get; init; }
    public double Confidence { get; init; }
}

/// <summary>Readings as JSON lines.</summary>
internal static class ReadingJson
{
    /// <summary>The line for one text: its own statements; annotators, whose form this is, mark none inside the content of another.</summary>
    public static string Write(string id, string? title, string? date, string text, Reading reading) =>
        JsonSerializer.Serialize(new ReadingLine
        {
            Id = id,
            Title = title,
            Date = date,
            Text = text,
            Quotes = [.. reading.Statements.Where(s => s.Within is null).Select(s => Quote(s, reading))],
        }, ReadingJsonContext.Default.ReadingLine);

    /// <summary>Reads {"id","title","date","text"} lines on all cores and writes them in the order in which they came.</summary>
    /// <returns>2 if a line could not be read (it is named on the error output), else 0.</returns>
    public static int Convert(IEnumerable<string> lines, TextWriter output, TextWriter errors)
    {
        var refused = 0;
        IEnumerable<(string? Line, string? Error)> converted = lines.Select((line, index) => (line, Number: index + 1))
            .Where(l => !string.IsNullOrWhiteSpace(l.line))
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(l => Convert(l.line, l.Number));
        foreach ((var line, var error) in converted)
        {
            if (line is not null)
            {
                output.WriteLine(line);
                continue;
            }
            refused++;
            errors.WriteLine($"digestbot: {error}");
        }
        output.Flush();
        return refused == 0 ? 0 : 2;
    }

    private static (string? Line, string? Error) Convert(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object || Member(document, "text") is not { } text || Member(document, "id") is not { } id)
            {
                return (null, $"line {number} is no object with \"id\" and \"text\"");
            }

            return (Write(id, Member(document, "title"), Member(document, "date"), text, StatementExtractor.Default.Read(text)), null);
        }
        catch (JsonException error)
        {
            return (null, $"line {number} is not JSON: {error.Message}");
        }
    }

    private static string? Member(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static QuoteLine Quote(Statement statement, Reading reading) => new()
    {
        ContentSpans = Pairs(statement.ContentSpans),
        SpeakerSpans = Pairs(statement.SpeakerSpans),
        CueSpans = Pairs(statement.CueSpans),
        Type = statement.Kind.ToString().ToLowerInvariant(),
        Speaker = statement.SpeakerId is { } id ? reading.Speakers[id].Name : null,
        Act = statement.Act.ToString(),
        Negated = statement.IsNegated,
        Confidence = Math.Round(statement.Confidence, 3),
    };

    private static int[][] Pairs(IReadOnlyList<TextSpan> spans) => [.. spans.Select(s => new[] { s.Start, s.End })];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ReadingLine))]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;
