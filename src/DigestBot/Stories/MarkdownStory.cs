using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigestBot.Stories;

/// <summary>A story as Markdown, with YAML front matter (title, outlet, date, url, id) or without. Its plain text is what is stored and cited.</summary>
internal static class MarkdownStory
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().Build();

    /// <summary>The one story of a Markdown file.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static StoryBatch Read(string text, StoryHints hints)
    {
        (var members, var body) = FrontMatter.Part(text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\n'));
        string? Member(params string[] names) => names.Select(n => members.GetValueOrDefault(n)).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        var plain = PlainStory.Kept(Plain(body));
        if (plain.Length == 0)
        {
            throw new FormatException("it has no text below its front matter");
        }

        var title = Member("title");
        StoryFacts facts = new()
        {
            Id = Member("id"),
            Title = title,
            Outlet = Member("outlet", "source", "publisher"),
            Url = Member("url", "link"),
            Published = StoryDates.Read(Member("date", "published")),
        };
        return StoryBatch.Of(facts.ToStory(PlainStory.Under(title, plain), hints));
    }

    /// <summary>Paragraphs and headings without markup, an empty line between them; code, pictures and raw HTML are no part of what is told.</summary>
    private static string Plain(string body)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(body, _pipeline);
        }
        catch (ArgumentException error)
        {
            throw new FormatException("its Markdown is nested too deeply", error);
        }
        var blocks = document.Descendants<LeafBlock>().Where(b => b is ParagraphBlock or HeadingBlock && b.Inline is not null);
        return string.Join("\n\n", blocks.Select(b => Words(b.Inline!)).Where(words => !string.IsNullOrWhiteSpace(words)));
    }

    private static string Words(ContainerInline inline)
    {
        StringBuilder words = new();
        foreach (var part in inline.Descendants<Inline>().Where(p => !IsInPicture(p)))
        {
            words.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline { IsHard: true } => "\n",
                LineBreakInline => " ",
                AutolinkInline link => link.Url,
                _ => "",
            });
        }
        return words.ToString().Trim(' ', '\n');
    }

    private static bool IsInPicture(Inline part) => part.FindParentOfType<LinkInline>().Any(link => link.IsImage);
}
