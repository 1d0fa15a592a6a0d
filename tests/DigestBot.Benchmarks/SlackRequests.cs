using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Benchmarks;

/// <summary>Slash commands as Slack signs them, made before the clock runs.</summary>
internal static class SlackRequests
{
    /// <summary>The app's signing secret.</summary>
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>A command.</summary>
    /// <param name="typed">"ask what did Khatib demand?"</param>
    public static SignedRequest Make(string user, string typed) => Sign("/slack/commands", "application/x-www-form-urlencoded", $"token=x&team_id=T1&team_domain=news&channel_id=C1&channel_name=general&user_id={user}&user_name=reader&command=%2Fdigestbot&text={Uri.EscapeDataString(typed)}&api_app_id=A1&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F1%2Fx&trigger_id=1.2.3");

    private static SignedRequest Sign(string path, string contentType, string body)
    {
        var timestamp = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
        return new SignedRequest(path, contentType, Encoding.UTF8.GetBytes(body))
        {
            Headers = [("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", $"v0={Convert.ToHexStringLower(hash)}")],
        };
    }
}
