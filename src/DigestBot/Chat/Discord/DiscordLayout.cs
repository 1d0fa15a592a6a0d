using System.Text;
using DigestBot.Answers;

namespace DigestBot.Chat.Discord;

/// <summary>One attempt to lay a reply's sections out as embeds, with contents cut to a length.</summary>
internal sealed class DiscordLayout(int contentLength)
{
    // What "… and 3 more" takes, kept free in every description.
    private const int Reserve = 32;

    private readonly CitedStories _notes = new();
    private readonly HashSet<int> _written = [];
    private int _left = DiscordFormat.TotalLimit;

    /// <summary>Whether a line, an item or a section did not fit.</summary>
    public bool HasLeftOut { get; private set; }

    /// <summary>The sections that have something to show, as many as fit.</summary>
    public List<DiscordEmbed> Write(IReadOnlyList<ReplySection> sections, int color)
    {
        List<DiscordEmbed> embeds = [];
        foreach (var section in sections.Where(s => s.Lines.Count + s.Items.Count + PlainText.OneLine(s.Heading).Length + PlainText.OneLine(s.Note).Length > 0))
        {
            if (embeds.Count == DiscordFormat.EmbedLimit || _left < DiscordFormat.TitleLimit + (4 * Reserve))
            {
                HasLeftOut = true;
                break;
            }
            embeds.Add(Write(section) with { Color = color });
        }
        return embeds;
    }

    private DiscordEmbed Write(ReplySection section)
    {
        var title = PlainText.OneLine(section.Heading) is { Length: > 0 } heading ? PlainText.Fit(heading, DiscordFormat.TitleLimit, DiscordMarkdown.Escape) : null;
        _left -= title?.Length ?? 0;
        StringBuilder description = new();
        if (PlainText.OneLine(section.Note) is { Length: > 0 } note)
        {
            description.Append(PlainText.Fit(note, Math.Min(300, _left - Reserve), DiscordMarkdown.Escape)).Append('\n');
        }

        var leftOut = WriteLines(section.Lines, description) + WriteItems(section.Items, description);
        if (leftOut > 0)
        {
            description.Append($"… and {leftOut} more");
        }

        HasLeftOut |= leftOut > 0;
        var text = description.ToString().TrimEnd();
        _left -= text.Length;
        return new DiscordEmbed { Title = title, Description = text.Length == 0 ? null : text };
    }

    private int WriteLines(IReadOnlyList<AnswerLine> lines, StringBuilder description)
    {
        List<string> footnotes = [];
        var taken = 0;
        foreach (var line in lines)
        {
            var shown = DiscordFormat.Line(ShownLine.Of(line, _notes, contentLength));
            string[] added = [.. CitedStories.Sources(line).Where(c => !_written.Contains(_notes.NumberOf(c))).Select(c => $"{DiscordMarkdown.Small}{DiscordFormat.Footnote(_notes.NumberOf(c), c)}")];
            if (description.Length + footnotes.Sum(f => f.Length + 1) + shown.Length + added.Sum(f => f.Length + 1) + 1 > Room)
            {
                break;
            }

            description.Append(shown).Append('\n');
            footnotes.AddRange(added);
            _written.UnionWith(CitedStories.Sources(line).Select(_notes.NumberOf));
            taken++;
        }
        foreach (var footnote in footnotes)
        {
            description.Append(footnote).Append('\n');
        }

        return lines.Count - taken;
    }

    private int WriteItems(IReadOnlyList<string> items, StringBuilder description)
    {
        var taken = 0;
        foreach (var item in items)
        {
            var shown = $"• {PlainText.Fit(PlainText.OneLine(item), 500, DiscordMarkdown.Escape)}\n";
            if (description.Length + shown.Length > Room)
            {
                break;
            }

            description.Append(shown);
            taken++;
        }
        return items.Count - taken;
    }

    private int Room => Math.Min(DiscordFormat.DescriptionLimit, _left) - Reserve;
}
