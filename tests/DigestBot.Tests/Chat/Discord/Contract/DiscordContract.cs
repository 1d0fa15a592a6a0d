using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Chat.Discord.Contract;

/// <summary>Discord's own specification with its documented limits added, and what it says of requests and answers.</summary>
public sealed class DiscordContract : IDisposable
{
    private const int EmbedCharacters = 6000;

    // Started with the first question: where it is not here, it is that test which is skipped.
    private readonly Lazy<Prism> _prism = new(() => new Prism(Repository.Shared("contracts/discord-openapi-tight.json")));
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler());

    /// <summary>Skips the test where the specification or Prism is not here.</summary>
    public void Require() => _ = _prism.Value;

    public void Dispose()
    {
        _client.Dispose();
        if (_prism.IsValueCreated)
        {
            _prism.Value.Dispose();
        }
    }

    /// <summary>What is wrong with a request that the bot sent; "" for nothing.</summary>
    internal Task<string> RequestAsync(SentRequest sent) => RequestAsync(sent.Method, sent.Path + sent.Query, sent.Body);

    /// <summary>What is wrong with a request, its path and method included; "" for nothing.</summary>
    public async Task<string> RequestAsync(string method, string path, string body)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(await _prism.Value.Address, Regex.Replace(path, "^/api/v10", "")));
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }
        // Whether a request needs the token the tests' own Discord looks at: Prism wants it even where the specification leaves the choice.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bot", FakeDiscord.Token);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var refusal = response.IsSuccessStatusCode ? ""
            : response.Headers.TryGetValues("sl-violations", out var violations) ? string.Concat(violations)
            : await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var beyond = body.Length > 0 ? Beyond(JsonDocument.Parse(body).RootElement) : [];
        return string.Join('\n', beyond.Append(refusal).Where(w => w.Length > 0));
    }

    /// <summary>What is wrong with the answer to an interaction; "" for nothing.</summary>
    public Task<string> AnswerAsync(string body) => RequestAsync("POST", "/interactions/1/token/callback", body);

    /// <summary>What the documentation says, but the specification cannot.</summary>
    private static IEnumerable<string> Beyond(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        var message = value.TryGetProperty("data", out var data) ? data : value;
        if (message.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (message.TryGetProperty("embeds", out var embeds) && embeds.ValueKind == JsonValueKind.Array)
        {
            var characters = embeds.EnumerateArray().SelectMany(e => e.EnumerateObject()).Where(p => p.Value.ValueKind == JsonValueKind.String).Sum(p => p.Value.GetString()!.Length);
            if (characters > EmbedCharacters)
            {
                yield return $"the embeds have {characters} characters";
            }

            foreach (var _ in embeds.EnumerateArray().Where(e => !e.TryGetProperty("title", out var _) && !e.TryGetProperty("description", out var _)))
            {
                yield return "an embed is empty";
            }
        }
        var isMessage = message.TryGetProperty("content", out var _);
        if (isMessage && (!message.TryGetProperty("allowed_mentions", out var mentions) || mentions.GetRawText() != """{"parse":[]}"""))
        {
            yield return "the message may ping";
        }

        string[] ids = [.. Ids(message)];
        if (ids.Distinct().Count() < ids.Length)
        {
            yield return "two buttons have the same id";
        }
    }

    private static IEnumerable<string> Ids(JsonElement message) => !message.TryGetProperty("components", out var rows) || rows.ValueKind != JsonValueKind.Array ? []
        : rows.EnumerateArray().SelectMany(r => r.GetProperty("components").EnumerateArray()).Select(c => c.GetProperty("custom_id").GetString()!);
}
