using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Chat.Discord.Pictures;

/// <summary>Shows a message as Discord's app does, from the very JSON that the bot sends.</summary>
internal static partial class DiscordPage
{
    private const string Style = """
        body { margin: 0; background: #313338; color: #dbdee1; font: 16px/1.375 "Noto Sans", "DejaVu Sans", sans-serif; }
        main { display: flex; gap: 12px; padding: 12px; }
        .face { flex: none; width: 36px; height: 36px; border-radius: 50%; background: #3b6ea5; color: #fff; text-align: center; line-height: 36px; font-weight: 700; }
        .told { flex: 1; min-width: 0; overflow-wrap: anywhere; }
        .asked { color: #949ba4; font-size: 13px; margin-bottom: 4px; }
        .name { color: #f2f3f5; font-weight: 600; }
        .app { background: #5865f2; color: #fff; border-radius: 3px; font-size: 10px; font-weight: 600; padding: 1px 4px; vertical-align: 2px; }
        .embed { background: #2b2d31; border-left: 4px solid; border-radius: 4px; padding: 8px 12px 10px; margin-top: 6px; font-size: 14px; }
        .title { font-weight: 700; color: #f2f3f5; margin-bottom: 4px; }
        a { color: #00a8fc; text-decoration: none; }
        time { background: #3f4147; border-radius: 3px; padding: 0 2px; }
        small { color: #949ba4; font-size: 12px; }
        .row { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 6px; }
        button { background: #4e5058; color: #fff; border: 0; border-radius: 4px; font: 500 14px "Noto Sans", "DejaVu Sans", sans-serif; padding: 7px 14px; }
        .list { flex: 1; background: #1e1f22; border-radius: 4px; color: #949ba4; font-size: 14px; padding: 8px 10px; }
        .option { padding: 5px 2px; color: #dbdee1; border-top: 1px solid #2b2d31; }
        .only { color: #949ba4; font-size: 12px; margin-top: 6px; }
        """;

    private const int Ephemeral = 64;

    /// <summary>The page of one message.</summary>
    /// <param name="asked">What the reader typed or pressed.</param>
    /// <param name="now">For "2 days ago".</param>
    public static string Of(string asked, JsonNode message, DateTimeOffset now)
    {
        StringBuilder html = new();
        html.Append($"<!doctype html><meta charset=utf-8><style>{Style}</style><main><div class=face>D</div><div class=told>");
        html.Append($"<div class=asked>{WebUtility.HtmlEncode(asked)}</div><span class=name>DigestBot</span> <span class=app>APP</span><div>{Marked(Text(message, "content"), now)}</div>");
        foreach (var embed in message["embeds"]?.AsArray() ?? [])
        {
            html.Append($"<div class=embed style='border-color:#{embed!["color"]!.GetValue<int>():x6}'>");
            if (Text(embed, "title") is { Length: > 0 } title)
            {
                html.Append($"<div class=title>{Marked(title, now)}</div>");
            }

            html.Append($"{Marked(Text(embed, "description"), now)}</div>");
        }
        foreach (var row in message["components"]?.AsArray() ?? [])
        {
            html.Append($"<div class=row>{string.Concat(row!["components"]!.AsArray().Select(Component))}</div>");
        }

        if (((message["flags"]?.GetValue<int>() ?? 0) & Ephemeral) != 0)
        {
            html.Append("<div class=only>Only you can see this</div>");
        }

        return html.Append("</div></main>").ToString();
    }

    private static string Component(JsonNode? component)
    {
        if (Text(component!, "label") is { Length: > 0 } label)
        {
            return $"<button>{WebUtility.HtmlEncode(label)}</button>";
        }

        var options = string.Concat(component!["options"]!.AsArray().Take(6).Select(o => $"<div class=option>{WebUtility.HtmlEncode(Text(o!, "label"))}</div>"));
        return $"<div class=list>{WebUtility.HtmlEncode(Text(component, "placeholder"))} ▾{options}</div>";
    }

    private static string Text(JsonNode node, string member) => node[member]?.GetValue<string>() ?? "";

    /// <summary>Discord's markdown as far as the bot uses it: small lines, bold, italic, links, times, and what a backslash makes plain.</summary>
    private static string Marked(string markdown, DateTimeOffset now) => Mark().Replace(markdown, match => match switch
    {
        _ when match.Groups["plain"].Success => WebUtility.HtmlEncode(match.Groups["plain"].Value),
        _ when match.Groups["small"].Success => $"<small>{Marked(match.Groups["small"].Value, now)}</small>",
        _ when match.Groups["bold"].Success => $"<b>{Marked(match.Groups["bold"].Value, now)}</b>",
        _ when match.Groups["italic"].Success => $"<i>{Marked(match.Groups["italic"].Value, now)}</i>",
        _ when match.Groups["label"].Success => $"<a href=\"{WebUtility.HtmlEncode(match.Groups["address"].Value)}\">{Marked(match.Groups["label"].Value, now)}</a>",
        _ when match.Groups["time"].Success => $"<time>{Ago(now - DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Groups["time"].Value)))}</time>",
        _ when match.Value == "\n" => "<br>",
        _ => WebUtility.HtmlEncode(match.Value),
    });

    private static string Ago(TimeSpan past) => past.TotalDays switch
    {
        >= 730 => $"{past.TotalDays / 365.25:F0} years ago",
        >= 60 => $"{past.TotalDays / 30.4:F0} months ago",
        >= 2 => $"{past.TotalDays:F0} days ago",
        _ => $"{past.TotalHours:F0} hours ago",
    };

    [GeneratedRegex(@"^-# (?<small>.*)$|\\(?<plain>[^\w\s])|\*\*(?<bold>(?:\\.|[^*\\])+)\*\*|\*(?<italic>(?:\\.|[^*\\])+)\*|\[(?<label>(?:\\.|[^\]\\])+)\]\((?<address>[^)\s]+)\)|<t:(?<time>\d+):R>|\n|[&<>""']", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Mark();
}
