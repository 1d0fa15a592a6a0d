using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Chat.Slack.Pictures;

/// <summary>Shows a message, a window or the home tab as Slack's app does, from the very JSON that the bot sends.</summary>
internal static partial class SlackPage
{
    private const string Style = """
        body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/1.47 "Noto Sans", "DejaVu Sans", sans-serif; }
        main { display: flex; gap: 10px; padding: 12px; }
        .face { flex: none; width: 36px; height: 36px; border-radius: 6px; background: #1f3a5f; color: #fff; text-align: center; line-height: 36px; font-weight: 700; }
        .told { flex: 1; min-width: 0; overflow-wrap: anywhere; }
        .asked, .only { color: #616061; font-size: 13px; margin-bottom: 4px; }
        .name { font-weight: 800; }
        .app { background: #e8e8e8; color: #616061; border-radius: 2px; font-size: 10px; font-weight: 700; padding: 1px 3px; vertical-align: 2px; }
        .section { margin: 4px 0; white-space: pre-wrap; }
        .header { font-size: 18px; font-weight: 800; margin: 10px 0 2px; }
        .context { color: #616061; font-size: 13px; margin: 4px 0; white-space: pre-wrap; }
        a { color: #1264a3; text-decoration: none; }
        .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
        button, .list { background: #fff; color: #1d1c1d; border: 1px solid #bbb; border-radius: 8px; font: 700 13px "Noto Sans", "DejaVu Sans", sans-serif; padding: 7px 12px; }
        .list, .input { font-weight: 400; color: #616061; }
        .option { padding: 4px 2px; color: #1d1c1d; border-top: 1px solid #ddd; }
        .label { font-weight: 700; margin: 10px 0 3px; }
        .input { border: 1px solid #bbb; border-radius: 6px; padding: 7px 10px; min-height: 20px; }
        .bar { display: flex; justify-content: space-between; font-weight: 800; border-bottom: 1px solid #ddd; padding-bottom: 8px; }
        """;

    /// <summary>The page of one message.</summary>
    /// <param name="asked">What the reader typed or pressed.</param>
    public static string OfMessage(string asked, JsonNode message)
    {
        var only = Text(message, "response_type") == "ephemeral" ? "<div class=only>Only visible to you</div>" : "";
        return Page($"<div class=face>D</div><div class=told><div class=asked>{WebUtility.HtmlEncode(asked)}</div>{only}<span class=name>DigestBot</span> <span class=app>APP</span>{Blocks(message)}</div>");
    }

    /// <summary>The page of a window or of the home tab.</summary>
    public static string OfView(JsonNode view)
    {
        var bar = view["title"] is { } title ? $"<div class=bar><span>{Shown(view["close"]!)}</span><span>{Shown(title)}</span><span>{Shown(view["submit"]!)}</span></div>" : "";
        return Page($"<div class=told>{bar}{Blocks(view)}</div>");
    }

    private static string Page(string body) => $"<!doctype html><meta charset=utf-8><style>{Style}</style><main>{body}</main>";

    private static string Blocks(JsonNode node) => string.Concat(node["blocks"]!.AsArray().Select(b => Block(b!)));

    private static string Block(JsonNode block) => Text(block, "type") switch
    {
        "actions" => $"<div class=actions>{string.Concat(block["elements"]!.AsArray().Select(e => Element(e!)))}</div>",
        "context" => $"<div class=context>{string.Concat(block["elements"]!.AsArray().Select(e => Shown(e!)))}</div>",
        "input" => $"<div class=label>{Shown(block["label"]!)}</div>{Element(block["element"]!)}<div class=context>{Shown(block["hint"]!)}</div>",
        var type => $"<div class={type}>{Shown(block["text"]!)}</div>",
    };

    private static string Element(JsonNode element) => Text(element, "type") switch
    {
        "button" => $"<button>{Shown(element["text"]!)}</button>",
        "static_select" => $"<div class=list>{Shown(element["placeholder"]!)} ▾{string.Concat(element["options"]!.AsArray().Take(6).Select(o => $"<div class=option>{Shown(o!["text"]!)}</div>"))}</div>",
        _ => $"<div class=input>{(element["placeholder"] is { } placeholder ? Shown(placeholder) : WebUtility.HtmlEncode(Text(element, "initial_value")))}</div>",
    };

    /// <summary>Plain text as it is, mrkdwn as far as the bot uses it; both with Slack's three entities.</summary>
    private static string Shown(JsonNode text)
    {
        // The entities are HTML's own, and nothing else in the text is HTML once the markup's angles are read.
        var escaped = Text(text, "text").Replace("\"", "&quot;", StringComparison.Ordinal);
        return Text(text, "type") != "mrkdwn" ? escaped : Mark().Replace(escaped, match => match switch
        {
            _ when match.Groups["bold"].Success => $"<b>{match.Groups["bold"].Value}</b>",
            _ when match.Groups["italic"].Success => $"<i>{match.Groups["italic"].Value}</i>",
            _ when match.Groups["time"].Success => DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Groups["time"].Value)).ToString("MMM d, yyyy"),
            _ => $"<a href=\"{match.Groups["address"].Value}\">{match.Groups["label"].Value}</a>",
        });
    }

    private static string Text(JsonNode node, string member) => (string?)node[member] ?? "";

    [GeneratedRegex(@"\*(?<bold>[^*\n]+)\*|\b_(?<italic>[^_\n]+)_\b|<!date\^(?<time>\d+)\^[^>]*>|<(?<address>https?://[^|>]+)\|(?<label>[^>]*)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
