using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Attribution;

namespace DigestBot.Answers;

/// <summary>An answer as "ask --json" prints it.</summary>
public static class AnswerJson
{
    private static readonly AnswerJsonContext _context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        // The output goes to terminals and files, not into pages: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>One line of JSON: answered, lines, nearest, text, and suggestions where there are any.</summary>
    /// <param name="id">The question's id in a batch; null for none.</param>
    public static string Write(Answer answer, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return JsonSerializer.Serialize(Of(answer) with { Id = id }, _context.WrittenAnswer);
    }

    internal static WrittenAnswer Of(Answer answer) => new(answer.Answered, [.. answer.Lines.Select(Line)], [.. answer.Nearest.Select(Line)], answer.Text)
    {
        Suggestions = answer.Suggestions.Count > 0 ? answer.Suggestions : null,
    };

    /// <summary>A line of a batch; null where it is not an object with a question.</summary>
    public static BatchQuestion? ReadQuestion(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, _context.BatchQuestion);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static WrittenLine Line(AnswerLine line) => new(line.Speaker, line.IsDescription ? "is" : Lower(line.Act), line.Kind.ToString().ToLowerInvariant(), line.Content, Cite(line.Citation))
    {
        Negated = line.IsNegated ? true : null,
        Turn = line.IsTurn ? true : null,
        AlsoIn = line.AlsoIn.Count > 0 ? [.. line.AlsoIn.Select(Cite)] : null,
    };

    private static WrittenCitation Cite(Citation citation) =>
        new(citation.StoryId, citation.Title, citation.Outlet, citation.Published, citation.Url, [.. citation.Spans.Select(s => new[] { s.Start, s.End })]);

    private static string Lower(SpeechAct act) => act.ToString().ToLowerInvariant();
}

/// <summary>A question of a batch.</summary>
public sealed record BatchQuestion
{
    /// <summary>Its id; given back with the answer.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    [JsonPropertyName("question")]
    public required string Question { get; init; }

    /// <summary>The story that it is restricted to; null for the whole archive.</summary>
    [JsonPropertyName("doc_id")]
    public string? StoryId { get; init; }
}

internal sealed record WrittenAnswer(bool Answered, IReadOnlyList<WrittenLine> Lines, IReadOnlyList<WrittenLine> Nearest, string Text)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Suggestions { get; init; }
}

internal sealed record WrittenLine(string Speaker, string Act, string Kind, string Content, WrittenCitation Citation)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Negated { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Turn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WrittenCitation>? AlsoIn { get; init; }
}

internal sealed record WrittenCitation(string StoryId, string Title, string? Outlet, DateTimeOffset? Published, string? Url, IReadOnlyList<int[]> Spans);

[JsonSerializable(typeof(WrittenAnswer))]
[JsonSerializable(typeof(BatchQuestion))]
internal sealed partial class AnswerJsonContext : JsonSerializerContext;
