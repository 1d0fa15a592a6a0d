using Markdig;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DigestBot.Stories;

/// <summary>A story as Markdown, with YAML front matter (title, outlet, date, url, id) or without. Its plain text is what is stored and cited.</summary>
internal static class MarkdownStory
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    public static StoryBatch Read(string name, string text, StoryHints hints)
    {
        (string front, string body) = Split(text.Replace("\r\n", "\n", StringComparison.Ordinal));
        Dictionary<string, string> matter;
        try
        {
            matter = Matter(front);
        }
        catch (YamlException error)
        {
            return StoryBatch.Refuse(name, $"its front matter is not YAML (line {error.Start.Line + 1}): {error.Message}");
        }
        string? date = matter.GetValueOrDefault("date") ?? matter.GetValueOrDefault("published");
        if (date is not null && StoryDates.Parse(date) is null)
            return StoryBatch.Refuse(name, $"its date \"{date}\" is none; write it like 2012-12-29");
        if (string.IsNullOrWhiteSpace(body))
            return StoryBatch.Refuse(name, "it has front matter but no text");
        return StoryBatch.Of(Of(matter, body, hints, StoryDates.Parse(date)));
    }

    private static Story Of(Dictionary<string, string> matter, string body, StoryHints hints, DateTimeOffset? date)
    {
        string plain = Plain(body);
        string? title = matter.GetValueOrDefault("title");
        string whole = title is null || plain.StartsWith(title, StringComparison.Ordinal) ? plain : $"{title}\n\n{plain}";
        Story story = PlainStory.Of(whole, hints with { Outlet = hints.Outlet ?? matter.GetValueOrDefault("outlet") ?? matter.GetValueOrDefault("source"), Published = hints.Published ?? date }, title);
        return story with { Id = matter.GetValueOrDefault("id") ?? story.Id, Url = JsonStories.WebAddress(matter.GetValueOrDefault("url") ?? matter.GetValueOrDefault("link")) };
    }

    /// <summary>Paragraphs without markup, an empty line between them.</summary>
    private static string Plain(string body) =>
        string.Join("\n\n", Markdown.ToPlainText(body, Pipeline).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static (string Front, string Body) Split(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
            return ("", text);
        int end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        int bodyStart = end < 0 ? -1 : text.IndexOf('\n', end + 1);
        return end < 0 ? ("", text) : (text[4..Math.Max(end, 4)], bodyStart < 0 ? "" : text[bodyStart..]);
    }

    private static Dictionary<string, string> Matter(string front)
    {
        Dictionary<string, string> matter = new(StringComparer.OrdinalIgnoreCase);
        if (string.IsNullOrWhiteSpace(front))
            return matter;
        YamlStream yaml = [];
        yaml.Load(new StringReader(front));
        if (yaml.Documents is not [{ RootNode: YamlMappingNode map }, ..])
            return matter;
        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && value is YamlScalarNode { Value: { Length: > 0 } scalar })
                matter[name] = scalar;
        }
        return matter;
    }
}
