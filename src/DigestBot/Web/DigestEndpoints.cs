using System.Globalization;
using DigestBot.Digests;
using DigestBot.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestBot.Web;

/// <summary>Composes the digest of a local day; null for today's.</summary>
internal delegate Task<Digest> ComposeDigest(DateOnly? day, CancellationToken cancel);

/// <summary>The digest as a page: today's, or an earlier day's.</summary>
internal static class DigestEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/digest", (ComposeDigest compose, CancellationToken cancel) => ShowAsync(null, compose, cancel));
        endpoints.MapGet("/digest/{day}", async (string day, ComposeDigest compose, CancellationToken cancel) =>
            DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                ? await ShowAsync(date, compose, cancel)
                : ErrorPages.Problem(StatusCodes.Status400BadRequest, "A digest's address ends in a day, written like /digest/2026-01-31."));
    }

    private static async Task<IResult> ShowAsync(DateOnly? day, ComposeDigest compose, CancellationToken cancel) =>
        new RazorComponentResult<DigestPage>(new { Digest = await compose(day, cancel) });
}
