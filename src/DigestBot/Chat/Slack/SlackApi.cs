using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace DigestBot.Chat.Slack;

/// <summary>Slack could not be asked, or refused. The message is in words and holds no secret.</summary>
internal sealed class SlackException(string message, bool isOutcomeKnown, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>False where the request may have taken effect although no answer came.</summary>
    public bool IsOutcomeKnown { get; } = isOutcomeKnown;
}

/// <summary>Slack's Web API and response addresses, as far as the bot uses them. Only refused requests are sent again: Slack has no key against posting twice.</summary>
internal sealed class SlackApi(IHttpClientFactory clients, Settings settings, TimeProvider clock)
{
    /// <summary>Name of its client at the factory.</summary>
    public const string ClientName = "slack";

    private const int MostAttempts = 4;

    /// <summary>How long one request may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait that is obeyed; after a longer one the caller is told.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Posts a message to its channel (chat.postMessage).</summary>
    /// <returns>The message's id in its channel.</returns>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task<string> PostAsync(SlackMessage message, CancellationToken cancel)
    {
        Uri address = new(new Uri(settings.Slack.ApiAddress.TrimEnd('/') + "/"), "chat.postMessage");
        byte[] body = await SendAsync(address, message, isBot: true, cancel);
        SlackAnswer answer = ReadAnswer(body);
        if (!answer.Ok)
            throw new SlackException(Explain(answer), isOutcomeKnown: answer.Error is not (null or "internal_error" or "fatal_error" or "request_timeout" or "service_unavailable"));
        return answer.Ts ?? "";
    }

    /// <summary>Sends an answer after the acknowledgement.</summary>
    /// <param name="responseUrl">The command's response_url; refused where its origin is not among the settings' ResponseAddresses.</param>
    /// <exception cref="SlackException">It was refused or could not be sent.</exception>
    public async Task RespondAsync(string responseUrl, SlackMessage message, CancellationToken cancel)
    {
        if (!MayRespondTo(responseUrl, out Uri? address))
            throw new SlackException("the command's response_url does not lead to Slack (DIGESTBOT_SLACK__RESPONSEADDRESSES)", isOutcomeKnown: true);
        await SendAsync(address, message, isBot: false, cancel);
    }

    private bool MayRespondTo(string responseUrl, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(responseUrl, UriKind.Absolute, out address) && address.UserInfo.Length == 0
        && settings.Slack.ResponseAddresses.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Contains(address.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase);

    private async Task<byte[]> SendAsync(Uri address, SlackMessage message, bool isBot, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, address);
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Plain.SlackMessage));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            if (isBot)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Slack.BotToken);
            using HttpResponseMessage response = await SendAsync(request, cancel);
            if (response.IsSuccessStatusCode)
                return await ReadAsync(response, cancel);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
                throw new SlackException($"Slack answered {(int)response.StatusCode}", isOutcomeKnown: (int)response.StatusCode < 500);
            TimeSpan wait = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            if (attempt == MostAttempts || wait > LongestWait)
                throw new SlackException("too many requests, and waiting did not help", isOutcomeKnown: true);
            await Task.Delay(wait, clock, cancel);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await clients.CreateClient(ClientName).SendAsync(request, cancel);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            bool neverSent = error is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };
            throw new SlackException(neverSent ? "Slack cannot be reached" : "the connection to Slack broke before its answer", neverSent, error);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync(cancel);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new SlackException("the connection to Slack broke in its answer", isOutcomeKnown: false, error);
        }
    }

    private static SlackAnswer ReadAnswer(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SlackJson.Plain.SlackAnswer) ?? new SlackAnswer();
        }
        catch (JsonException)
        {
            return new SlackAnswer();
        }
    }

    private static string Explain(SlackAnswer answer) => answer.Error switch
    {
        "channel_not_found" => "there is no such channel, or the bot does not see it: check DIGESTBOT_SLACK__DIGESTCHANNEL and invite the bot there",
        "not_in_channel" => "the bot is not in that channel: invite it there",
        "is_archived" => "that channel is archived",
        "invalid_auth" or "not_authed" or "token_revoked" or "token_expired" or "account_inactive" => $"the token is not valid ({answer.Error}): copy it anew into DIGESTBOT_SLACK__BOTTOKEN",
        "missing_scope" => $"the token lacks the scope {answer.Needed ?? "chat:write"}: add it on the app's page and install the app again",
        null => "Slack's answer could not be read",
        _ => $"Slack refused it ({answer.Error})",
    };
}
