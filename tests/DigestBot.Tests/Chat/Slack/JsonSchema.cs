using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Chat.Slack;

/// <summary>As much of JSON Schema as Slack's schema of manifests uses.</summary>
internal sealed class JsonSchema(JsonNode root)
{
    /// <summary>What is wrong with a document, each with its place; empty where nothing is.</summary>
    public IReadOnlyList<string> Problems(JsonNode? document) => [.. Problems(root, document, "$")];

    private IEnumerable<string> Problems(JsonNode schema, JsonNode? node, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            var target = reference.Split('/').Skip(1).Aggregate(root, (found, name) => found[name]!);
            return Problems(target, node, at);
        }
        List<string> problems = [];
        if ((string?)schema["type"] is { } type && !IsOf(node, type))
        {
            return [$"{at} is no {type}"];
        }

        if (schema["enum"] is JsonArray values && !values.Any(v => JsonNode.DeepEquals(v, node)))
        {
            problems.Add($"{at} is none of {values.ToJsonString()}");
        }

        if (schema["anyOf"] is JsonArray choices && choices.All(c => Problems(c!, node, at).Any()))
        {
            problems.Add($"{at} fits none of the choices");
        }

        return problems.Concat(node switch
        {
            JsonObject members => OfObject(schema, members, at),
            JsonArray items => OfArray(schema, items, at),
            JsonValue value when value.TryGetValue(out string? text) => OfText(schema, text, at),
            _ => [],
        });
    }

    private IEnumerable<string> OfObject(JsonNode schema, JsonObject members, string at)
    {
        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!members.ContainsKey((string)required!))
            {
                yield return $"{at} lacks {required}";
            }
        }
        if (members.Count < ((int?)schema["minProperties"] ?? 0) || members.Count > ((int?)schema["maxProperties"] ?? int.MaxValue))
        {
            yield return $"{at} has {members.Count} members";
        }

        foreach ((var name, var value) in members)
        {
            JsonNode[] fitting = [.. (schema["patternProperties"]?.AsObject() ?? []).Where(p => Regex.IsMatch(name, p.Key)).Select(p => p.Value!).Concat(schema["properties"]?[name] is { } known ? [known] : [])];
            if (fitting.Length == 0 && schema["additionalProperties"] is JsonValue more && !more.GetValue<bool>())
            {
                yield return $"{at}.{name} is not known";
            }

            foreach (var problem in fitting.SelectMany(f => Problems(f, value, $"{at}.{name}")))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> OfArray(JsonNode schema, JsonArray items, string at)
    {
        if (items.Count < ((int?)schema["minItems"] ?? 0) || items.Count > ((int?)schema["maxItems"] ?? int.MaxValue))
        {
            yield return $"{at} has {items.Count} items";
        }

        if ((bool?)schema["uniqueItems"] == true && items.Select(i => i?.ToJsonString()).Distinct().Count() < items.Count)
        {
            yield return $"{at} has an item twice";
        }

        if (schema["items"] is not JsonObject each)
        {
            yield break;
        }

        foreach (var problem in items.SelectMany((item, index) => Problems(each, item, $"{at}[{index}]")))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> OfText(JsonNode schema, string text, string at)
    {
        if (text.Length < ((int?)schema["minLength"] ?? 0) || text.Length > ((int?)schema["maxLength"] ?? int.MaxValue))
        {
            yield return $"{at} has {text.Length} characters";
        }

        if (((string?)schema["pattern"] ?? (string?)schema["regex"]) is { } pattern && !Regex.IsMatch(text, pattern))
        {
            yield return $"{at} does not look like {pattern}";
        }
    }

    private static bool IsOf(JsonNode? node, string type) => type switch
    {
        "object" => node is JsonObject,
        "array" => node is JsonArray,
        "null" => node is null,
        "string" => node is JsonValue value && value.TryGetValue(out string? _),
        "boolean" => node is JsonValue value && value.TryGetValue(out bool _),
        "integer" => node is JsonValue value && value.TryGetValue(out long _),
        "number" => node is JsonValue value && value.TryGetValue(out double _),
        _ => false,
    };
}
