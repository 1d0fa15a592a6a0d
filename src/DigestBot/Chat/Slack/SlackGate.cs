namespace DigestBot.Chat.Slack;

/// <summary>Lets in what Slack has signed, and sends the answer back. Whatever is wrong, the refusal is the same and empty: nobody learns from it how far they came.</summary>
internal sealed class SlackGate(SlackSignature signature, TimeProvider clock, ILogger log)
{
    /// <summary>Opens an address.</summary>
    /// <param name="answer">Makes the acknowledgement's body, JSON or nothing, from the request's.</param>
    /// <param name="mayBeCheck">Slack may look at the certificate here, unsigned. Nothing that such a request carries is ever run.</param>
    public void Open(IEndpointRouteBuilder endpoints, string path, Func<byte[], Task<byte[]>> answer, bool mayBeCheck = false) =>
        endpoints.MapPost(path, context => AnswerAsync(context, answer, mayBeCheck));

    private async Task AnswerAsync(HttpContext context, Func<byte[], Task<byte[]>> answer, bool mayBeCheck)
    {
        var body = await RawBody.ReadAsync(context.Request, context.RequestAborted);
        if (mayBeCheck && body is not null && SlackEndpoints.IsCheck(body))
        {
            return;
        }

        if (body is null || !signature.Accepts(Single(context, "X-Slack-Request-Timestamp"), Single(context, "X-Slack-Signature"), body, clock.GetUtcNow()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        try
        {
            var acknowledgement = await answer(body);
            if (acknowledgement.Length == 0)
            {
                return;
            }

            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = acknowledgement.Length;
            await context.Response.Body.WriteAsync(acknowledgement, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Slack has hung up: nobody is there to be answered.
        }
        catch (Exception error)
        {
            log.LogError("A request of Slack's could not be answered: {Error}", error);
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }

    private static string? Single(HttpContext context, string header) =>
        context.Request.Headers.TryGetValue(header, out var values) && values.Count == 1 ? values[0] : null;
}
