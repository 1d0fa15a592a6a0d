using System.Text;
using NSec.Cryptography;

namespace DigestBot.Chat.Discord;

/// <summary>Checks that a request comes from Discord: Ed25519 (RFC 8032) over the timestamp and the raw body, with the application's public key.</summary>
internal sealed class DiscordSignature
{
    /// <summary>How far a timestamp may lie from the clock, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const int KeyDigits = 64;
    private const int SignatureDigits = 128;
    private const int LongestTimestamp = 12;

    private readonly PublicKey _key;

    /// <summary>Checks with this key.</summary>
    /// <param name="publicKey">64 hexadecimal digits, from the application's page in the developer portal.</param>
    /// <exception cref="FormatException">It is anything else; the message says what to do.</exception>
    public DiscordSignature(string publicKey)
    {
        var trimmed = publicKey.Trim();
        var isHex = trimmed.Length == KeyDigits && trimmed.All(char.IsAsciiHexDigit);
        _key = isHex && PublicKey.TryImport(SignatureAlgorithm.Ed25519, Convert.FromHexString(trimmed), KeyBlobFormat.RawPublicKey, out var imported)
            ? imported!
            : throw new FormatException("Discord's public key is not 64 hexadecimal digits. Copy PUBLIC KEY from the application's page in Discord's developer portal into DIGESTBOT_DISCORD__PUBLICKEY, or remove that setting.");
    }

    /// <summary>Whether the signature is right and fresh; false for anything malformed.</summary>
    /// <param name="timestamp">X-Signature-Timestamp: seconds since 1970, decimal digits alone.</param>
    /// <param name="signature">X-Signature-Ed25519: 128 hexadecimal digits.</param>
    /// <param name="now">The clock.</param>
    public bool Accepts(string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (timestamp is not { Length: > 0 and <= LongestTimestamp } || !timestamp.All(char.IsAsciiDigit)
            || Math.Abs(long.Parse(timestamp) - now.ToUnixTimeSeconds()) > (long)Tolerance.TotalSeconds
            || signature is not { Length: SignatureDigits } || !signature.All(char.IsAsciiHexDigit))
        {
            return false;
        }
        var signed = new byte[timestamp.Length + body.Length];
        Encoding.ASCII.GetBytes(timestamp, signed);
        body.CopyTo(signed.AsSpan(timestamp.Length));
        return SignatureAlgorithm.Ed25519.Verify(_key, signed, Convert.FromHexString(signature));
    }
}
