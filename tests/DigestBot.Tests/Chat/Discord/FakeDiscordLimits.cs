using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Chat.Discord;

/// <summary>Discord's limits: buckets told in headers, and 429 for who does not keep to them.</summary>
internal sealed class FakeDiscordLimits(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (int Allowed, TimeSpan Per)> _rules = new();
    private readonly Dictionary<string, (int Used, DateTimeOffset Reset)> _used = [];
    private readonly Lock _counting = new();

    /// <summary>How many requests it refused with 429.</summary>
    public int Refused { get; private set; }

    /// <summary>Allows so many requests of this kind in that time; each path has a bucket of its own.</summary>
    /// <param name="pathPart">What the path holds: "/messages".</param>
    public void Allow(string pathPart, int requests, TimeSpan per) => _rules[pathPart] = (requests, per);

    /// <summary>Answers with 429, or lets the request through and tells in the headers what is left.</summary>
    public async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        string path = context.Request.Path;
        var rule = _rules.Keys.FirstOrDefault(path.Contains);
        if (rule is null)
        {
            await next(context);
            return;
        }
        (var left, var after) = Use(rule, path);
        context.Response.Headers["X-RateLimit-Bucket"] = $"hash-of-{rule.Trim('/')}";
        context.Response.Headers["X-RateLimit-Limit"] = $"{_rules[rule].Allowed}";
        context.Response.Headers["X-RateLimit-Remaining"] = $"{Math.Max(0, left)}";
        context.Response.Headers["X-RateLimit-Reset-After"] = $"{after.TotalSeconds:F3}";
        if (left >= 0)
        {
            await next(context);
        }
        else
        {
            await RefuseAsync(context, after.TotalSeconds);
        }
    }

    private (int Left, TimeSpan After) Use(string rule, string path)
    {
        lock (_counting)
        {
            var now = clock.GetUtcNow();
            (var count, var reset) = _used.GetValueOrDefault(path);
            if (reset <= now)
            {
                (count, reset) = (0, now + _rules[rule].Per);
            }

            _used[path] = (count + 1, reset);
            return (_rules[rule].Allowed - count - 1, reset - now);
        }
    }

    private Task RefuseAsync(HttpContext context, double seconds)
    {
        lock (_counting)
        {
            Refused++;
        }

        context.Response.Headers["X-RateLimit-Scope"] = "user";
        context.Response.Headers.RetryAfter = $"{Math.Ceiling(seconds)}";
        return FakePlatform.Json(context, 429, $$"""{"message":"You are being rate limited.","retry_after":{{seconds:F3}},"global":false}""");
    }
}
