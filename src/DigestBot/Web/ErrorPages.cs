using DigestBot.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace DigestBot.Web;

/// <summary>What a reader sees where there is nothing to see: in words, with the search box, never a stack.</summary>
internal static class ErrorPages
{
    /// <summary>Whether the asker is somebody with a browser.</summary>
    public static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>A page that says what is wrong.</summary>
    public static RazorComponentResult<ErrorPage> Problem(int status, string message) =>
        new(new { Heading = Heading(status), Message = message }) { StatusCode = status };

    /// <summary>Fills a response that has a status and no body.</summary>
    public static Task ShowAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (WantsPage(context.Request) && Doors.DoorOf(context) == Door.Operator)
        {
            return Problem(status, Message(status)).ExecuteAsync(context);
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{Message(status)}\n", context.RequestAborted);
    }

    private static string Heading(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status500InternalServerError => "Something went wrong",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };

    private static string Message(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "This address or form is not complete.",
        StatusCodes.Status404NotFound => "There is no such page. Ask for what you are looking for, or begin at the front page.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method.",
        StatusCodes.Status413PayloadTooLarge => "That is more than is read here.",
        StatusCodes.Status429TooManyRequests => "Too many keys were tried from there. Wait a minute, then try again.",
        StatusCodes.Status500InternalServerError => "It is not your doing. The log of the host says what happened.",
        _ => $"The host answered with status {status}.",
    };
}
