namespace DigestBot.Chat.Discord;

/// <summary>One request to Discord's REST interface.</summary>
/// <param name="Method">GET, POST, …</param>
/// <param name="Route">The path with a star for each of its parameters: "channels/*/messages". Limits hold for a route.</param>
/// <param name="Parameters">What stands in the stars' places; escaped on the way.</param>
internal sealed record DiscordRequest(HttpMethod Method, string Route, params IReadOnlyList<string> Parameters)
{
    /// <summary>JSON, where the request has a body.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Goes with the bot's token and counts for the limit over all of its requests; interactions have tokens of their own in the path.</summary>
    public bool IsBot { get; init; } = true;

    /// <summary>Whether it may be sent again although it may have taken effect: repeated, it changes nothing more.</summary>
    public bool MayRepeat { get; init; } = Method != HttpMethod.Post;

    /// <summary>The path, relative to the base address.</summary>
    public string Path
    {
        get
        {
            var pieces = Route.Split('*');
            return string.Concat(pieces.Select((piece, i) => i == 0 ? piece : Uri.EscapeDataString(Parameters[i - 1]) + piece));
        }
    }

    /// <summary>The parameters for each of whose values Discord keeps a limit of its own: channel, guild, or webhook with its token.</summary>
    public string Major => string.Join('/', Parameters.Take(Route.StartsWith("webhooks/", StringComparison.Ordinal) || Route.StartsWith("interactions/", StringComparison.Ordinal) ? 2 : 1));
}
