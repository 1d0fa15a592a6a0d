using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DigestBot.Chat.Slack;

/// <summary>Slack's Web API and response addresses, as far as the bot uses them.</summary>
internal sealed class SlackApi(SlackHttp http, SlackPace pace, Settings settings)
{
    /// <summary>Posts a message to its channel (chat.postMessage), at Slack's pace.</summary>
    /// <param name="token">The workspace's bot token.</param>
    /// <returns>The message's id in its channel.</returns>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public Task<string> PostAsync(string token, SlackMessage message, CancellationToken cancel) =>
        PostAsync(token, message.Channel ?? "", JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Plain.SlackMessage), cancel);

    /// <summary>The same for a message that is JSON already.</summary>
    public Task<string> PostAsync(string token, string channel, byte[] message, CancellationToken cancel) =>
        pace.PostAsync(channel, async () => (await CallAsync("chat.postMessage", token, message, cancel)).Ts ?? "", cancel);

    /// <summary>
    /// Messages with their metadata: of a thread the first hundred, the oldest first (conversations.replies); else the channel's latest, the
    /// newest first (conversations.history).
    /// </summary>
    /// <param name="thread">The id of the thread's first message; null for the channel itself.</param>
    /// <param name="after">The id of the message behind which they stand; null for all.</param>
    /// <exception cref="SlackException">The bot may not read there, or Slack cannot be asked.</exception>
    public async Task<IReadOnlyList<SlackPosted>> MessagesAsync(string token, string channel, string? thread, string? after, CancellationToken cancel)
    {
        var method = thread is null ? "conversations.history" : "conversations.replies";
        var form = $"channel={Uri.EscapeDataString(channel)}&limit=100&include_all_metadata=true"
            + (thread is null ? "" : $"&ts={Uri.EscapeDataString(thread)}") + (after is null ? "" : $"&oldest={Uri.EscapeDataString(after)}");
        (var history, _) = await CallAsync(method, new SlackRequest(Method(method), Encoding.ASCII.GetBytes(form), IsForm: true) { Authorization = Bearer(token) }, SlackJson.Plain.SlackHistory, cancel);
        return history.Messages;
    }

    /// <summary>Shows a message in a channel to one user alone (chat.postEphemeral), at Slack's pace.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public Task PostEphemeralAsync(string token, SlackMessage message, CancellationToken cancel) =>
        pace.PostAsync(message.Channel ?? "", () => CallAsync("chat.postEphemeral", token, JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Plain.SlackMessage), cancel), cancel);

    /// <summary>Puts a message in the place of another of the bot's (chat.update).</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public Task UpdateAsync(string token, SlackMessage message, CancellationToken cancel) =>
        CallAsync("chat.update", token, JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Plain.SlackMessage), cancel);

    /// <summary>Opens a window (views.open), within three seconds of what was pressed or typed.</summary>
    /// <exception cref="SlackException">It was refused, or it took too long.</exception>
    public Task OpenViewAsync(string token, string trigger, SlackView view, CancellationToken cancel) =>
        CallAsync("views.open", token, JsonSerializer.SerializeToUtf8Bytes(new SlackViewOpening(trigger, view), SlackJson.Plain.SlackViewOpening), cancel);

    /// <summary>Shows a user the app's home tab (views.publish).</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public Task PublishViewAsync(string token, string user, SlackView home, CancellationToken cancel) =>
        CallAsync("views.publish", token, JsonSerializer.SerializeToUtf8Bytes(new SlackViewPublishing(user, home), SlackJson.Plain.SlackViewPublishing), cancel);

    /// <summary>A user, and what that user is in the workspace (users.info).</summary>
    /// <exception cref="SlackException">There is no such user there, or Slack cannot be asked.</exception>
    public async Task<SlackUser> UserAsync(string token, string user, CancellationToken cancel)
    {
        const string Info = "users.info";
        SlackRequest request = new(Method(Info), Encoding.ASCII.GetBytes($"user={Uri.EscapeDataString(user)}"), IsForm: true) { Authorization = Bearer(token) };
        return (await CallAsync(Info, request, SlackJson.Plain.SlackUserAnswer, cancel)).Answer.User ?? new SlackUser();
    }

    /// <summary>Whose a bot's token is and what it may do (auth.test).</summary>
    /// <exception cref="SlackException">The token is not valid, or Slack cannot be asked.</exception>
    public async Task<SlackIdentity> WhoAmIAsync(string token, CancellationToken cancel)
    {
        (var identity, var scopes) = await CallAsync("auth.test", new SlackRequest(Method("auth.test"), "{}"u8.ToArray()) { Authorization = Bearer(token) }, SlackJson.Plain.SlackIdentity, cancel);
        return identity with { Scopes = scopes?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
    }

    /// <summary>Changes an installation's code, which is good once, for the workspace's token (oauth.v2.access).</summary>
    /// <exception cref="SlackException">The code or the app's secret is not good, or Slack cannot be asked.</exception>
    public async Task<SlackGrant> ExchangeAsync(string code, string returnAddress, CancellationToken cancel)
    {
        const string Access = "oauth.v2.access";
        var form = Encoding.ASCII.GetBytes($"code={Uri.EscapeDataString(code)}&redirect_uri={Uri.EscapeDataString(returnAddress)}");
        AuthenticationHeaderValue app = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.Slack.ClientId}:{settings.Slack.ClientSecret}")));
        return (await CallAsync(Access, new SlackRequest(Method(Access), form, IsForm: true) { Authorization = app }, SlackJson.Plain.SlackGrant, cancel)).Answer;
    }

    /// <summary>Asks for a socket (apps.connections.open).</summary>
    /// <returns>Its address, good once and for a short while.</returns>
    /// <exception cref="SlackException">The app's token is not valid, Socket Mode is off, or Slack cannot be asked.</exception>
    public async Task<Uri> OpenSocketAsync(CancellationToken cancel)
    {
        const string Open = "apps.connections.open";
        (var answer, _) = await CallAsync(Open, new SlackRequest(Method(Open), [], IsForm: true) { Authorization = Bearer(settings.Slack.AppToken ?? "") }, SlackJson.Plain.SlackAnswer, cancel);
        return Uri.TryCreate(answer.Url, UriKind.Absolute, out var address) && address.Scheme is "wss" or "ws"
            ? address
            : throw new SlackException("Slack named no socket", isOutcomeKnown: true);
    }

    /// <summary>Sends an answer after the acknowledgement. Slack takes five of them in half an hour.</summary>
    /// <param name="responseUrl">The command's response_url; refused where its origin is not among the settings' ResponseAddresses.</param>
    /// <exception cref="SlackException">It was refused or could not be sent.</exception>
    public async Task RespondAsync(string responseUrl, SlackMessage message, CancellationToken cancel)
    {
        if (!MayRespondTo(responseUrl, out var address))
        {
            throw new SlackException("the command's response_url does not lead to Slack (DIGESTBOT_SLACK__RESPONSEADDRESSES)", isOutcomeKnown: true);
        }

        await http.SendAsync(new SlackRequest(address, JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Plain.SlackMessage)), cancel);
    }

    private bool MayRespondTo(string responseUrl, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(responseUrl, UriKind.Absolute, out address) && address.UserInfo.Length == 0
        && settings.Slack.ResponseAddresses.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Contains(address.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase);

    private async Task<SlackAnswer> CallAsync(string method, string token, byte[] body, CancellationToken cancel) =>
        (await CallAsync(method, new SlackRequest(Method(method), body) { Authorization = Bearer(token) }, SlackJson.Plain.SlackAnswer, cancel)).Answer;

    private async Task<(T Answer, string? Scopes)> CallAsync<T>(string method, SlackRequest request, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : SlackAnswer
    {
        (var body, var scopes) = await http.SendAsync(request, cancel);
        var answer = Read(body, type);
        return answer is { Ok: true } ? (answer, scopes) : throw SlackProblem.Of(method, answer ?? new SlackAnswer());
    }

    private static T? Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : SlackAnswer
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Uri Method(string name) => new(new Uri(settings.Slack.ApiAddress.TrimEnd('/') + "/"), name);

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);
}
