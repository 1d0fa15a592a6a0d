using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Chat.Discord;

/// <summary>Interactions as Discord makes, signs and sends them.</summary>
internal static class SignedInteractions
{
    /// <summary>The public key to the tests' signatures.</summary>
    public const string PublicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    /// <summary>Permissions of a member who may write: View Channel and Send Messages.</summary>
    public const string Writer = "3072";

    private static int _lastId = 5000;

    /// <summary>A command with its options, by name; booleans as such.</summary>
    public static JsonObject Command(string name, params (string Name, JsonNode? Value)[] options) => Interaction(2, new JsonObject
    {
        ["id"] = "8",
        ["name"] = name,
        ["type"] = 1,
        ["options"] = new JsonArray([.. options.Select(Option)]),
    });

    /// <summary>The same while its last option is being typed.</summary>
    public static JsonObject Typing(string name, params (string Name, JsonNode? Value)[] options)
    {
        var typing = Command(name, options);
        typing["type"] = 4;
        typing["data"]!["options"]!.AsArray()[^1]!["focused"] = true;
        return typing;
    }

    /// <summary>A message's menu.</summary>
    public static JsonObject Menu(string name, JsonObject message) => Interaction(2, new JsonObject
    {
        ["id"] = "8",
        ["name"] = name,
        ["type"] = 3,
        ["target_id"] = "77",
        ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["77"] = message } },
    });

    /// <summary>A pressed button of a message.</summary>
    /// <param name="flags">The message's: 64 where only the asker sees it.</param>
    public static JsonObject Press(string customId, int flags = 0) => Component(new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 }, flags);

    /// <summary>A choice from a message's list.</summary>
    public static JsonObject Choose(string value, int flags = 0) =>
        Component(new JsonObject { ["custom_id"] = "pick", ["component_type"] = 3, ["values"] = new JsonArray(value) }, flags);

    /// <summary>Signs an interaction and sends it to the host's public door.</summary>
    public static Task<HttpResponseMessage> SendAsync(this ChatHost host, string body) => host.SendAsync(DiscordSignatureTests.Sign(1_800_000_000, body));

    /// <summary>Sends a request whatever its signature.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this ChatHost host, DiscordSignatureTests.SignedRequest signed)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/discord/interactions") { Content = new ByteArrayContent(signed.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (signed.Timestamp is not null)
        {
            request.Headers.Add("X-Signature-Timestamp", signed.Timestamp);
        }

        if (signed.Signature is not null)
        {
            request.Headers.Add("X-Signature-Ed25519", signed.Signature);
        }

        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What the bot answers.</summary>
    public static async Task<JsonNode> AskAsync(this ChatHost host, JsonObject interaction)
    {
        using var response = await host.SendAsync(interaction.ToJsonString());
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private static JsonObject Component(JsonObject data, int flags)
    {
        var interaction = Interaction(3, data);
        interaction["message"] = new JsonObject { ["id"] = "78", ["flags"] = flags };
        return interaction;
    }

    private static JsonObject Interaction(int type, JsonObject data)
    {
        var id = Interlocked.Increment(ref _lastId);
        return new JsonObject
        {
            ["id"] = $"{id}",
            ["application_id"] = FakeDiscord.ApplicationId,
            ["type"] = type,
            ["token"] = $"token-{id}",
            ["guild_id"] = "5",
            ["channel_id"] = "6",
            ["member"] = new JsonObject { ["permissions"] = Writer, ["user"] = new JsonObject { ["id"] = $"{7000 + (id / 10)}" } },
            ["data"] = data,
        };
    }

    private static JsonObject Option((string Name, JsonNode? Value) option) =>
        new() { ["name"] = option.Name, ["type"] = option.Value!.GetValueKind() is System.Text.Json.JsonValueKind.String ? 3 : 5, ["value"] = option.Value.DeepClone() };
}
