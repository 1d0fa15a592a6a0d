namespace DigestBot.Chat.Discord;

/// <summary>The public address at which Discord delivers interactions.</summary>
internal static class DiscordEndpoints
{
    /// <summary>Opens POST /discord/interactions where a public key is set.</summary>
    /// <exception cref="FormatException">The key is malformed; the message says what to do.</exception>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var settings = endpoints.ServiceProvider.GetRequiredService<Settings>();
        if (settings.Discord.PublicKey is not { } key)
        {
            return;
        }

        DiscordSignature signature = new(key);
        endpoints.MapPost("/discord/interactions", (HttpContext context, DiscordInteractions interactions, TimeProvider clock, ILogger<DiscordInteractions> log) =>
            AnswerAsync(context, signature, interactions, clock, log));
    }

    // Whatever is wrong with a request, the answer is the same and empty: nobody learns from it how far they came.
    private static async Task AnswerAsync(HttpContext context, DiscordSignature signature, DiscordInteractions interactions, TimeProvider clock, ILogger log)
    {
        var response = context.Response;
        var body = await RawBody.ReadAsync(context.Request, context.RequestAborted);
        if (body is null || !signature.Accepts(Single(context, "X-Signature-Timestamp"), Single(context, "X-Signature-Ed25519"), body, clock.GetUtcNow()))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        try
        {
            var answer = DiscordInteraction.TryRead(body) is { } interaction ? await interactions.AnswerAsync(interaction) : [];
            response.StatusCode = answer switch { null => StatusCodes.Status401Unauthorized, [] => StatusCodes.Status400BadRequest, _ => StatusCodes.Status200OK };
            if (answer is { Length: > 0 })
            {
                response.ContentType = "application/json";
                response.ContentLength = answer.Length;
                await response.Body.WriteAsync(answer, context.RequestAborted);
            }
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.LogError("An interaction could not be answered: {Error}", error);
            if (!response.HasStarted)
            {
                response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
        catch (OperationCanceledException)
        {
            // Discord has hung up: nobody is there to be answered.
        }
    }

    private static string? Single(HttpContext context, string header) =>
        context.Request.Headers.TryGetValue(header, out var values) && values.Count == 1 ? values[0] : null;
}
