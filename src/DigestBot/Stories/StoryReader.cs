namespace DigestBot.Stories;

/// <summary>Reads the stories of one file in any of the formats: text, Markdown, HTML, JSON, JSON lines.</summary>
public static class StoryReader
{
    /// <summary>The longest story, in bytes of its file or line.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Endings of files that hold stories.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".ndjson"];

    /// <summary>The stories in <paramref name="bytes"/>, or why there are none; never an exception for what the bytes hold.</summary>
    /// <param name="name">The file's name: its ending tells the format, and refusals name it. Without a known ending the text tells it.</param>
    public static StoryBatch Read(string name, ReadOnlyMemory<byte> bytes, StoryHints? hints = null)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (StoryBytes.Decode(bytes.Span, ending is ".html" or ".htm", out var text) is { } why)
        {
            return StoryBatch.Refuse(name, why) with { Bytes = bytes.Length };
        }

        try
        {
            return Read(name, ending, text, hints ?? StoryHints.None) with { Bytes = bytes.Length };
        }
        catch (FormatException error)
        {
            return StoryBatch.Refuse(name, error.Message) with { Bytes = bytes.Length };
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Pages are written by strangers and read by other people's code: one that breaks it must not stop the rest.
            return StoryBatch.Refuse(name, $"it could not be read ({error.GetType().Name}: {error.Message})") with { Bytes = bytes.Length };
        }
    }

    /// <summary>Whether a file of this name holds one story a line.</summary>
    internal static bool HoldsLines(string name) => Path.GetExtension(name).ToLowerInvariant() is ".jsonl" or ".ndjson";

    private static StoryBatch Read(string name, string ending, string text, StoryHints hints) => ending switch
    {
        ".jsonl" or ".ndjson" => JsonStories.ReadLines(name, text, hints),
        ".json" => JsonStories.Read(name, text, hints),
        ".html" or ".htm" => HtmlStory.Read(text, hints),
        ".md" or ".markdown" => MarkdownStory.Read(text, hints),
        ".txt" or ".text" => PlainStory.Read(text, hints),
        _ => Read(name, Guess(text), text, hints),
    };

    /// <summary>The ending that a text of this look would have.</summary>
    private static string Guess(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start[0] is '{' or '[')
        {
            return ".json";
        }

        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return ".html";
        }

        return start.StartsWith("---\n") || start.StartsWith("---\r\n") ? ".md" : ".txt";
    }
}
