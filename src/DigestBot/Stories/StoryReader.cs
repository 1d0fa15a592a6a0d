namespace DigestBot.Stories;

/// <summary>Reads the stories of one file in any of the formats: text, Markdown, HTML, JSON, JSON lines.</summary>
public static class StoryReader
{
    /// <summary>The longest story, in bytes of its file.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Endings of files that hold stories.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".ndjson"];

    /// <summary>The stories in <paramref name="bytes"/>, or why there are none; never an exception for what the bytes hold.</summary>
    /// <param name="name">The file's name: its ending tells the format, and refusals name it.</param>
    public static StoryBatch Read(string name, ReadOnlyMemory<byte> bytes, StoryHints? hints = null)
    {
        if (StoryBytes.Decode(bytes.Span, out string text) is { } why)
            return StoryBatch.Refuse(name, why);
        hints ??= StoryHints.None;
        return FormatOf(name, text) switch
        {
            ".jsonl" => JsonStories.ReadLines(name, text, hints),
            ".json" => JsonStories.Read(name, text, hints),
            ".html" => HtmlStory.Read(name, text, hints),
            ".md" => MarkdownStory.Read(name, text, hints),
            _ => PlainStory.Read(name, text, hints),
        };
    }

    /// <summary>The file's ending, or for a name without a known one (standard input) what the text looks like.</summary>
    private static string FormatOf(string name, string text)
    {
        string start = text.AsSpan().TrimStart() is var trimmed ? trimmed[..Math.Min(trimmed.Length, 200)].ToString() : "";
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" => ".jsonl",
            ".json" => ".json",
            ".html" or ".htm" => ".html",
            ".md" or ".markdown" => ".md",
            ".txt" or ".text" => ".txt",
            _ when start.StartsWith('{') && text.AsSpan().Trim().Contains('\n') && !start.StartsWith("{\n", StringComparison.Ordinal) => ".jsonl",
            _ when start.StartsWith('{') || start.StartsWith('[') => ".json",
            _ when start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) => ".html",
            _ when start.StartsWith("---\n", StringComparison.Ordinal) => ".md",
            _ => ".txt",
        };
    }
}
