using Microsoft.AspNetCore.Antiforgery;

namespace DigestBot.Web;

/// <summary>Lets a post through only if its form came from a page of ours, shown to the same browser.</summary>
internal sealed class FormCheck(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            if (http.Request.HasFormContentType && await http.Request.ReadFormAsync(http.RequestAborted) is not null && await antiforgery.IsRequestValidAsync(http))
            {
                return await next(context);
            }
        }
        catch (InvalidDataException)
        {
            return ErrorPages.Problem(StatusCodes.Status400BadRequest, "This form holds something that is no text, or far too much of it. Type your question again.");
        }
        return ErrorPages.Problem(StatusCodes.Status400BadRequest,
            "This form was not sent from a page of this console, or the page was open for too long. Open the page again and send it from there.");
    }
}
