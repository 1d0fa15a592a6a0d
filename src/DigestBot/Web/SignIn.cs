using System.Threading.RateLimiting;
using DigestBot.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;

namespace DigestBot.Web;

/// <summary>Where the operator's key is typed and a pass is given for it.</summary>
internal static class SignIn
{
    private const string Limited = "sign-in";

    /// <summary>Ten keys a minute may be tried from one address.</summary>
    public static void Limit(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Limited, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) }));
    }

    /// <summary>The sign-in page that leads on to a page of ours.</summary>
    public static string Address(string to) => $"/sign-in?to={Uri.EscapeDataString(to)}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in", IResult (string? to) => Page(to, wrong: false)).AllowAnonymous();
        endpoints.MapPost("/sign-in", EnterAsync).AllowAnonymous().AddEndpointFilter<FormCheck>().RequireRateLimiting(Limited);
        endpoints.MapPost("/sign-out", (HttpContext context) =>
        {
            context.Response.Cookies.Delete(KeyCheck.Cookie);
            return TypedResults.LocalRedirect("/sign-in");
        }).AddEndpointFilter<FormCheck>();
    }

    private static async Task<IResult> EnterAsync(HttpContext context, OperatorKey key)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var to = form["to"].ToString();
        if (!key.Matches(form["key"].ToString().Trim()))
        {
            return Page(to, wrong: true);
        }

        context.Response.Cookies.Append(KeyCheck.Cookie, key.IssuePass(), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == "https",
            MaxAge = OperatorKey.Lifetime,
        });
        return Results.LocalRedirect(Local(to));
    }

    private static RazorComponentResult<SignInPage> Page(string? to, bool wrong) =>
        new(new { To = Local(to), IsWrong = wrong }) { StatusCode = wrong ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK };

    /// <summary>Only ever a page of ours: the address comes from the asker.</summary>
    private static string Local(string? to) => RedirectHttpResult.IsLocalUrl(to) && to!.StartsWith('/') ? to : "/";
}
