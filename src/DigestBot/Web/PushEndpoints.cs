using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Web;

/// <summary>Takes in stories that another program sends: POST /stories, with the stories' key.</summary>
internal static class PushEndpoints
{
    private const string Scheme = "Bearer ";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/stories", TakeAsync).DisableAntiforgery().AllowAnonymous()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(StoryReader.MostBytes));

    private static async Task<IResult> TakeAsync(HttpRequest request, Settings settings, Ingester ingester, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(settings.StoriesKey))
        {
            return Results.Text("Pushing stories is closed: set DIGESTBOT_STORIESKEY to open it.\n", statusCode: StatusCodes.Status403Forbidden);
        }

        if (!HasKey(request, settings.StoriesKey))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.Text("Send the stories' key: Authorization: Bearer KEY\n", statusCode: StatusCodes.Status401Unauthorized);
        }
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, cancel);
        var name = request.ContentType?.Contains("ndjson", StringComparison.OrdinalIgnoreCase) == true ? "stories.jsonl" : "stories.json";
        var batch = StoryReader.Read(name, body.GetBuffer().AsMemory(0, (int)body.Length));
        var summary = await ingester.IngestAsync([batch], Feed.Push, cancel: cancel);
        var status = batch.Stories.Count == 0 ? StatusCodes.Status400BadRequest : summary.Stored + summary.Updated > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return Results.Json(summary, PushJson.Default.IngestSummary, statusCode: status);
    }

    private static bool HasKey(HttpRequest request, string key)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IngestSummary))]
internal sealed partial class PushJson : JsonSerializerContext;
