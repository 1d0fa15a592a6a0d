using System.Text.Json;

namespace DigestBot.Stories;

/// <summary>Stories as JSON: {"id","title","date","outlet"?,"url"?,"text"}. The id is kept and the text stays as it is given, since others count offsets in it.</summary>
internal static class JsonStories
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>One object, or an array of objects.</summary>
    public static StoryBatch Read(string name, string text, StoryHints hints)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                return Collect([(name, document.RootElement)], hints);
            return Collect(document.RootElement.EnumerateArray().Select((element, i) => ($"{name}[{i}]", element)), hints);
        }
        catch (JsonException error)
        {
            return StoryBatch.Refuse(name, $"line {error.LineNumber + 1} is not JSON: {Reason(error)}");
        }
    }

    /// <summary>One object a line; a broken line is refused and the others are read.</summary>
    public static StoryBatch ReadLines(string name, string text, StoryHints hints)
    {
        List<Story> stories = [];
        List<StoryRefusal> refused = [];
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            StoryBatch batch = ReadLine($"{name}:{number}", line, hints);
            stories.AddRange(batch.Stories);
            refused.AddRange(batch.Refused);
        }
        return new StoryBatch(stories, refused);
    }

    internal static StoryBatch ReadLine(string name, string line, StoryHints hints)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, Lenient);
            return Collect([(name, document.RootElement)], hints);
        }
        catch (JsonException error)
        {
            return StoryBatch.Refuse(name, $"it is not JSON: {Reason(error)}");
        }
    }

    private static StoryBatch Collect(IEnumerable<(string Name, JsonElement Element)> elements, StoryHints hints)
    {
        List<Story> stories = [];
        List<StoryRefusal> refused = [];
        foreach ((string name, JsonElement element) in elements)
        {
            if (WhyNot(element) is { } why)
                refused.Add(new StoryRefusal(name, why));
            else
                stories.Add(Of(element, hints));
        }
        return new StoryBatch(stories, refused);
    }

    private static string? WhyNot(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return "it is no object; write {\"title\": …, \"text\": …}";
        if (string.IsNullOrWhiteSpace(Member(element, "text")))
            return "it has no \"text\"";
        return Member(element, "date") is { Length: > 0 } date && StoryDates.Parse(date) is null
            ? $"its date \"{date}\" is none; write it like 2012-12-29 or 2012-12-29T08:30:00Z"
            : null;
    }

    private static Story Of(JsonElement element, StoryHints hints)
    {
        string text = Member(element, "text")!;
        Dateline? dateline = Dateline.Find(text);
        string? id = Member(element, "id");
        return new Story
        {
            Id = string.IsNullOrWhiteSpace(id) ? StoryId.FromText(text) : id,
            Title = Member(element, "title") is { Length: > 0 } title ? title : PlainStory.Of(text, hints, title: null).Title,
            Text = text,
            Outlet = hints.Outlet ?? Member(element, "outlet") ?? dateline?.Outlet,
            Url = WebAddress(Member(element, "url")),
            Place = dateline?.Place,
            Published = hints.Published ?? StoryDates.Parse(Member(element, "date") ?? Member(element, "published")) ?? dateline?.Published,
        };
    }

    /// <summary>Only http and https addresses become links.</summary>
    internal static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    private static string? Member(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement member))
            return null;
        return member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            _ => null,
        };
    }

    private static string Reason(JsonException error)
    {
        // The library adds its own path and positions, which repeat the line's name.
        int end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end > 0 ? error.Message[..end] : error.Message;
    }
}
