using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Chat.Slack;

/// <summary>Checks that a request comes from Slack: "v0=" and HMAC-SHA256 over "v0:{timestamp}:{raw body}" with the app's signing secret.</summary>
internal sealed class SlackSignature
{
    /// <summary>How far a timestamp may lie from the clock, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const int Length = 67;
    private const int LongestTimestamp = 12;

    private readonly byte[][] _secrets;

    /// <summary>Checks with these secrets.</summary>
    /// <param name="signingSecrets">The secret; while it is being changed, the old and the new one with a comma between.</param>
    /// <exception cref="FormatException">There is none; the message says what to do.</exception>
    public SlackSignature(string signingSecrets)
    {
        _secrets = [.. signingSecrets.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Encoding.UTF8.GetBytes)];
        if (_secrets.Length == 0)
        {
            throw new FormatException("Slack's signing secret is empty. Copy Signing Secret from the app's Basic Information page into DIGESTBOT_SLACK__SIGNINGSECRET, or remove that setting.");
        }
    }

    /// <summary>Whether the signature is right and fresh; false for anything malformed. Compared in constant time.</summary>
    /// <param name="timestamp">X-Slack-Request-Timestamp: seconds since 1970, decimal digits alone.</param>
    /// <param name="signature">X-Slack-Signature: "v0=" and 64 hexadecimal digits.</param>
    /// <param name="now">The clock.</param>
    public bool Accepts(string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (timestamp is not { Length: > 0 and <= LongestTimestamp } || !timestamp.All(char.IsAsciiDigit)
            || Math.Abs(long.Parse(timestamp) - now.ToUnixTimeSeconds()) > (long)Tolerance.TotalSeconds
            || signature is not { Length: Length } || !signature.StartsWith("v0=", StringComparison.Ordinal) || !signature.AsSpan(3).ToString().All(char.IsAsciiHexDigitLower))
        {
            return false;
        }
        var start = Encoding.ASCII.GetBytes($"v0:{timestamp}:");
        byte[] signed = [.. start, .. body];
        var given = Convert.FromHexString(signature.AsSpan(3));
        var accepted = false;
        foreach (var secret in _secrets)
        {
            accepted |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret, signed), given);
        }

        return accepted;
    }
}
