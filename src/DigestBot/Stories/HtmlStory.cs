using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace DigestBot.Stories;

/// <summary>A story as a saved web page: the article by the reader-view algorithm, facts about it from the page's metadata. Nothing is fetched.</summary>
internal static class HtmlStory
{
    public static StoryBatch Read(string name, string html, StoryHints hints)
    {
        using IHtmlDocument page = new HtmlParser().ParseDocument(html);
        string body = Body(page, html);
        if (string.IsNullOrWhiteSpace(body))
            return StoryBatch.Refuse(name, "no article was found in the page; save its text instead");
        string? title = Meta(page, "og:title") ?? page.QuerySelector("h1")?.TextContent.Trim() ?? page.Title?.Trim();
        string? date = Meta(page, "article:published_time") ?? Meta(page, "date") ?? JsonLd(page, "datePublished") ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        string whole = string.IsNullOrWhiteSpace(title) || body.StartsWith(title, StringComparison.Ordinal) ? body : $"{title}\n\n{body}";
        Story story = PlainStory.Of(whole, hints with { Outlet = hints.Outlet ?? Meta(page, "og:site_name"), Published = hints.Published ?? StoryDates.Parse(date) }, string.IsNullOrWhiteSpace(title) ? null : title);
        return StoryBatch.Of(story with { Url = JsonStories.WebAddress(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url")) });
    }

    /// <summary>The paragraphs of the article, an empty line between them. A page too small for the reader view is taken as it is.</summary>
    private static string Body(IHtmlDocument page, string html)
    {
        Article article = new Reader("https://page.invalid/", html).GetArticle();
        string content = article is { IsReadable: true, Content: { Length: > 0 } found } ? found : page.QuerySelector("article, main")?.InnerHtml ?? page.Body?.InnerHtml ?? "";
        using IHtmlDocument parsed = new HtmlParser().ParseDocument(content);
        foreach (IElement aside in parsed.QuerySelectorAll("script, style, nav, aside, footer, form, figure, button, time, h1"))
            aside.Remove();
        IEnumerable<IElement> blocks = parsed.QuerySelectorAll("p, li, blockquote, h2, h3, h4").Where(b => b.QuerySelector("p, li") is null);
        IEnumerable<string> paragraphs = blocks.Select(b => Folded(b.TextContent)).Where(p => p.Length > 0);
        return string.Join("\n\n", paragraphs.DefaultIfEmpty(Folded(parsed.Body?.TextContent ?? "")));
    }

    /// <summary>White space as a browser shows it; a non-breaking space is a character of the text and stays.</summary>
    private static string Folded(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("meta").FirstOrDefault(m => m.GetAttribute("property") == name || m.GetAttribute("name") == name)?.GetAttribute("content") is { Length: > 0 } content ? content.Trim() : null;

    private static string? JsonLd(IHtmlDocument page, string member)
    {
        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using JsonDocument data = JsonDocument.Parse(script.TextContent);
                if (data.RootElement.ValueKind == JsonValueKind.Object && data.RootElement.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String)
                    return value.GetString();
            }
            catch (JsonException)
            {
                // A page's broken metadata is no reason to refuse its story.
            }
        }
        return null;
    }
}
