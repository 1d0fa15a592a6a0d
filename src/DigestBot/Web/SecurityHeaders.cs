namespace DigestBot.Web;

/// <summary>What every response of the operator's door tells the browser: no frames, nothing from elsewhere, and no script but for the one that fetches prose.</summary>
internal static class SecurityHeaders
{
    private static readonly object _script = new();

    /// <summary>Lets this response's page run our own script.</summary>
    public static void AllowScript(HttpContext context) => context.Items[_script] = true;

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // On starting, because the exception handler begins its response with cleared headers.
        context.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            var headers = response.Headers;
            headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                + (response.HttpContext.Items.ContainsKey(_script) ? "; script-src 'self'; connect-src 'self'" : "");
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
