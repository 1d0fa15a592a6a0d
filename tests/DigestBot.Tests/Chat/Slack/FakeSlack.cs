using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Chat.Slack;

/// <summary>
/// Slack on a real listener, as far as the bot uses it: errors as ok:false on 200, one message a second and channel, messages and views
/// held to their limits, response addresses with five uses. A test tells it which of the next requests to answer wrongly, late or not at all.
/// </summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    public const string BotToken = "xoxb-1-secret";
    public const string AppToken = "xapp-1-secret";
    public const string ClientId = "1.2";
    public const string ClientSecret = "client-secret";

    /// <summary>The token that an installation brings.</summary>
    public const string InstalledToken = "xoxb-2-secret-installed";

    public const int ResponseUses = 5;

    private readonly WebApplication _app;
    private readonly TimeProvider? _clock;
    private readonly ConcurrentQueue<(string Method, Func<HttpContext, Task<bool>> Fail)> _faults = new();
    private readonly Dictionary<string, DateTimeOffset> _lastPosts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _responseUses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _usedCodes = new(StringComparer.Ordinal);
    private int _lastTs;

    private FakeSlack(TimeProvider? clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Use(RecordAsync);
        _app.Use(FailAsync);
        _app.UseRouting();
        _app.MapPost("/response/{key}", RespondAsync);
        _app.Map("/link", Sockets.LinkAsync);
        Map(_app.MapGroup("/api"));
    }

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>A response_url of a command.</summary>
    public string ResponseUrl(string key = "r1") => $"{Address}/response/{key}";

    /// <summary>What the bot's token may do.</summary>
    public string Scopes { get; set; } = "commands,chat:write";

    /// <summary>Every request, in the order of arrival.</summary>
    public Arrivals<SentRequest> Requests { get; } = new();

    /// <summary>The messages that stand in channels, also those that a test lets users write.</summary>
    public Arrivals<JsonNode> Messages { get; } = new();

    /// <summary>Those whose words have been replaced, as often as they have been.</summary>
    public Arrivals<JsonNode> Updates { get; } = new();

    /// <summary>The messages in channels that one user alone sees.</summary>
    public Arrivals<JsonNode> Whispers { get; } = new();

    /// <summary>Users by their ids, as JSON; without any nobody is anything.</summary>
    public ConcurrentDictionary<string, string> Users { get; } = new();

    /// <summary>The windows and home tabs that are shown, each with its trigger or user.</summary>
    public Arrivals<JsonNode> Views { get; } = new();

    /// <summary>Its end of Socket Mode.</summary>
    public FakeSlackSockets Sockets { get; } = new();

    /// <summary>The answers that came to response addresses.</summary>
    public Arrivals<JsonNode> Responses { get; } = new();

    /// <summary>Rules of Slack's that any message or view broke.</summary>
    public Arrivals<string> Broken { get; } = new();

    /// <summary>Settings of a bot that takes this for Slack.</summary>
    public SlackSettings Settings => new() { SigningSecret = SlackSignatureTests.Secret, BotToken = BotToken, DigestChannel = "C5", ApiAddress = $"{Address}/api", ResponseAddresses = Address };

    /// <summary>Starts it; it holds to one message a second and channel of the clock's, where it has one.</summary>
    public static async Task<FakeSlack> StartAsync(TimeProvider? clock = null)
    {
        FakeSlack slack = new(clock);
        await slack._app.StartAsync(TestContext.Current.CancellationToken);
        return slack;
    }

    /// <summary>Answers the next call of a method so; what is asked for does not happen.</summary>
    public void Answer(string method, int status, string json, params (string Name, string Value)[] headers) => _faults.Enqueue((method, async context =>
    {
        foreach ((var name, var value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await FakePlatform.Json(context, status, json);
        return true;
    }));

    /// <summary>Refuses the next call of a method by an error's name.</summary>
    public void Refuse(string method, string error) => Answer(method, 200, $$"""{"ok":false,"error":"{{error}}"}""");

    /// <summary>Loses the next call of a method.</summary>
    public void LoseRequest(string method) => _faults.Enqueue((method, context =>
    {
        context.Abort();
        return Task.FromResult(true);
    }));

    /// <summary>Does what the next call of a method asks for, and loses the answer.</summary>
    public void LoseAnswer(string method) => _faults.Enqueue((method, context =>
    {
        context.Response.OnStarting(() =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return Task.FromResult(false);
    }));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(RouteGroupBuilder api)
    {
        api.MapPost("/chat.postMessage", PostAsync);
        api.MapPost("/chat.postEphemeral", WhisperAsync);
        api.MapPost("/users.info", UserAsync);
        api.MapPost("/chat.update", UpdateAsync);
        api.MapPost("/auth.test", async context =>
        {
            context.Response.Headers["X-OAuth-Scopes"] = Scopes;
            await FakePlatform.Json(context, 200, """{"ok":true,"team":"Newsroom","team_id":"T1","user":"digestbot","user_id":"U0BOT"}""");
        });
        api.MapPost("/conversations.history", HistoryAsync);
        api.MapPost("/conversations.replies", HistoryAsync);
        api.MapPost("/apps.connections.open", context => Sockets.OpenAsync(context, Address.Replace("http://", "ws://", StringComparison.Ordinal)));
        api.MapPost("/oauth.v2.access", ExchangeAsync);
        api.MapPost("/views.open", context => ViewAsync(context, "trigger_id"));
        api.MapPost("/views.publish", context => ViewAsync(context, "user_id"));
    }

    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        using StreamReader reader = new(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        Requests.Add(new SentRequest(context.Request.Method, context.Request.Path, body, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (!context.Request.Path.StartsWithSegments("/api") || Keys(context.Request.Path).Contains(context.Request.Headers.Authorization.ToString()))
        {
            await next(context);
        }
        else
        {
            await RefuseAsync(context, "invalid_auth");
        }
    }

    private static string[] Keys(PathString path) => path.Value!.Split('/')[^1] switch
    {
        "apps.connections.open" => [$"Bearer {AppToken}"],
        "oauth.v2.access" => [$"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{ClientSecret}"))}"],
        _ => [$"Bearer {BotToken}", $"Bearer {InstalledToken}"],
    };

    private async Task FailAsync(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Path.Value!.Split('/')[^1];
        if (!_faults.TryPeek(out var fault) || fault.Method != method || !_faults.TryDequeue(out fault) || !await fault.Fail(context))
        {
            await next(context);
        }
    }

    private async Task PostAsync(HttpContext context)
    {
        var message = (await JsonNode.ParseAsync(context.Request.Body))!;
        var channel = message["channel"]!.GetValue<string>();
        if (IsTooSoon(channel))
        {
            context.Response.Headers.RetryAfter = "1";
            await FakePlatform.Json(context, 429, """{"ok":false,"error":"ratelimited"}""");
            return;
        }
        if (!IsWithin(SlackRules.OfMessage(message)))
        {
            await RefuseAsync(context, "invalid_blocks");
            return;
        }
        message["ts"] = $"1800000000.{Interlocked.Increment(ref _lastTs):D6}";
        Messages.Add(message);
        await FakePlatform.Json(context, 200, new JsonObject { ["ok"] = true, ["channel"] = channel, ["ts"] = message["ts"]!.GetValue<string>() }.ToJsonString());
    }

    private async Task WhisperAsync(HttpContext context)
    {
        var message = (await JsonNode.ParseAsync(context.Request.Body))!;
        if (string.IsNullOrEmpty((string?)message["user"]) || message["metadata"] is not null || !IsWithin(SlackRules.OfMessage(message)))
        {
            await RefuseAsync(context, "invalid_arguments");
            return;
        }
        Whispers.Add(message);
        await FakePlatform.Json(context, 200, """{"ok":true,"message_ts":"1800000000.000001"}""");
    }

    private async Task UserAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        if (Users.TryGetValue(QueryHelpers.ParseQuery(await reader.ReadToEndAsync())["user"].ToString(), out var user))
        {
            await FakePlatform.Json(context, 200, $$"""{"ok":true,"user":{{user}}}""");
        }
        else
        {
            await RefuseAsync(context, "user_not_found");
        }
    }

    private async Task UpdateAsync(HttpContext context)
    {
        var message = (await JsonNode.ParseAsync(context.Request.Body))!;
        if (Messages.FirstOrDefault(m => (string?)m["ts"] == (string?)message["ts"] && (string?)m["channel"] == (string?)message["channel"]) is not { } shown || !IsWithin(SlackRules.OfMessage(message)))
        {
            await RefuseAsync(context, "message_not_found");
            return;
        }
        foreach (var part in (string[])["text", "blocks"])
        {
            shown[part] = message[part]?.DeepClone();
        }

        Updates.Add(shown);
        await FakePlatform.Json(context, 200, new JsonObject { ["ok"] = true, ["channel"] = (string?)message["channel"], ["ts"] = (string?)message["ts"] }.ToJsonString());
    }

    private bool IsTooSoon(string channel)
    {
        if (_clock is null)
        {
            return false;
        }

        lock (_lastPosts)
        {
            if (_lastPosts.TryGetValue(channel, out var last) && _clock.GetUtcNow() - last < TimeSpan.FromSeconds(1))
            {
                return true;
            }

            _lastPosts[channel] = _clock.GetUtcNow();
            return false;
        }
    }

    private async Task ViewAsync(HttpContext context, string whose)
    {
        var view = (await JsonNode.ParseAsync(context.Request.Body))!;
        if (string.IsNullOrEmpty((string?)view[whose]) || !IsWithin(SlackRules.OfView(view["view"]!)))
        {
            await RefuseAsync(context, "invalid_arguments");
            return;
        }
        Views.Add(view);
        await FakePlatform.Json(context, 200, """{"ok":true}""");
    }

    private async Task ExchangeAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        var form = QueryHelpers.ParseQuery(await reader.ReadToEndAsync());
        if (!_usedCodes.TryAdd(form["code"].ToString(), true))
        {
            await RefuseAsync(context, "invalid_code");
        }
        else
        {
            await FakePlatform.Json(context, 200, $$"""{"ok":true,"access_token":"{{InstalledToken}}","token_type":"bot","scope":"{{Scopes}}","bot_user_id":"U0BOT","team":{"id":"T1","name":"Newsroom"},"enterprise":null,"is_enterprise_install":false}""");
        }
    }

    private async Task HistoryAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        var form = QueryHelpers.ParseQuery(await reader.ReadToEndAsync());
        var thread = form.GetValueOrDefault("ts").ToString();
        var found = Messages.Where(m => (string?)m["channel"] == form["channel"] && (thread.Length == 0 || thread == (string?)m["thread_ts"] || thread == (string?)m["ts"]))
            .Where(m => string.CompareOrdinal((string?)m["ts"], form.GetValueOrDefault("oldest").ToString()) > 0);
        JsonArray messages = [.. (thread.Length == 0 ? found.Reverse() : found).Select(m => m.DeepClone())];
        await FakePlatform.Json(context, 200, new JsonObject { ["ok"] = true, ["messages"] = messages }.ToJsonString());
    }

    private async Task RespondAsync(HttpContext context, string key)
    {
        var message = (await JsonNode.ParseAsync(context.Request.Body))!;
        if (_responseUses.AddOrUpdate(key, 1, (_, uses) => uses + 1) > ResponseUses)
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsync("used_url");
            return;
        }
        IsWithin(SlackRules.OfMessage(message));
        Responses.Add(message);
        await context.Response.WriteAsync("ok");
    }

    private bool IsWithin(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            Broken.Add(problem);
        }

        return problems.Count == 0;
    }

    private static Task RefuseAsync(HttpContext context, string error) => FakePlatform.Json(context, 200, $$"""{"ok":false,"error":"{{error}}"}""");
}
