using System.Net;
using Microsoft.AspNetCore.Authorization;

namespace DigestBot.Web;

/// <summary>
/// Anywhere but on this machine the operator's door wants the operator's key: as a cookie that /sign-in gives, or as
/// "Authorization: Bearer KEY". Endpoints that allow anybody (health, sign-in, those with a key of their own) are left alone.
/// </summary>
internal sealed class KeyCheck(RequestDelegate next, OperatorKey key)
{
    /// <summary>The cookie that holds the pass.</summary>
    public const string Cookie = "digestbot";

    public Task InvokeAsync(HttpContext context)
    {
        var open = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (open || IsFromThisMachine(context) || key.IsValid(context.Request.Cookies[Cookie]) || key.Matches(Bearer(context.Request)))
        {
            return next(context);
        }

        if (!key.IsSet)
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden,
                $"DigestBot can be entered only from its own machine until DIGESTBOT_OPERATORKEY is set to at least {OperatorKey.ShortestKey} characters of your choice.\n");
        }

        if (!HttpMethods.IsGet(context.Request.Method) || !ErrorPages.WantsPage(context.Request))
        {
            return RefuseAsync(context, StatusCodes.Status401Unauthorized, "This door wants the operator's key: send it as 'Authorization: Bearer KEY', or sign in at /sign-in.\n");
        }

        context.Response.Redirect(SignIn.Address(context.Request.Path + context.Request.QueryString));
        return Task.CompletedTask;
    }

    /// <summary>Whether the request began on this machine: a proxy here connects from loopback too, but tells on itself.</summary>
    private static bool IsFromThisMachine(HttpContext context)
    {
        var headers = context.Request.Headers;
        var proxied = headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase))
            || headers.ContainsKey("Forwarded") || headers.ContainsKey("X-Real-IP") || headers.ContainsKey("Via")
            // nginx adds no header unless it is told to, but speaks HTTP/1.0 to what is behind it.
            || HttpProtocol.IsHttp10(context.Request.Protocol);
        return !proxied && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote);
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message, context.RequestAborted);
    }
}
