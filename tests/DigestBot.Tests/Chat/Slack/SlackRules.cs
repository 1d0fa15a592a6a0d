using System.Text.Json.Nodes;

namespace DigestBot.Tests.Chat.Slack;

/// <summary>Slack's limits on messages and windows, documented and found out, held against what the bot emits.</summary>
internal static class SlackRules
{
    private const int MessageTotal = 10_000;

    /// <summary>What is wrong with a message; empty where nothing is.</summary>
    public static IReadOnlyList<string> OfMessage(JsonNode message)
    {
        List<string> problems = [];
        var text = Text(message["text"]);
        Check(problems, text.Length is > 0 and <= 4000, "a message has a fallback text of at most 4,000 characters");
        var blocks = message["blocks"]?.AsArray() ?? [];
        Check(problems, blocks.Count <= 50, "a message has at most 50 blocks");
        Blocks(problems, blocks);
        Check(problems, text.Length + blocks.Sum(b => Total(b!)) <= MessageTotal, "all texts together have at most 10,000 characters");
        return problems;
    }

    /// <summary>What is wrong with a modal or a home tab.</summary>
    public static IReadOnlyList<string> OfView(JsonNode view)
    {
        List<string> problems = [];
        var type = Text(view["type"]);
        Check(problems, type is "modal" or "home", "a view is a modal or a home tab");
        if (type == "modal")
        {
            Check(problems, Text(view["title"]?["text"]).Length is > 0 and <= 24, "a modal's title has at most 24 characters");
            foreach (var button in new[] { "submit", "close" })
            {
                Check(problems, view[button] is null || Text(view[button]!["text"]).Length is > 0 and <= 24, $"a modal's {button} has at most 24 characters");
            }

            var hasInput = view["blocks"]!.AsArray().Any(b => Text(b!["type"]) == "input");
            Check(problems, !hasInput || view["submit"] is not null, "a modal with inputs can be submitted");
        }
        Check(problems, Text(view["private_metadata"]).Length <= 3000, "private metadata has at most 3,000 characters");
        Check(problems, Text(view["callback_id"]).Length <= 255, "a callback_id has at most 255 characters");
        var blocks = view["blocks"]!.AsArray();
        Check(problems, blocks.Count is > 0 and <= 100, "a view has at most 100 blocks");
        Blocks(problems, blocks);
        return problems;
    }

    private static void Blocks(List<string> problems, JsonArray blocks)
    {
        foreach (var block in blocks.OfType<JsonNode>())
        {
            Check(problems, Text(block["block_id"]).Length <= 255, "a block_id has at most 255 characters");
            var elements = block["elements"]?.AsArray() ?? [];
            switch (Text(block["type"]))
            {
                case "section":
                    Check(problems, Text(block["text"]?["text"]).Length is > 0 and <= 3000, "a section has 1 to 3,000 characters");
                    break;
                case "header":
                    Check(problems, Text(block["text"]?["text"]).Length is > 0 and <= 150 && Text(block["text"]!["type"]) == "plain_text", "a header has 1 to 150 characters of plain text");
                    break;
                case "context":
                    Check(problems, elements.Count is > 0 and <= 10 && elements.All(e => Text(e!["text"]).Length is > 0 and <= 3000), "a context has 1 to 10 texts of 1 to 3,000 characters");
                    break;
                case "actions":
                    Check(problems, elements.Count is > 0 and <= 25, "there are 1 to 25 actions in a block");
                    Check(problems, elements.Select(e => Text(e!["action_id"])).Distinct().Count() == elements.Count, "actions of a block have different ids");
                    Elements(problems, elements);
                    break;
                case "input":
                    Check(problems, Text(block["label"]?["text"]).Length is > 0 and <= 2000, "an input has a label");
                    Check(problems, block["hint"] is null || Text(block["hint"]!["text"]).Length is > 0 and <= 2000, "a hint has at most 2,000 characters");
                    Elements(problems, [block["element"]!.DeepClone()]);
                    break;
                case var other:
                    Check(problems, other == "divider", $"'{other}' is no block that the bot uses");
                    break;
            }
        }
        Check(problems, blocks.Select(b => Text(b!["block_id"])).Where(b => b.Length > 0).GroupBy(b => b).All(g => g.Count() == 1), "blocks have different ids");
        foreach (var text in blocks.OfType<JsonNode>().SelectMany(Texts))
        {
            Check(problems, Text(text["type"]) == "mrkdwn" ? text["emoji"] is null : text["verbatim"] is null, "emoji is plain text's, verbatim is markup's");
        }
    }

    private static void Elements(List<string> problems, JsonArray elements)
    {
        foreach (var element in elements.OfType<JsonNode>())
        {
            Check(problems, Text(element["action_id"]).Length is > 0 and <= 255, "an action_id has 1 to 255 characters");
            Check(problems, element["placeholder"] is null || Text(element["placeholder"]!["text"]).Length is > 0 and <= 150, "a placeholder has at most 150 characters");
            if (Text(element["type"]) == "button")
            {
                Check(problems, Text(element["text"]?["text"]).Length is > 0 and <= 75 && Text(element["value"]).Length <= 2000, "a button has 1 to 75 characters, its value 2,000");
            }
            else if (Text(element["type"]) == "static_select")
            {
                Options(problems, element["options"]?.AsArray() ?? []);
            }
            else if (Text(element["type"]) == "plain_text_input")
            {
                Check(problems, element["max_length"] is null || element["max_length"]!.GetValue<int>() is > 0 and <= 3000, "a line has at most 3,000 characters");
            }
            else
            {
                Check(problems, Text(element["type"]) == "external_select", $"'{element["type"]}' is no element that the bot uses");
            }
        }
    }

    /// <summary>Checks what can be chosen: 1 to 100 options of 75 characters.</summary>
    public static void Options(List<string> problems, JsonArray options)
    {
        Check(problems, options.Count is > 0 and <= 100, "there are 1 to 100 options");
        foreach (var option in options.OfType<JsonNode>())
        {
            Check(problems, Text(option["text"]?["text"]).Length is > 0 and <= 75 && Text(option["value"]).Length is > 0 and <= 150, "an option has 1 to 75 characters, its value 150");
        }
    }

    private static IEnumerable<JsonNode> Texts(JsonNode node) => node switch
    {
        JsonObject one when Text(one["type"]) is "mrkdwn" or "plain_text" && one["text"] is JsonValue => [one],
        JsonObject one => one.Select(p => p.Value).OfType<JsonNode>().SelectMany(Texts),
        JsonArray many => many.OfType<JsonNode>().SelectMany(Texts),
        _ => [],
    };

    private static int Total(JsonNode block) => Texts(block).Sum(t => Text(t["text"]).Length);

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private static void Check(List<string> problems, bool holds, string rule)
    {
        if (!holds)
        {
            problems.Add(rule);
        }
    }
}
