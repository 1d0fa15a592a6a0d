using DigestBot.Answers;

namespace DigestBot.Chat.Discord;

/// <summary>Gives a reply Discord's looks. The only place that knows embeds and their limits.</summary>
internal static class DiscordFormat
{
    public const int ContentLimit = 2000;
    public const int TitleLimit = 256;
    public const int DescriptionLimit = 4096;
    public const int EmbedLimit = 10;

    /// <summary>Characters over all embeds of a message together; Discord counts the escaped text.</summary>
    public const int TotalLimit = 6000;

    private const int Color = 0x3B6EA5;

    /// <summary>Lengths to which contents are cut, tried from the longest until all lines fit.</summary>
    private static readonly int[] _contentLengths = [700, 450, 300, 200, 120];

    /// <summary>The reply as one message within every limit: contents are shortened first, then the last lines left out, and said so.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="isPrivate">Only the asker sees it; null lets the reply decide.</param>
    public static DiscordMessage Write(Reply reply, bool? isPrivate = null)
    {
        List<DiscordEmbed> embeds = [];
        foreach (var length in _contentLengths)
        {
            DiscordLayout layout = new(length);
            embeds = layout.Write(reply.Sections, Color);
            if (!layout.HasLeftOut)
            {
                break;
            }
        }
        var ephemeral = isPrivate ?? reply.IsPrivate;
        var flags = (ephemeral ? DiscordMessage.Ephemeral : 0) | (embeds.Count > 0 ? 0 : DiscordMessage.SuppressEmbeds);
        var content = PlainText.Fit(PlainText.Clean(reply.Text).Trim(), ContentLimit, DiscordMarkdown.Escape);
        return new DiscordMessage
        {
            Content = content.Length > 0 || embeds.Count > 0 ? content : "…",
            Embeds = embeds.Count > 0 ? embeds : null,
            Components = DiscordComponents.Of(reply, ephemeral),
            Flags = flags == 0 ? null : flags,
        };
    }

    /// <summary>"**Lavrov** *offers* to meet Khatib in a neutral capital ¹".</summary>
    public static string Line(ShownLine line) =>
        $"**{DiscordMarkdown.Escape(line.Speaker)}** *{line.Act}* {DiscordMarkdown.Escape(line.Content)}{line.Marks}";

    /// <summary>"¹ RIA Novosti: [Moscow reiterates invitation](https://…) 29 Dec 2012", the time in each reader's own zone.</summary>
    public static string Footnote(int number, Citation citation)
    {
        var title = PlainText.Fit(CitedStories.Label(citation, 90), 120, DiscordMarkdown.Escape);
        var linked = CitedStories.Address(citation) is { } address ? $"[{title}]({DiscordMarkdown.Address(address)})" : title;
        var outlet = PlainText.OneLine(citation.Outlet) is { Length: > 0 } name ? $"{PlainText.Fit(name, 100, DiscordMarkdown.Escape)}: " : "";
        var time = citation.Published is { } published ? $" <t:{published.ToUnixTimeSeconds()}:R>" : "";
        return $"{CitedStories.Mark(number)} {outlet}{linked}{time}";
    }
}
