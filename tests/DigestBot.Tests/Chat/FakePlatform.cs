using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Chat;

/// <summary>A request that the bot sent.</summary>
internal sealed record SentRequest(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>"?limit=200", or "".</summary>
    public string Query { get; init; } = "";
}

/// <summary>A platform's web interface on a real listener: it records what it gets and answers as a test says.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<SentRequest> _requests = Channel.CreateUnbounded<SentRequest>();

    private FakePlatform(Func<int, SentRequest, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        var count = 0;
        _app.Run(async context =>
        {
            using StreamReader reader = new(context.Request.Body);
            SentRequest request = new(context.Request.Method, context.Request.Path, await reader.ReadToEndAsync(), context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            _requests.Writer.TryWrite(request);
            await answer(Interlocked.Increment(ref count), request, context);
        });
    }

    public string Address => _app.Urls.Single();

    /// <summary>Those that nobody has read yet.</summary>
    public int Waiting => _requests.Reader.Count;

    /// <summary>Starts it; the answer gets the request's number, from 1.</summary>
    public static async Task<FakePlatform> StartAsync(Func<int, SentRequest, HttpContext, Task> answer)
    {
        FakePlatform platform = new(answer);
        await platform._app.StartAsync(TestContext.Current.CancellationToken);
        return platform;
    }

    /// <summary>Answers every request with this JSON.</summary>
    public static Task<FakePlatform> StartAsync(string json) => StartAsync((_, _, context) => Json(context, 200, json));

    public static Task Json(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    /// <summary>The next request, waited for.</summary>
    public ValueTask<SentRequest> NextAsync() => _requests.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
