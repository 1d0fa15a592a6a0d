using System.Net;
using System.Net.Http.Headers;

namespace DigestBot.Chat.Slack;

/// <summary>One request to Slack.</summary>
/// <param name="Address">A method of the Web API or a response_url.</param>
/// <param name="Body">JSON, or a form where <paramref name="IsForm"/> says so.</param>
internal sealed record SlackRequest(Uri Address, byte[] Body, bool IsForm = false)
{
    /// <summary>Who asks; null at a response_url, which is its own key.</summary>
    public AuthenticationHeaderValue? Authorization { get; init; }
}

/// <summary>Sends requests to Slack; again only what was refused for coming too fast, since Slack has no key against doing a thing twice.</summary>
internal sealed class SlackHttp(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>Name of its client at the factory.</summary>
    public const string ClientName = "slack";

    /// <summary>How long one request may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait that is obeyed; before a longer one the caller is told.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private const int MostAttempts = 4;

    /// <summary>The answer's body, and its scopes where it tells them.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task<(byte[] Body, string? Scopes)> SendAsync(SlackRequest request, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            using HttpRequestMessage message = new(HttpMethod.Post, request.Address) { Content = new ByteArrayContent(request.Body) };
            message.Content.Headers.ContentType = request.IsForm ? new MediaTypeHeaderValue("application/x-www-form-urlencoded") : new MediaTypeHeaderValue("application/json", "utf-8");
            message.Headers.Authorization = request.Authorization;
            using var response = await SendAsync(message, cancel);
            if (response.IsSuccessStatusCode)
            {
                return (await response.Content.ReadAsByteArrayAsync(cancel), Header(response, "X-OAuth-Scopes"));
            }

            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                throw new SlackException($"Slack answered {(int)response.StatusCode}", isOutcomeKnown: (int)response.StatusCode < 500);
            }

            var wait = Wait(response);
            if (attempt == MostAttempts || wait > LongestWait)
            {
                throw new SlackException(SlackProblem.Explain("", "ratelimited"), isOutcomeKnown: true) { Name = "ratelimited" };
            }

            await Task.Delay(wait, clock, cancel);
        }
    }

    private TimeSpan Wait(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => TimeSpan.FromSeconds(1),
    };

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await clients.CreateClient(ClientName).SendAsync(request, cancel);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            var neverSent = error is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };
            throw new SlackException(neverSent ? "Slack cannot be reached" : "the connection to Slack broke before its answer", neverSent, error);
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
