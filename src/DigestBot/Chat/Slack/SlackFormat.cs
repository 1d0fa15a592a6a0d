using DigestBot.Answers;

namespace DigestBot.Chat.Slack;

/// <summary>Gives a reply Slack's looks. The only place that knows blocks and their limits.</summary>
internal static class SlackFormat
{
    public const int BlockLimit = 50;
    public const int SectionLimit = 3000;
    public const int HeaderLimit = 150;

    /// <summary>Characters of all texts of a message together. Slack does not document it, and refuses at 11,000 to 13,000.</summary>
    public const int TotalLimit = 10_000;

    /// <summary>Characters of an option in a menu, and of a button.</summary>
    public const int OptionLimit = 75;

    /// <summary>Elements of one row of buttons; Slack takes more, but a phone shows no more of them well.</summary>
    public const int ButtonLimit = 5;

    private const int MostButtons = 3 * ButtonLimit;
    private const int OptionValueLimit = 150;
    private const int ButtonValueLimit = 2000;
    private const int OptionsLimit = 100;

    /// <summary>Characters of the fallback text.</summary>
    public const int FallbackLimit = 1000;

    /// <summary>Lengths to which contents are cut, tried from the longest until all lines fit.</summary>
    private static readonly int[] _contentLengths = [900, 600, 400, 250, 150];

    /// <summary>The reply as one message within every limit: contents are shortened first, then the last lines left out, and said so.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="isForAll">Whether everybody there sees it: then nobody needs to share it.</param>
    public static SlackMessage Write(Reply reply, bool isForAll = false)
    {
        var text = PlainText.Clean(reply.Text).Trim() is { Length: > 0 } clean ? clean : "…";
        SlackBlock[] actions = [.. Actions(reply, isForAll)];
        List<SlackBlock> blocks = [];
        foreach (var length in _contentLengths)
        {
            SlackLayout layout = new(length, actions);
            blocks = layout.Write(text, reply.Sections);
            if (!layout.HasLeftOut)
            {
                break;
            }
        }
        return new SlackMessage { Text = PlainText.Fit(text, FallbackLimit, SlackMarkup.Escape), Blocks = [.. blocks, .. actions] };
    }

    /// <summary>A button.</summary>
    /// <param name="id">What tells it from the others of its block.</param>
    public static SlackButton Button(Button button, string id) =>
        new() { Type = "button", Text = Plain(PlainText.Fit(PlainText.OneLine(button.Label), OptionLimit, SlackMarkup.Escape)), ActionId = id, Value = button.Action };

    /// <summary>An option of a menu.</summary>
    public static SlackOption Option(string label, string value) => new(Plain(PlainText.Fit(PlainText.OneLine(label), OptionLimit, SlackMarkup.Escape)), value);

    private static IEnumerable<SlackBlock> Actions(Reply reply, bool isForAll)
    {
        var buttons = reply.Buttons.Where(b => b.Action.Length <= ButtonValueLimit && IsShown(b) && (!isForAll || b.Place != ButtonPlace.Channel));
        foreach (var row in buttons.Take(MostButtons).Select((b, at) => Button(b, $"press-{at}")).Chunk(ButtonLimit))
        {
            yield return new SlackBlock { Type = "actions", Elements = row };
        }

        SlackOption[] options = [.. (reply.Picker?.Choices ?? []).Where(c => c.Action.Length <= OptionValueLimit && IsShown(c)).Take(OptionsLimit).Select(c => Option(c.Label, c.Action))];
        if (options.Length > 0)
        {
            yield return new SlackBlock { Type = "actions", Elements = [new SlackSelect { Type = "static_select", ActionId = "choose", Placeholder = Placeholder(reply.Picker!), Options = options }] };
        }
    }

    private static SlackText? Placeholder(Picker picker) =>
        PlainText.OneLine(picker.Label) is { Length: > 0 } label ? Plain(PlainText.Fit(label, HeaderLimit, SlackMarkup.Escape)) : null;

    private static bool IsShown(Button button) => PlainText.OneLine(button.Label).Length > 0;

    /// <summary>"*Lavrov* _offers_ to meet Khatib in a neutral capital ¹"; without bold and italics where the words hold marks of markup.</summary>
    public static SlackText Line(ShownLine line)
    {
        (var speaker, var content) = (SlackMarkup.Escape(line.Speaker), SlackMarkup.Escape(line.Content));
        return SlackMarkup.IsMarkedUp(line.Speaker) || SlackMarkup.IsMarkedUp(line.Content)
            ? Plain($"{speaker} {line.Act} {content}{line.Marks}")
            : Markup($"*{speaker}* _{line.Act}_ {content}{line.Marks}");
    }

    /// <summary>"¹ RIA Novosti: Moscow reiterates invitation, 29 Dec 2012", the title linked, the time in each reader's own zone.</summary>
    public static string Footnote(int number, Citation citation)
    {
        var title = SlackMarkup.Name(CitedStories.Label(citation, 90));
        var linked = CitedStories.Address(citation) is { } address ? $"<{SlackMarkup.Address(address)}|{title}>" : title;
        var outlet = PlainText.OneLine(citation.Outlet) is { Length: > 0 } name ? $"{SlackMarkup.Name(PlainText.Cut(name, 60))}: " : "";
        var time = citation.Published is { } published
            ? $", <!date^{published.ToUnixTimeSeconds()}^{{date_short_pretty}}|{published.UtcDateTime:d MMM yyyy}>"
            : "";
        return $"{CitedStories.Mark(number)} {outlet}{linked}{time}";
    }

    public static SlackText Plain(string escaped) => new() { Type = "plain_text", Text = escaped, Emoji = false };

    public static SlackText Markup(string text) => new() { Type = "mrkdwn", Text = text, Verbatim = true };
}
