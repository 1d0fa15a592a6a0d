using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DigestBot.Chat.Slack;

/// <summary>The public address at which Slack delivers slash commands.</summary>
internal static class SlackEndpoints
{
    /// <summary>Opens POST /slack/commands where a signing secret is set.</summary>
    /// <exception cref="FormatException">The secret is empty; the message says what to do.</exception>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Settings settings = endpoints.ServiceProvider.GetRequiredService<Settings>();
        if (settings.Slack.SigningSecret is not { } secrets)
            return;
        SlackSignature signature = new(secrets);
        endpoints.MapPost("/slack/commands", (HttpContext context, SlackCommands commands, TimeProvider clock, ILogger<SlackCommands> log) =>
            AnswerAsync(context, signature, commands, clock, log));
    }

    // Whatever is wrong with a request, the answer is the same and empty: nobody learns from it how far they came.
    private static async Task AnswerAsync(HttpContext context, SlackSignature signature, SlackCommands commands, TimeProvider clock, ILogger log)
    {
        HttpResponse response = context.Response;
        byte[]? body = await RawBody.ReadAsync(context.Request, context.RequestAborted);
        Dictionary<string, StringValues> form = body is null ? [] : ReadForm(body);
        // Slack's look at the certificate may come unsigned. Nothing that it carries is ever run.
        if (form.TryGetValue("ssl_check", out StringValues check) && check == "1")
            return;
        if (body is null || !signature.Accepts(Single(context, "X-Slack-Request-Timestamp"), Single(context, "X-Slack-Signature"), body, clock.GetUtcNow()))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        try
        {
            if (await commands.AnswerAsync(form) is { } message)
            {
                byte[] answer = JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Plain.SlackMessage);
                response.ContentType = "application/json; charset=utf-8";
                response.ContentLength = answer.Length;
                await response.Body.WriteAsync(answer, context.RequestAborted);
            }
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.LogError("A command could not be answered: {Error}", error);
            if (!response.HasStarted)
                response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        catch (OperationCanceledException)
        {
            // Slack has hung up: nobody is there to be answered.
        }
    }

    private static Dictionary<string, StringValues> ReadForm(byte[] body)
    {
        try
        {
            // A copy: the reader decodes its bytes in place, and the signature is over the raw ones.
            return new FormPipeReader(System.IO.Pipelines.PipeReader.Create(new System.Buffers.ReadOnlySequence<byte>(body.ToArray())), Encoding.UTF8)
                .ReadFormAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static string? Single(HttpContext context, string header) =>
        context.Request.Headers.TryGetValue(header, out StringValues values) && values.Count == 1 ? values[0] : null;
}
