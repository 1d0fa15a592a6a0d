namespace DigestBot.Chat.Discord.Gateway;

/// <summary>What a shard knows of its session, and goes on with after a lost connection.</summary>
internal sealed class GatewaySession
{
    /// <summary>Its id; null before it has begun.</summary>
    public string? Id { get; private set; }

    /// <summary>Where it is resumed.</summary>
    public string? ResumeAddress { get; private set; }

    /// <summary>The number of the last event.</summary>
    public long? Sequence { get; set; }

    /// <summary>A session has begun.</summary>
    public void Begin(GatewayReady ready) => (Id, ResumeAddress) = (ready.SessionId, ready.ResumeGatewayUrl);

    /// <summary>It is over: the next connection begins another.</summary>
    public void End() => (Id, ResumeAddress, Sequence) = (null, null, null);
}
