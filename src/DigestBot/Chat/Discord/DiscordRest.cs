using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DigestBot.Chat.Discord;

/// <summary>Discord's REST interface, as far as the bot uses it. Retries only where repeating is safe.</summary>
internal sealed class DiscordRest(IHttpClientFactory clients, Settings settings, TimeProvider clock)
{
    /// <summary>Name of its client at the factory.</summary>
    public const string ClientName = "discord";

    private const int MostAttempts = 4;

    /// <summary>The longest wait that is obeyed; after a longer one the caller is told.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>How long one request may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Posts a message. With an enforced nonce a lost answer is asked for again: Discord then gives the message that is there already.</summary>
    /// <returns>The message's id.</returns>
    /// <exception cref="DiscordException">It was refused, or its fate is unknown.</exception>
    public async Task<string> PostAsync(string channel, DiscordMessage message, CancellationToken cancel)
    {
        byte[] answer = await SendAsync(() => Request(HttpMethod.Post, $"channels/{Uri.EscapeDataString(channel)}/messages", message, DiscordJson.Plain.DiscordMessage, isBot: true),
            mayRepeat: message.EnforceNonce == true, cancel);
        return JsonSerializer.Deserialize(answer, DiscordJson.Plain.DiscordPosted)?.Id ?? throw new DiscordException("Discord's answer has no message id", isOutcomeKnown: false);
    }

    /// <summary>Puts the answer in the place of a deferral.</summary>
    /// <exception cref="DiscordException">It was refused or could not be sent.</exception>
    public Task EditOriginalAsync(string application, string token, DiscordMessage message, CancellationToken cancel) =>
        SendAsync(() => Request(HttpMethod.Patch, $"webhooks/{Uri.EscapeDataString(application)}/{Uri.EscapeDataString(token)}/messages/@original", message with { Flags = null }, DiscordJson.Plain.DiscordMessage, isBot: false),
            mayRepeat: true, cancel);

    private HttpRequestMessage Request<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> type, bool isBot)
    {
        ByteArrayContent content = new(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        HttpRequestMessage request = new(method, new Uri(new Uri(settings.Discord.RestAddress.TrimEnd('/') + "/"), path)) { Content = content };
        if (isBot)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", settings.Discord.BotToken);
        return request;
    }

    private async Task<byte[]> SendAsync(Func<HttpRequestMessage> make, bool mayRepeat, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                using HttpRequestMessage request = make();
                using HttpResponseMessage response = await clients.CreateClient(ClientName).SendAsync(request, cancel);
                byte[] answer = await response.Content.ReadAsByteArrayAsync(cancel);
                if (response.IsSuccessStatusCode)
                    return answer;
                DiscordProblem problem = ReadProblem(answer);
                if (attempt == MostAttempts || WaitAfter(response, problem, mayRepeat, attempt) is not { } wait)
                    throw new DiscordException(problem.Explain(response.StatusCode), isOutcomeKnown: (int)response.StatusCode < 500);
                await Task.Delay(wait, clock, cancel);
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                bool neverSent = error is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };
                if (attempt == MostAttempts || !mayRepeat || neverSent)
                    throw new DiscordException(neverSent ? "Discord cannot be reached" : "the connection to Discord broke before its answer", neverSent, error);
                await Task.Delay(Pause(attempt), clock, cancel);
            }
        }
    }

    /// <summary>How long to wait before the same again; null where it would not help or not be safe.</summary>
    private static TimeSpan? WaitAfter(HttpResponseMessage response, DiscordProblem problem, bool mayRepeat, int attempt)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            TimeSpan wait = TimeSpan.FromSeconds(Math.Clamp(problem.RetryAfter ?? response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 1, 0, 86400));
            return wait <= LongestWait ? wait : null;
        }
        // An edit may arrive before Discord has taken in the deferral that it edits.
        bool isTooSoon = response.StatusCode == HttpStatusCode.NotFound && problem.Code is 10008 or 10015;
        return mayRepeat && (isTooSoon || (int)response.StatusCode >= 500) ? Pause(attempt) : null;
    }

    private static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds(400 << attempt);

    private static DiscordProblem ReadProblem(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, DiscordJson.Plain.DiscordProblem) ?? new DiscordProblem();
        }
        catch (JsonException)
        {
            return new DiscordProblem();
        }
    }
}
