using System.Text.Json;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Chat.Discord.Contract;

/// <summary>Discord's own specification with its documented limits added, and what it says of requests and answers.</summary>
internal sealed class DiscordContract
{
    private const int EmbedCharacters = 6000;

    private readonly JsonElement document;
    private readonly JsonSchema schema;

    private DiscordContract(JsonElement document)
    {
        this.document = document;
        schema = new JsonSchema(document);
    }

    /// <summary>The specification; the test is skipped where the shared folder is not here.</summary>
    public static DiscordContract Load() => new(JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("contracts/discord-openapi-tight.json"))).RootElement);

    /// <summary>What is wrong with a request, its path and method included.</summary>
    public IReadOnlyList<string> Request(string method, string path, string body)
    {
        string bare = Regex.Replace(path, "^/api/v10|[?].*$", "");
        JsonProperty route = document.GetProperty("paths").EnumerateObject().FirstOrDefault(p => Regex.IsMatch(bare, $"^{Regex.Replace(p.Name, "{[^}]*}", "[^/@]+")}$"));
        if (route.Value.ValueKind == JsonValueKind.Undefined || !route.Value.TryGetProperty(method.ToLowerInvariant(), out JsonElement operation))
            return [$"there is no {method} {bare}"];
        return operation.TryGetProperty("requestBody", out JsonElement wanted) ? Body(wanted, body) : body.Length == 0 ? [] : [$"{method} {bare} takes no body"];
    }

    /// <summary>What is wrong with the answer to an interaction.</summary>
    public IReadOnlyList<string> Answer(string body) => Request("POST", "/interactions/1/token/callback", body);

    private IReadOnlyList<string> Body(JsonElement wanted, string body)
    {
        JsonElement value = JsonDocument.Parse(body).RootElement;
        return [.. schema.Check(wanted.GetProperty("content").GetProperty("application/json").GetProperty("schema"), value), .. Beyond(value)];
    }

    /// <summary>What the documentation says, but the specification cannot.</summary>
    private static IEnumerable<string> Beyond(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            yield break;
        JsonElement message = value.TryGetProperty("data", out JsonElement data) ? data : value;
        if (message.ValueKind != JsonValueKind.Object)
            yield break;
        if (message.TryGetProperty("embeds", out JsonElement embeds) && embeds.ValueKind == JsonValueKind.Array)
        {
            int characters = embeds.EnumerateArray().SelectMany(e => e.EnumerateObject()).Where(p => p.Value.ValueKind == JsonValueKind.String).Sum(p => p.Value.GetString()!.Length);
            if (characters > EmbedCharacters)
                yield return $"the embeds have {characters} characters";
            foreach (JsonElement _ in embeds.EnumerateArray().Where(e => !e.TryGetProperty("title", out JsonElement _) && !e.TryGetProperty("description", out JsonElement _)))
                yield return "an embed is empty";
        }
        bool isMessage = message.TryGetProperty("content", out JsonElement _);
        if (isMessage && (!message.TryGetProperty("allowed_mentions", out JsonElement mentions) || mentions.GetRawText() != """{"parse":[]}"""))
            yield return "the message may ping";
        string[] ids = [.. Ids(message)];
        if (ids.Distinct().Count() < ids.Length)
            yield return "two buttons have the same id";
    }

    private static IEnumerable<string> Ids(JsonElement message) => !message.TryGetProperty("components", out JsonElement rows) || rows.ValueKind != JsonValueKind.Array ? []
        : rows.EnumerateArray().SelectMany(r => r.GetProperty("components").EnumerateArray()).Select(c => c.GetProperty("custom_id").GetString()!);
}
