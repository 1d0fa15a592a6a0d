using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Answers;

namespace DigestBot.Digests;

/// <summary>A digest as "digest --json" prints it.</summary>
public static class DigestJson
{
    private static readonly DigestJsonContext _context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The output goes to terminals and files, not into pages: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>One line of JSON: day, storiesRead, and stories with their title, outlets and lines (see <see cref="AnswerJson"/>).</summary>
    public static string Write(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        WrittenDigest written = new(digest.Day, digest.StoriesRead, [.. digest.Stories.Select(s => new WrittenDigestStory(s.Title, s.Outlets, [.. s.Lines.Select(AnswerJson.Line)]))]);
        return JsonSerializer.Serialize(written, _context.WrittenDigest);
    }
}

internal sealed record WrittenDigest(DateOnly Day, int StoriesRead, IReadOnlyList<WrittenDigestStory> Stories);

internal sealed record WrittenDigestStory(string Title, IReadOnlyList<string> Outlets, IReadOnlyList<WrittenLine> Lines);

[JsonSerializable(typeof(WrittenDigest))]
internal sealed partial class DigestJsonContext : JsonSerializerContext;
