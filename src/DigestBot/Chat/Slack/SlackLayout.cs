using DigestBot.Answers;

namespace DigestBot.Chat.Slack;

/// <summary>One attempt to lay a reply out as blocks, with contents cut to a length.</summary>
/// <param name="actions">Blocks that come underneath.</param>
internal sealed class SlackLayout(int contentLength, IReadOnlyList<SlackBlock> actions)
{
    // What "… and 3 more" takes, in characters and blocks, kept free to the end.
    private const int Reserve = 64;
    private readonly int _reservedBlocks = 3 + actions.Count;

    private readonly CitedStories _notes = new();
    private readonly HashSet<int> _written = [];
    private readonly List<SlackBlock> _blocks = [];
    private int _left = SlackFormat.TotalLimit - SlackFormat.FallbackLimit - actions.Sum(Length);

    /// <summary>Whether a line, an item or a section did not fit.</summary>
    public bool HasLeftOut { get; private set; }

    /// <summary>A section with the text, then the reply's sections, as many as fit.</summary>
    public List<SlackBlock> Write(string text, IReadOnlyList<ReplySection> sections)
    {
        Add(new SlackBlock { Type = "section", Text = SlackFormat.Plain(PlainText.Fit(text, 2000, SlackMarkup.Escape)) });
        foreach (var section in sections)
        {
            var leftOut = WriteHead(section) ? WriteLines(section.Lines) + WriteItems(section.Items) : section.Lines.Count + section.Items.Count;
            if (leftOut == 0)
            {
                continue;
            }

            HasLeftOut = true;
            _blocks.Add(new SlackBlock { Type = "context", Elements = [SlackFormat.Plain($"… and {leftOut} more")] });
            break;
        }
        return _blocks;
    }

    private bool WriteHead(ReplySection section)
    {
        List<SlackBlock> head = [];
        if (PlainText.OneLine(section.Heading) is { Length: > 0 } heading)
        {
            head.Add(new SlackBlock { Type = "header", Text = SlackFormat.Plain(PlainText.Fit(heading, SlackFormat.HeaderLimit, SlackMarkup.Escape)) });
        }

        if (PlainText.OneLine(section.Note) is { Length: > 0 } note)
        {
            head.Add(new SlackBlock { Type = "context", Elements = [SlackFormat.Plain(PlainText.Fit(note, 300, SlackMarkup.Escape))] });
        }

        return TryAdd(head, 0);
    }

    private int WriteLines(IReadOnlyList<AnswerLine> lines)
    {
        List<string> footnotes = [];
        var taken = 0;
        foreach (var line in lines)
        {
            var shown = SlackFormat.Line(ShownLine.Of(line, _notes, contentLength));
            string[] added = [.. CitedStories.Sources(line).Where(c => !_written.Contains(_notes.NumberOf(c))).Select(c => SlackFormat.Footnote(_notes.NumberOf(c), c))];
            var footnoted = footnotes.Concat(added).Sum(f => f.Length + 1);
            if (shown.Text.Length > SlackFormat.SectionLimit || footnoted > SlackFormat.SectionLimit || !TryAdd([new SlackBlock { Type = "section", Text = shown }], footnoted))
            {
                break;
            }

            footnotes.AddRange(added);
            _written.UnionWith(CitedStories.Sources(line).Select(_notes.NumberOf));
            taken++;
        }
        if (footnotes.Count > 0)
        {
            Add(new SlackBlock { Type = "context", Elements = [SlackFormat.Markup(string.Join('\n', footnotes))] });
        }

        return lines.Count - taken;
    }

    private int WriteItems(IReadOnlyList<string> items)
    {
        var text = "";
        var taken = 0;
        foreach (var item in items)
        {
            var shown = $"• {PlainText.Fit(PlainText.OneLine(item), 500, SlackMarkup.Escape)}\n";
            if (text.Length + shown.Length > SlackFormat.SectionLimit || text.Length + shown.Length > _left - Reserve || _blocks.Count + _reservedBlocks > SlackFormat.BlockLimit)
            {
                break;
            }

            text += shown;
            taken++;
        }
        if (text.Length > 0)
        {
            Add(new SlackBlock { Type = "section", Text = SlackFormat.Plain(text.TrimEnd()) });
        }

        return items.Count - taken;
    }

    /// <summary>Adds the blocks if they fit, with so many characters of footnotes still to come.</summary>
    private bool TryAdd(List<SlackBlock> more, int footnoted)
    {
        if (more.Sum(Length) + footnoted > _left - Reserve || _blocks.Count + more.Count + _reservedBlocks > SlackFormat.BlockLimit)
        {
            return false;
        }

        foreach (var block in more)
        {
            Add(block);
        }

        return true;
    }

    private void Add(SlackBlock block)
    {
        _left -= Length(block);
        _blocks.Add(block);
    }

    private static int Length(SlackBlock block) => (block.Text?.Text.Length ?? 0) + (block.Elements?.Sum(Length) ?? 0);

    private static int Length(SlackElement element) => element switch
    {
        SlackText text => text.Text.Length,
        SlackButton button => button.Text.Text.Length,
        SlackSelect select => (select.Placeholder?.Text.Length ?? 0) + (select.Options?.Sum(o => o.Text.Text.Length) ?? 0),
        _ => 0,
    };
}
