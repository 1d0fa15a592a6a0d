using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace DigestBot.Stories;

/// <summary>A story as a saved web page: the article by the reader-view algorithm, facts about it from the page's metadata. Nothing is fetched.</summary>
internal static partial class HtmlStory
{
    // Parsing takes a time that grows with the square of the nesting; pages of outlets stay below a hundred.
    private const int DeepestNesting = 1000;

    /// <summary>The page's article.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static StoryBatch Read(string html, StoryHints hints)
    {
        if (Nesting(html) > DeepestNesting)
        {
            throw new FormatException($"its elements are nested more than {DeepestNesting} deep");
        }

        using var page = new HtmlParser().ParseDocument(html);
        var body = PlainStory.Kept(Body(page, html));
        if (string.IsNullOrWhiteSpace(body))
        {
            throw new FormatException("no article was found in the page; save its text instead");
        }

        var facts = PageFacts.Of(page);
        return StoryBatch.Of(facts.ToStory(PlainStory.Under(facts.Title, body), hints));
    }

    /// <summary>The paragraphs of the article, an empty line between them. A page too small for the reader view is taken as it is.</summary>
    private static string Body(IHtmlDocument page, string html)
    {
        var article = new Reader("https://page.invalid/", html).GetArticle();
        var content = article is { IsReadable: true, Content: { Length: > 0 } found } ? found : page.QuerySelector("article, main")?.InnerHtml ?? page.Body?.InnerHtml ?? "";
        using var parsed = new HtmlParser().ParseDocument(content);
        foreach (var aside in parsed.QuerySelectorAll("script, style, noscript, template, nav, aside, footer, form, figure, button, time, h1"))
        {
            aside.Remove();
        }

        foreach (var lineBreak in parsed.QuerySelectorAll("br"))
        {
            lineBreak.Replace(parsed.CreateTextNode("\n"));
        }

        var blocks = parsed.QuerySelectorAll("p, li, blockquote, h2, h3, h4").Where(b => b.QuerySelector("p, li") is null);
        var paragraphs = blocks.Select(b => Folded(b.TextContent)).Where(p => p.Length > 0);
        return string.Join("\n\n", paragraphs.DefaultIfEmpty(Folded(parsed.Body?.TextContent ?? "")));
    }

    /// <summary>White space as a browser shows it; a non-breaking space is a character of the text and stays.</summary>
    private static string Folded(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));

    private static int Nesting(string html)
    {
        var depth = 0;
        var deepest = 0;
        foreach (var tag in Container().EnumerateMatches(html))
        {
            depth = Math.Max(0, depth + (html[tag.Index + 1] == '/' ? -1 : 1));
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    // Elements without an end tag, and those whose end is implied, do not count.
    [GeneratedRegex(@"</?(?!(p|li|br|hr|img|input|meta|link|source|area|base|col|embed|track|wbr|td|tr|th|dt|dd|option|html|head|body)\b)[a-z][a-z0-9]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Container();
}
