using System.Net.Http.Headers;

namespace DigestBot.Benchmarks;

/// <summary>A platform's request with its signature; good for five minutes.</summary>
internal sealed record SignedRequest(string Path, string ContentType, byte[] Body)
{
    /// <summary>The signature and its time.</summary>
    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    /// <summary>It as a request to the public door.</summary>
    public HttpRequestMessage Message()
    {
        HttpRequestMessage message = new(HttpMethod.Post, Path) { Content = new ByteArrayContent(Body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        foreach ((var name, var value) in Headers)
        {
            message.Headers.Add(name, value);
        }

        return message;
    }
}
