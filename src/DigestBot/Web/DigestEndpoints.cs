using System.Globalization;
using DigestBot.Chat;
using DigestBot.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestBot.Web;

/// <summary>The digest as a page: today's, or an earlier day's.</summary>
internal static class DigestEndpoints
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/digest", (CommandHandler handler, Dates dates, CancellationToken cancel) => ShowAsync(dates.Today, [], handler, cancel));
        endpoints.MapGet("/digest/{day}", async (string day, CommandHandler handler, CancellationToken cancel) =>
            DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date < DateOnly.MaxValue
                ? await ShowAsync(date, new() { ["since"] = day, ["until"] = date.AddDays(1).ToString(DayFormat, CultureInfo.InvariantCulture) }, handler, cancel)
                : ErrorPages.Problem(StatusCodes.Status400BadRequest, "A digest's address ends in a day, written like /digest/2026-01-31."));
    }

    private static async Task<IResult> ShowAsync(DateOnly day, Dictionary<string, string> options, CommandHandler handler, CancellationToken cancel)
    {
        Command command = new() { Workspace = Command.LocalWorkspace, Verb = "digest", Options = options };
        return new RazorComponentResult<DigestPage>(new { Day = day, Reply = await handler.HandleAsync(command, cancel) });
    }
}
