using System.Net.Http.Headers;
using System.Text;

namespace DigestBot.Tests.Chat.Slack;

/// <summary>Sends requests as Slack does.</summary>
internal static class SlackKnock
{
    /// <summary>Sends a signed form with its JSON in "payload".</summary>
    public static Task<HttpResponseMessage> PressAsync(this ChatHost host, string payload, string path = "/slack/actions") =>
        host.KnockAsync(path, SlackSignatureTests.Sign(1_800_000_000, $"payload={Uri.EscapeDataString(payload)}"), "application/x-www-form-urlencoded");

    /// <summary>Sends signed JSON.</summary>
    public static Task<HttpResponseMessage> HappenAsync(this ChatHost host, string json) =>
        host.KnockAsync("/slack/events", SlackSignatureTests.Sign(1_800_000_000, json), "application/json");

    public static async Task<HttpResponseMessage> KnockAsync(this ChatHost host, string path, SlackSignatureTests.SignedRequest signed, string contentType)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(signed.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        if (signed.Timestamp is not null)
        {
            request.Headers.Add("X-Slack-Request-Timestamp", signed.Timestamp);
        }

        if (signed.Signature is not null)
        {
            request.Headers.Add("X-Slack-Signature", signed.Signature);
        }

        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The signature of nobody.</summary>
    public static SlackSignatureTests.SignedRequest Unsigned(string body) => new(null, null, Encoding.UTF8.GetBytes(body));

    public static Task<string> ReadAsync(this HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
