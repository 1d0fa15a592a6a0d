using DigestBot.Storage;

namespace DigestBot.Web;

/// <summary>Whether the process lives, and whether it can answer.</summary>
internal static class Health
{
    public static IEndpointConventionBuilder MapLive(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/health/live", () => TypedResults.Text("live\n")).AllowAnonymous();

    public static void MapReady(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/health/ready", async (Store store, CancellationToken cancel) =>
            await store.IsReadyAsync(cancel) ? Results.Text("ready\n") : Results.Text("not ready: the archive cannot be read\n", statusCode: 503)).AllowAnonymous();
}
