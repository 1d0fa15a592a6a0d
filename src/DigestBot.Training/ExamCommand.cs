using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Attribution;

namespace DigestBot.Training;

/// <summary>Reads the articles of an annotated file and writes what the engine finds in them, in the same form, to be scored.</summary>
internal static class ExamCommand
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads lines of {"id","text"} from <paramref name="input"/>; writes lines of {"id","quotes":[…]} to <paramref name="output"/>.</summary>
    public static int Run(string input, string output)
    {
        using var writer = new StreamWriter(output);
        foreach (var line in File.ReadLines(input).Where(l => l.Length > 0))
        {
            using var article = JsonDocument.Parse(line);
            var text = article.RootElement.GetProperty("text").GetString() ?? "";
            var reading = StatementExtractor.Default.Read(text);
            var quotes = reading.Statements.Where(s => s.Within is null).Select(s => Quote(reading, s, text));
            writer.WriteLine(JsonSerializer.Serialize(new { id = article.RootElement.GetProperty("id").GetString(), quotes }, _readable));
        }

        return 0;
    }

    private static object Quote(Reading reading, Statement statement, string text) => new
    {
        content = string.Join(" … ", statement.ContentSpans.Select(s => s.Of(text))),
        content_spans = Pairs(statement.ContentSpans),
        speaker_spans = Pairs(statement.SpeakerSpans),
        cue_spans = Pairs(statement.CueSpans),
        type = statement.Kind.ToString().ToLowerInvariant(),
        confidence = statement.Confidence,
        act = statement.Act.ToString(),
        speaker = statement.SpeakerId is { } id ? reading.Speakers[id].Name : null,
    };

    private static IEnumerable<int[]> Pairs(IReadOnlyList<TextSpan> spans) => spans.Select(s => new[] { s.Start, s.End });
}
