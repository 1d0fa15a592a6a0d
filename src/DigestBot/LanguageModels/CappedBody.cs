using System.Text;

namespace DigestBot.LanguageModels;

/// <summary>
/// Reads a provider's answers whole, up to a size: one that never ends is no answer. A refusal becomes the same exception for all providers, with
/// the words in its body, which not every library keeps.
/// </summary>
internal sealed class CappedBody : DelegatingHandler
{
    private const int MostBytes = 512 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        using MemoryStream body = new();
        using (var stream = await response.Content.ReadAsStreamAsync(cancellationToken))
        {
            var buffer = new byte[16 * 1024];
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                body.Write(buffer, 0, read);
                if (body.Length > MostBytes)
                {
                    response.Dispose();
                    throw new HttpRequestException("the answer is longer than any answer should be");
                }
            }
        }

        if (!response.IsSuccessStatusCode)
        {
            response.Dispose();
            throw new ProviderRefusalException(response.StatusCode, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length));
        }

        ByteArrayContent content = new(body.ToArray());
        foreach ((var name, var values) in response.Content.Headers)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        content.Headers.ContentLength = body.Length;
        response.Content.Dispose();
        response.Content = content;
        return response;
    }
}
