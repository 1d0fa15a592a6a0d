using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Web;

/// <summary>Whether the process lives, and whether it can answer.</summary>
internal static class Health
{
    public static IEndpointConventionBuilder MapLive(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/health/live", () => TypedResults.Text("live\n")).AllowAnonymous();

    public static void MapReady(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/health/ready", async (Store store, StoryFolder folder, CancellationToken cancel) =>
            !folder.FirstScan.IsCompleted ? NotReady("the stories of the folder are being read")
            : await store.IsReadyAsync(cancel) ? Results.Text("ready\n")
            : NotReady("the archive cannot be read")).AllowAnonymous();

    private static IResult NotReady(string why) => Results.Text($"not ready: {why}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
}
