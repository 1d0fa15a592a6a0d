using System.Net;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace DigestBot.Chat.Slack;

/// <summary>Installs the app in any workspace by OAuth: /slack/install leads to Slack, which leads back to /slack/oauth with a code.</summary>
internal sealed class SlackInstallation(SlackApi api, SlackTokens tokens, Store store, Settings settings, IDataProtectionProvider protection)
{
    private const string Cookie = "digestbot-slack";

    /// <summary>How long one may take to agree at Slack.</summary>
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("slack", "state").ToTimeLimitedDataProtector();

    /// <summary>Opens both addresses where the app's client id and secret are set.</summary>
    /// <exception cref="FormatException">The public door's address is missing or malformed; the message says what to do.</exception>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var slack = endpoints.ServiceProvider.GetRequiredService<Settings>().Slack;
        if (!IsSetUp(slack))
        {
            return;
        }

        if (slack.PublicAddress is not { } address || !SlackManifest.IsAddress(address))
        {
            throw new FormatException("Installations have nowhere to come back to. Set DIGESTBOT_SLACK__PUBLICADDRESS to the public door's address from outside, like https://bot.example.org.");
        }

        var installation = ActivatorUtilities.CreateInstance<SlackInstallation>(endpoints.ServiceProvider);
        endpoints.MapGet("/slack/install", installation.Begin);
        endpoints.MapGet("/slack/oauth", installation.EndAsync);
    }

    /// <summary>Whether workspaces can install the app by themselves.</summary>
    public static bool IsSetUp(SlackSettings slack) => !string.IsNullOrEmpty(slack.ClientId) && !string.IsNullOrEmpty(slack.ClientSecret);

    private string ReturnAddress => $"{settings.Slack.PublicAddress!.TrimEnd('/')}/slack/oauth";

    private void Begin(HttpContext context)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, nonce, CookieFor(_lifetime));
        var scopes = string.Join(',', SlackManifest.Scopes.Select(s => s.Name));
        context.Response.Redirect($"{settings.Slack.AuthorizeAddress}?client_id={Uri.EscapeDataString(settings.Slack.ClientId!)}&scope={Uri.EscapeDataString(scopes)}"
            + $"&redirect_uri={Uri.EscapeDataString(ReturnAddress)}&state={Uri.EscapeDataString(_seal.Protect(nonce, _lifetime))}");
    }

    private async Task EndAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var nonce = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, CookieFor(TimeSpan.Zero));
        if (!IsOurs(query["state"].ToString(), nonce))
        {
            await SayAsync(context, HttpStatusCode.BadRequest, "This installation was not begun here, or too long ago. Begin again at /slack/install.");
        }
        else if (query["code"].ToString() is not { Length: > 0 } code)
        {
            await SayAsync(context, HttpStatusCode.OK, "DigestBot was not installed. Begin again at /slack/install whenever you like.");
        }
        else if (!await store.NoteArrivalAsync($"slack-install:{nonce}", context.RequestAborted))
        {
            await SayAsync(context, HttpStatusCode.BadRequest, "This installation has ended already. Begin again at /slack/install.");
        }
        else
        {
            await InstallAsync(context, code);
        }
    }

    private async Task InstallAsync(HttpContext context, string code)
    {
        try
        {
            var grant = await api.ExchangeAsync(code, ReturnAddress, context.RequestAborted);
            if (grant is not { AccessToken: { Length: > 0 } token, Team: { Id: { Length: > 0 } team } named })
            {
                await SayAsync(context, HttpStatusCode.BadRequest, "DigestBot can be installed in a workspace, not in a whole organisation at once. Choose a workspace at /slack/install.");
            }
            else if (grant.RefreshToken is not null)
            {
                await SayAsync(context, HttpStatusCode.BadRequest, "This app's tokens expire (token rotation), which DigestBot does not do. Make the app anew from its manifest.");
            }
            else
            {
                await tokens.KeepAsync($"slack:{team}", named.Name ?? team, token, context.RequestAborted);
                await SayAsync(context, HttpStatusCode.OK, $"DigestBot is installed in {PlainText.OneLine(named.Name ?? team)}. Try {settings.Slack.Command} help there.");
            }
        }
        catch (SlackException error)
        {
            await SayAsync(context, HttpStatusCode.BadGateway, $"DigestBot was not installed: {error.Message}.");
        }
    }

    /// <summary>Whether we have sealed the state for this browser, and not too long ago.</summary>
    private bool IsOurs(string state, string? nonce)
    {
        try
        {
            return !string.IsNullOrEmpty(nonce) && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_seal.Unprotect(state)), Encoding.UTF8.GetBytes(nonce));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // Lax: the browser comes back from Slack's page.
    private static CookieOptions CookieFor(TimeSpan lifetime) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/slack", MaxAge = lifetime };

    private static Task SayAsync(HttpContext context, HttpStatusCode status, string words)
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return context.Response.WriteAsync(words, context.RequestAborted);
    }
}
