using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>The channel of one platform that gets the day's digest.</summary>
internal interface IDigestChannel
{
    /// <summary>Its name in the outbox: "discord:123". Null where no token or channel is set.</summary>
    string? Name { get; }

    /// <summary>The digest as the platform gets it, kept in the outbox until it is posted.</summary>
    string Compose(Reply digest);

    /// <summary>Posts it.</summary>
    /// <returns>The platform's id of the posted message.</returns>
    /// <exception cref="PostException">It was refused, or nobody knows whether it arrived.</exception>
    Task<string> PostAsync(Delivery delivery, CancellationToken cancel);

    /// <summary>Looks for a digest whose post was interrupted.</summary>
    /// <returns>The platform's id of the message; null where it is not in the channel.</returns>
    /// <exception cref="PostException">Nobody can see whether it is.</exception>
    Task<string?> FindAsync(Delivery delivery, CancellationToken cancel);
}

/// <summary>A digest was not posted, or nobody knows whether it was. The message is in words and holds no secret.</summary>
internal sealed class PostException(string message, bool isOutcomeKnown, Exception inner) : Exception(message, inner)
{
    /// <summary>False where it may have arrived although no answer came.</summary>
    public bool IsOutcomeKnown { get; } = isOutcomeKnown;
}
