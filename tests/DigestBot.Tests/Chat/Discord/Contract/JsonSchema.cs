using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Chat.Discord.Contract;

/// <summary>
/// Checks JSON against a JSON Schema (2020-12), as far as Discord's specification uses it. Lengths are UTF-16 units, which is the stricter reading;
/// formats are not looked at. A keyword that it does not know fails the check, so that nothing is passed over.
/// </summary>
internal sealed class JsonSchema(JsonElement document)
{
    private static readonly HashSet<string> Silent = ["description", "title", "format", "contentEncoding", "default", "example", "deprecated"];

    /// <summary>What is wrong, each with its place: "$.embeds[0].title: longer than 256".</summary>
    public IReadOnlyList<string> Check(JsonElement schema, JsonElement value)
    {
        List<string> wrong = [];
        Check(schema, value, "$", wrong);
        return wrong;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> wrong)
    {
        foreach (JsonProperty rule in schema.EnumerateObject())
        {
            if (Silent.Contains(rule.Name) || rule.Name.StartsWith("x-", StringComparison.Ordinal))
                continue;
            if (!Combination(rule, value, at, wrong) && !Scalar(rule, value, at, wrong) && !Collection(rule, schema, value, at, wrong))
                wrong.Add($"{at}: the check does not know {rule.Name}");
        }
    }

    private bool Combination(JsonProperty rule, JsonElement value, string at, List<string> wrong)
    {
        switch (rule.Name)
        {
            case "$ref":
                Check(Find(rule.Value.GetString()!), value, at, wrong);
                return true;
            case "allOf":
                foreach (JsonElement part in rule.Value.EnumerateArray())
                    Check(part, value, at, wrong);
                return true;
            case "anyOf" or "oneOf":
                List<string>[] tries = [.. rule.Value.EnumerateArray().Select(part => Try(part, value, at))];
                int fits = tries.Count(t => t.Count == 0);
                if (fits == 0)
                    wrong.Add($"{at}: fits none of {tries.Length} forms; nearest: {string.Join("; ", tries.MinBy(t => t.Count)!)}");
                else if (fits > 1 && rule.Name == "oneOf")
                    wrong.Add($"{at}: fits {fits} forms, not one");
                return true;
            default:
                return false;
        }
    }

    private List<string> Try(JsonElement schema, JsonElement value, string at)
    {
        List<string> wrong = [];
        Check(schema, value, at, wrong);
        return wrong;
    }

    private static bool Scalar(JsonProperty rule, JsonElement value, string at, List<string> wrong)
    {
        bool isText = value.ValueKind == JsonValueKind.String;
        bool isNumber = value.ValueKind == JsonValueKind.Number;
        bool? isRight = rule.Name switch
        {
            "type" => rule.Value.ValueKind == JsonValueKind.Array ? rule.Value.EnumerateArray().Any(t => IsOf(t.GetString()!, value)) : IsOf(rule.Value.GetString()!, value),
            "enum" => rule.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)),
            "const" => JsonElement.DeepEquals(rule.Value, value),
            "minLength" => !isText || value.GetString()!.Length >= rule.Value.GetInt32(),
            "maxLength" => !isText || value.GetString()!.Length <= rule.Value.GetInt32(),
            "pattern" => !isText || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)),
            "minimum" => !isNumber || value.GetDouble() >= rule.Value.GetDouble(),
            "maximum" => !isNumber || value.GetDouble() <= rule.Value.GetDouble(),
            _ => null,
        };
        if (isRight == false)
            wrong.Add($"{at}: {rule.Name} {rule.Value.GetRawText()}, but it is {Shown(value)}");
        return isRight is not null;
    }

    private bool Collection(JsonProperty rule, JsonElement schema, JsonElement value, string at, List<string> wrong)
    {
        bool isObject = value.ValueKind == JsonValueKind.Object;
        int count = value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : isObject ? value.EnumerateObject().Count() : 0;
        switch (rule.Name)
        {
            case "properties":
                foreach (JsonProperty member in rule.Value.EnumerateObject())
                {
                    if (isObject && value.TryGetProperty(member.Name, out JsonElement given))
                        Check(member.Value, given, $"{at}.{member.Name}", wrong);
                }
                return true;
            case "required":
                wrong.AddRange(rule.Value.EnumerateArray().Select(r => r.GetString()!).Where(name => isObject && !value.TryGetProperty(name, out _)).Select(name => $"{at}: lacks {name}"));
                return true;
            case "additionalProperties":
                foreach (JsonProperty member in isObject ? value.EnumerateObject().Where(m => !Knows(schema, m.Name)).ToArray() : [])
                {
                    if (rule.Value.ValueKind == JsonValueKind.False)
                        wrong.Add($"{at}: has {member.Name}, which nobody knows");
                    else if (rule.Value.ValueKind == JsonValueKind.Object)
                        Check(rule.Value, member.Value, $"{at}.{member.Name}", wrong);
                }
                return true;
            case "items":
                foreach ((int index, JsonElement item) in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Index().ToArray() : [])
                    Check(rule.Value, item, $"{at}[{index.ToString(CultureInfo.InvariantCulture)}]", wrong);
                return true;
            case "uniqueItems":
                if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Select(i => i.GetRawText()).Distinct().Count() < count)
                    wrong.Add($"{at}: has the same twice");
                return true;
            case "minItems" or "maxItems" when value.ValueKind == JsonValueKind.Array:
            case "minProperties" or "maxProperties" when isObject:
                if (rule.Name.StartsWith("min", StringComparison.Ordinal) ? count < rule.Value.GetInt32() : count > rule.Value.GetInt32())
                    wrong.Add($"{at}: {rule.Name} {rule.Value.GetRawText()}, but it has {count}");
                return true;
            default:
                return rule.Name is "minItems" or "maxItems" or "minProperties" or "maxProperties";
        }
    }

    private static bool Knows(JsonElement schema, string name) => schema.TryGetProperty("properties", out JsonElement members) && members.TryGetProperty(name, out _);

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new InvalidOperationException($"There is no type {type}."),
    };

    private JsonElement Find(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(document, (found, step) => found.GetProperty(step));

    private static string Shown(JsonElement value) => PlainTextCut(value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText());

    private static string PlainTextCut(string text) => text.Length <= 80 ? text : $"{text[..80]}… ({text.Length})";
}
