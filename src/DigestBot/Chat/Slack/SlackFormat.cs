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

    /// <summary>Characters of the fallback text.</summary>
    public const int FallbackLimit = 1000;

    /// <summary>Lengths to which contents are cut, tried from the longest until all lines fit.</summary>
    private static readonly int[] ContentLengths = [900, 600, 400, 250, 150];

    /// <summary>The reply as one message within every limit: contents are shortened first, then the last lines left out, and said so.</summary>
    /// <param name="reply">What is said.</param>
    public static SlackMessage Write(Reply reply)
    {
        string text = PlainText.Clean(reply.Text).Trim() is { Length: > 0 } clean ? clean : "…";
        List<SlackBlock> blocks = [];
        foreach (int length in ContentLengths)
        {
            SlackLayout layout = new(length);
            blocks = layout.Write(text, reply.Sections);
            if (!layout.HasLeftOut)
                break;
        }
        return new SlackMessage { Text = PlainText.Fit(text, FallbackLimit, SlackMarkup.Escape), Blocks = blocks };
    }

    /// <summary>"*Lavrov* _offers_ to meet Khatib in a neutral capital ¹"; without bold and italics where the words hold marks of markup.</summary>
    public static SlackText Line(ShownLine line)
    {
        (string speaker, string content) = (SlackMarkup.Escape(line.Speaker), SlackMarkup.Escape(line.Content));
        return SlackMarkup.IsMarkedUp(line.Speaker) || SlackMarkup.IsMarkedUp(line.Content)
            ? Plain($"{speaker} {line.Act} {content}{line.Marks}")
            : Markup($"*{speaker}* _{line.Act}_ {content}{line.Marks}");
    }

    /// <summary>"¹ RIA Novosti: Moscow reiterates invitation, 29 Dec 2012", the title linked, the time in each reader's own zone.</summary>
    public static string Footnote(int number, Citation citation)
    {
        string title = SlackMarkup.Name(CitedStories.Label(citation, 90));
        string linked = CitedStories.Address(citation) is { } address ? $"<{SlackMarkup.Address(address)}|{title}>" : title;
        string outlet = PlainText.OneLine(citation.Outlet) is { Length: > 0 } name ? $"{SlackMarkup.Name(PlainText.Cut(name, 60))}: " : "";
        string time = citation.Published is { } published
            ? $", <!date^{published.ToUnixTimeSeconds()}^{{date_short_pretty}}|{published.UtcDateTime:d MMM yyyy}>"
            : "";
        return $"{CitedStories.Mark(number)} {outlet}{linked}{time}";
    }

    public static SlackText Plain(string escaped) => new() { Type = "plain_text", Text = escaped, Emoji = false };

    public static SlackText Markup(string text) => new() { Type = "mrkdwn", Text = text, Verbatim = true };
}
