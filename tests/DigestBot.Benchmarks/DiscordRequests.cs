using System.Text;
using System.Text.Json;
using NSec.Cryptography;

namespace DigestBot.Benchmarks;

/// <summary>Interactions as Discord signs them, made before the clock runs.</summary>
internal sealed class DiscordRequests
{
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private int _lastId;

    /// <summary>The public key, 64 hexadecimal digits.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>A command with one text option.</summary>
    /// <param name="isTyping">It is still being typed: what is asked for are proposals.</param>
    public SignedRequest Make(string user, string verb, string option, string value, bool isTyping = false)
    {
        var id = ++_lastId;
        return Sign(JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = $"{id}",
            application_id = "9",
            type = isTyping ? 4 : 2,
            token = $"token-{id}",
            guild_id = "5",
            channel_id = "6",
            member = new { user = new { id = user } },
            data = new { id = "8", name = verb, type = 1, options = new[] { new { name = option, type = 3, value, focused = isTyping } } },
        }));
    }

    private SignedRequest Sign(byte[] body)
    {
        var timestamp = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        return new SignedRequest("/discord/interactions", "application/json", body)
        {
            Headers = [("X-Signature-Timestamp", timestamp), ("X-Signature-Ed25519", Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.ASCII.GetBytes(timestamp), .. body])))],
        };
    }
}
