using System.Net;
using System.Net.Http.Headers;

namespace DigestBot.Chat.Discord;

/// <summary>Sends requests to Discord: within its limits, and again only where repeating is safe.</summary>
internal sealed class DiscordHttp(IHttpClientFactory clients, Settings settings, TimeProvider clock)
{
    /// <summary>Name of its client at the factory.</summary>
    public const string ClientName = "discord";

    /// <summary>How long one request may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private const int MostAttempts = 4;

    private readonly DiscordLimits _limits = new(clock);

    /// <summary>The answer's body.</summary>
    /// <exception cref="DiscordException">It was refused, or its fate is unknown.</exception>
    public async Task<byte[]> SendAsync(DiscordRequest request, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            (var answer, var refusal, var isWorthRepeating) = await TryAsync(request, cancel);
            if (answer is not null)
            {
                return answer;
            }

            if (attempt == MostAttempts || !isWorthRepeating)
            {
                throw refusal!;
            }
            // A closed bucket lets the next in when it opens; anything else is given a moment.
            if (refusal!.Status != HttpStatusCode.TooManyRequests)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(400 << attempt), clock, cancel);
            }
        }
    }

    private async Task<(byte[]? Answer, DiscordException? Refusal, bool IsWorthRepeating)> TryAsync(DiscordRequest request, CancellationToken cancel)
    {
        var bucket = await _limits.EnterAsync(request, cancel);
        try
        {
            using var message = Message(request);
            using var response = await clients.CreateClient(ClientName).SendAsync(message, cancel);
            _limits.Learn(request, bucket, response);
            var answer = await response.Content.ReadAsByteArrayAsync(cancel);
            if (response.IsSuccessStatusCode)
            {
                return (answer, null, false);
            }

            var problem = DiscordProblem.Read(answer);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                _limits.Close(request, bucket, response, problem);
            }

            DiscordException refusal = new(problem.Explain(response.StatusCode), isOutcomeKnown: (int)response.StatusCode < 500) { Code = problem.Code, Status = response.StatusCode };
            return (null, refusal, IsWorthRepeating(request, response.StatusCode, problem));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            var neverSent = error is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };
            DiscordException refusal = new(neverSent ? "Discord cannot be reached" : "the connection to Discord broke before its answer", neverSent, error);
            return (null, refusal, request.MayRepeat && !neverSent);
        }
        finally
        {
            _limits.Leave(bucket);
        }
    }

    private static bool IsWorthRepeating(DiscordRequest request, HttpStatusCode status, DiscordProblem problem)
    {
        if (status == HttpStatusCode.TooManyRequests)
        {
            return true;
        }
        // An edit may arrive before Discord has taken in the deferral that it edits.
        var isTooSoon = request.Method == HttpMethod.Patch && status == HttpStatusCode.NotFound && problem.Code is 10008 or 10015;
        return request.MayRepeat && (isTooSoon || (int)status >= 500);
    }

    private HttpRequestMessage Message(DiscordRequest request)
    {
        HttpRequestMessage message = new(request.Method, new Uri(new Uri(settings.Discord.RestAddress.TrimEnd('/') + "/"), request.Path));
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        if (request.IsBot)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", settings.Discord.BotToken);
        }

        return message;
    }
}
