using System.Text;
using System.Text.Json;

namespace DigestBot.Stories;

/// <summary>Stories as JSON: {"id","title","date","outlet"?,"url"?,"text"}. The id is kept and the text stays as it is given, since others count offsets in it.</summary>
internal static class JsonStories
{
    private static readonly JsonDocumentOptions _lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>One object, an array of objects, or an object a line.</summary>
    public static StoryBatch Read(string name, string text, StoryHints hints)
    {
        if (AreLines(text))
        {
            return ReadLines(name, text, hints);
        }

        try
        {
            using var document = JsonDocument.Parse(text, _lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return ReadElement(name, document.RootElement, hints);
            }

            return StoryBatch.Of(document.RootElement.EnumerateArray().Select((element, i) => ReadElement($"{name}[{i}]", element, hints)));
        }
        catch (JsonException error)
        {
            return StoryBatch.Refuse(name, $"line {error.LineNumber + 1} is not JSON: {Reason(error)}");
        }
    }

    /// <summary>One object a line; a broken line is refused and the others are read.</summary>
    public static StoryBatch ReadLines(string name, string text, StoryHints hints) =>
        StoryBatch.Of(text.Split('\n').Select((line, i) => ReadLine(name, i + 1, line, hints)));

    /// <summary>One line of many, by its number; nothing where it is empty.</summary>
    public static StoryBatch ReadLine(string name, int number, string line, StoryHints hints)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return StoryBatch.Empty;
        }

        try
        {
            using var document = JsonDocument.Parse(line, _lenient);
            return ReadElement($"{name}:{number}", document.RootElement, hints);
        }
        catch (JsonException error)
        {
            return StoryBatch.Refuse(name, $"line {number} is not JSON: {Reason(error)}");
        }
    }

    /// <summary>Whether a text is an object a line: its first line is one by itself, and there are others.</summary>
    public static bool AreLines(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOf('\n');
        if (end < 0 || trimmed[0] != '{')
        {
            return false;
        }

        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(trimmed[..end].ToString()));
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static StoryBatch ReadElement(string name, JsonElement element, StoryHints hints)
    {
        try
        {
            return StoryBatch.Of(Of(element, hints));
        }
        catch (FormatException error)
        {
            return StoryBatch.Refuse(name, error.Message);
        }
        catch (InvalidOperationException)
        {
            return StoryBatch.Refuse(name, "it holds half a character (an unpaired surrogate, \\ud800 to \\udfff)");
        }
    }

    private static Story Of(JsonElement element, StoryHints hints)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it is no object; write {\"title\": …, \"text\": …}");
        }

        var text = Member(element, "text");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new FormatException("it has no \"text\"");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new FormatException("its text holds a zero character");
        }

        StoryFacts facts = new()
        {
            Id = Member(element, "id"),
            Title = Member(element, "title"),
            Outlet = Member(element, "outlet"),
            Url = Member(element, "url"),
            Published = StoryDates.Read(Member(element, "date") ?? Member(element, "published")),
        };
        return facts.ToStory(text, hints);
    }

    private static string? Member(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var member))
        {
            return null;
        }

        return member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            JsonValueKind.Null => null,
            _ => throw new FormatException($"its \"{name}\" is no string"),
        };
    }

    private static string Reason(JsonException error)
    {
        // The library adds its own path and positions, which repeat the line's name.
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end > 0 ? error.Message[..end] : error.Message;
    }
}
