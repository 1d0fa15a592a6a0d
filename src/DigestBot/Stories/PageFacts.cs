using System.Text.Json;
using AngleSharp.Html.Dom;

namespace DigestBot.Stories;

/// <summary>What a page's metadata say of its story: JSON-LD (schema.org NewsArticle), Open Graph, and HTML's own elements.</summary>
internal static class PageFacts
{
    private static readonly string[] _dateNames =
        ["article:published_time", "og:published_time", "date", "pubdate", "publishdate", "dc.date", "dc.date.issued", "parsely-pub-date", "sailthru.date", "datePublished"];

    /// <summary>The facts; each the first that the page gives.</summary>
    public static StoryFacts Of(IHtmlDocument page)
    {
        var articles = Articles(page);
        var name = Meta(page, "og:site_name");
        var url = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url");
        return new StoryFacts
        {
            Title = Meta(page, "og:title") ?? Text(articles, "headline") ?? OfElement(page, "h1") ?? page.Title,
            Outlet = name ?? Publisher(articles) ?? Meta(page, "application-name"),
            Url = url ?? Text(articles, "url"),
            Published = Dates(page, articles).Select(StoryDates.Parse).FirstOrDefault(d => d is not null),
        };
    }

    private static IEnumerable<string?> Dates(IHtmlDocument page, IReadOnlyList<JsonElement> articles) =>
    [
        Text(articles, "datePublished"),
        .. _dateNames.Select(n => Meta(page, n)),
        page.QuerySelector("time[datetime]")?.GetAttribute("datetime"),
        page.QuerySelector("[itemprop=datePublished]") is { } element ? element.GetAttribute("content") ?? element.TextContent : null,
    ];

    private static string? OfElement(IHtmlDocument page, string selector) => page.QuerySelector(selector)?.TextContent.Trim() is { Length: > 0 } text ? text : null;

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("meta").FirstOrDefault(m => Is(m.GetAttribute("property"), name) || Is(m.GetAttribute("name"), name))?.GetAttribute("content")?.Trim() is { Length: > 0 } content ? content : null;

    private static bool Is(string? value, string name) => string.Equals(value, name, StringComparison.OrdinalIgnoreCase);

    private static string? Publisher(IReadOnlyList<JsonElement> articles)
    {
        foreach (var article in articles)
        {
            if (article.TryGetProperty("publisher", out var publisher) && publisher.ValueKind == JsonValueKind.Object && Text([publisher], "name") is { } name)
            {
                return name;
            }
        }
        return null;
    }

    private static string? Text(IReadOnlyList<JsonElement> objects, string member)
    {
        foreach (var one in objects)
        {
            if (one.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
            {
                return text;
            }
        }
        return null;
    }

    /// <summary>The JSON-LD objects that tell of an article: alone, in an array, or in a graph.</summary>
    private static IReadOnlyList<JsonElement> Articles(IHtmlDocument page)
    {
        List<JsonElement> found = [];
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var data = JsonDocument.Parse(script.TextContent);
                found.AddRange(Objects(data.RootElement).Where(o => o.TryGetProperty("headline", out _) || o.TryGetProperty("datePublished", out _)).Select(o => o.Clone()));
            }
            catch (JsonException)
            {
                // A page's broken metadata is no reason to refuse its story.
            }
        }
        return found;
    }

    private static IEnumerable<JsonElement> Objects(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray().SelectMany(Objects),
        JsonValueKind.Object when root.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array => Objects(graph),
        JsonValueKind.Object => [root],
        _ => [],
    };
}
