using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DigestBot.Tests.Chat.Discord.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Chat.Discord;

/// <summary>
/// Discord on a real listener, as far as the bot uses it: messages that know their nonces, commands, permissions, limits that are told in
/// headers and held to. A test tells it which of the next requests to answer wrongly, late or not at all.
/// </summary>
internal sealed class FakeDiscord : IAsyncDisposable
{
    public const string Token = "bot.token.secret";
    public const string ApplicationId = "900";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task<bool>>> _faults = new();
    private readonly Dictionary<string, string> _nonces = [];
    private readonly Lock _posting = new();
    private int _lastId = 1000;

    private FakeDiscord(TimeProvider clock)
    {
        Limits = new FakeDiscordLimits(clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Use(RecordAsync);
        _app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.Use(FailAsync).Use(Limits.HoldAsync));
        _app.UseRouting();
        Map(_app.MapGroup("/api/v10"));
        _app.Map("/gateway", Gateway.ServeAsync);
        _app.Map("/resume", Gateway.ServeAsync);
    }

    /// <summary>What the bot takes as the REST interface's address.</summary>
    public string Address => $"{_app.Urls.Single()}/api/v10";

    /// <summary>The limits that it tells and holds to.</summary>
    public FakeDiscordLimits Limits { get; }

    /// <summary>Its gateway, at <see cref="GatewayAddress"/>.</summary>
    public FakeGateway Gateway { get; } = new();

    public string GatewayAddress => $"{_app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal)}/gateway";

    public string ResumeAddress => $"{_app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal)}/resume";

    /// <summary>How many connections it asks for, and how many sessions may be begun.</summary>
    public (int Shards, int Remaining, int ResetAfter, int MaxConcurrency) Plan { get; set; } = (1, 1000, 3_600_000, 1);

    /// <summary>Every request, in the order of arrival.</summary>
    public Arrivals<SentRequest> Requests { get; } = new();

    /// <summary>The messages posted to channels.</summary>
    public Arrivals<(string Channel, JsonNode Message)> Messages { get; } = new();

    /// <summary>The application as Discord describes it to its bot.</summary>
    public JsonObject Application { get; } = new() { ["id"] = ApplicationId, ["name"] = "DigestBot" };

    /// <summary>Menus of commands by scope: "all", or a server's id.</summary>
    public ConcurrentDictionary<string, JsonArray> Menus { get; } = new();

    /// <summary>What GET answers by path: servers, channels, members.</summary>
    public ConcurrentDictionary<string, string> Known { get; } = new();

    /// <summary>Settings of a bot that takes this for Discord.</summary>
    public Settings Settings => new() { Discord = new DiscordSettings { BotToken = Token, RestAddress = Address, DigestChannel = "5" } };

    public static async Task<FakeDiscord> StartAsync(TimeProvider? clock = null)
    {
        FakeDiscord discord = new(clock ?? TimeProvider.System);
        await discord._app.StartAsync(TestContext.Current.CancellationToken);
        return discord;
    }

    /// <summary>Answers one of the next requests so; what is asked for does not happen.</summary>
    public void Answer(int status, string json = "", params (string Name, string Value)[] headers) => _faults.Enqueue(async context =>
    {
        foreach ((var name, var value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await FakePlatform.Json(context, status, json);
        return true;
    });

    /// <summary>Loses one of the next requests.</summary>
    public void LoseRequest() => _faults.Enqueue(context =>
    {
        context.Abort();
        return Task.FromResult(true);
    });

    /// <summary>Does what one of the next requests asks for, and loses the answer.</summary>
    public void LoseAnswer() => _faults.Enqueue(context =>
    {
        context.Response.OnStarting(() =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return Task.FromResult(false);
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(RouteGroupBuilder api)
    {
        api.MapPost("/channels/{channel}/messages", PostAsync);
        api.MapPatch("/webhooks/{application}/{token}/messages/@original", (HttpContext context) => FakePlatform.Json(context, 200, """{"id":"1"}"""));
        api.MapPost("/interactions/{id}/{token}/callback", (HttpContext context) => context.Response.StatusCode = 204);
        api.MapGet("/gateway/bot", (HttpContext context) => FakePlatform.Json(context, 200, new JsonObject
        {
            ["url"] = GatewayAddress,
            ["shards"] = Plan.Shards,
            ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = Plan.Remaining, ["reset_after"] = Plan.ResetAfter, ["max_concurrency"] = Plan.MaxConcurrency },
        }.ToJsonString()));
        api.MapGet("/applications/{application}/commands", (HttpContext context) => MenuAsync(context, "all"));
        api.MapPut("/applications/{application}/commands", (HttpContext context) => SetMenuAsync(context, "all"));
        api.MapGet("/applications/{application}/guilds/{guild}/commands", MenuAsync);
        api.MapPut("/applications/{application}/guilds/{guild}/commands", SetMenuAsync);
        api.MapGet("/users/@me/guilds", (HttpContext context, int limit, long after) => FakePlatform.Json(context, 200, new JsonArray([.. (Known.TryGetValue("users/@me/guilds", out var known) ? JsonNode.Parse(known)!.AsArray() : [])
            .Where(g => long.Parse(g!["id"]!.GetValue<string>()) > after).Take(limit).Select(g => g!.DeepClone())]).ToJsonString()));
        api.MapGet("/{**path}", (HttpContext context, string path) => Known.TryGetValue(path, out var json)
            ? FakePlatform.Json(context, 200, json)
            : FakePlatform.Json(context, 404, """{"message":"Unknown Channel","code":10003}"""));
        api.MapGet("/applications/@me", (HttpContext context) => FakePlatform.Json(context, 200, Application.ToJsonString()));
    }

    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }
        context.Request.EnableBuffering();
        using StreamReader reader = new(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        Requests.Add(new SentRequest(context.Request.Method, context.Request.Path, body, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)) { Query = context.Request.QueryString.ToString() });
        var hasOwnToken = context.Request.Path.StartsWithSegments("/api/v10/webhooks") || context.Request.Path.StartsWithSegments("/api/v10/interactions");
        if (hasOwnToken || context.Request.Headers.Authorization == $"Bot {Token}")
        {
            await next(context);
        }
        else
        {
            await FakePlatform.Json(context, 401, """{"message":"401: Unauthorized","code":0}""");
        }
    }

    private async Task FailAsync(HttpContext context, RequestDelegate next)
    {
        if (!_faults.TryDequeue(out var fault) || !await fault(context))
        {
            await next(context);
        }
    }

    // As Discord gives commands back: with ids, with the defaults written out, localisations only when they are asked for.
    private Task MenuAsync(HttpContext context, string guild)
    {
        var menu = Menus.GetValueOrDefault(guild)?.DeepClone().AsArray() ?? [];
        var id = 0;
        foreach (var command in menu.OfType<JsonObject>())
        {
            command["id"] = $"{++id}";
            command["version"] = "1";
            command["dm_permission"] = true;
            command["nsfw"] = false;
            command["default_member_permissions"] = null;
            command["options"] ??= new JsonArray();
            if (context.Request.Query["with_localizations"] != "true")
            {
                command.Remove("name_localizations");
            }
        }
        return FakePlatform.Json(context, 200, new JsonArray([.. menu.Reverse().Select(c => c!.DeepClone())]).ToJsonString());
    }

    private async Task SetMenuAsync(HttpContext context, string guild)
    {
        Menus[guild] = (await JsonNode.ParseAsync(context.Request.Body))!.AsArray();
        await MenuAsync(context, guild);
    }

    private async Task PostAsync(HttpContext context, string channel)
    {
        var message = (await JsonNode.ParseAsync(context.Request.Body))!;
        var nonce = message["enforce_nonce"]?.GetValue<bool>() == true ? message["nonce"]!.GetValue<string>() : null;
        string? id;
        lock (_posting)
        {
            if (nonce is null || !_nonces.TryGetValue(nonce, out id))
            {
                id = $"{++_lastId}";
                Messages.Add((channel, message));
                _nonces[nonce ?? id] = id;
            }
        }
        await FakePlatform.Json(context, 200, new JsonObject { ["id"] = id }.ToJsonString());
    }
}
