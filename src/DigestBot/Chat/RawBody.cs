namespace DigestBot.Chat;

/// <summary>Reads a request's body as the bytes that were signed.</summary>
internal static class RawBody
{
    /// <summary>
    /// Bytes of the longest body that is taken in. Platforms send a few kilobytes; a message of 40,000 characters, which Slack sends
    /// twice over and percent-encoded, takes up to 700.
    /// </summary>
    public const int Limit = 1024 * 1024;

    /// <summary>The body.</summary>
    /// <returns>Null where it is longer than <see cref="Limit"/> or breaks off.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > Limit)
        {
            return null;
        }

        try
        {
            using MemoryStream body = new((int)(request.ContentLength ?? 4096));
            var buffer = new byte[8192];
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancel)) > 0)
            {
                if (body.Length + read > Limit)
                {
                    return null;
                }

                body.Write(buffer, 0, read);
            }
            return body.ToArray();
        }
        catch (Exception error) when (error is IOException or BadHttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
