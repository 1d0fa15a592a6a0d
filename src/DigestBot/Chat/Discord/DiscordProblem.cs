using System.Net;

namespace DigestBot.Chat.Discord;

/// <summary>What Discord answers when it refuses: a number of its own, and words.</summary>
internal sealed record DiscordProblem
{
    public int Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Seconds to wait, where it was too many requests.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>What went wrong and what the operator can do, by Discord's documented codes.</summary>
    public string Explain(HttpStatusCode status) => (Code, (int)status) switch
    {
        (50001, _) => "the bot does not see that channel: invite it to the server and let it view the channel",
        (50013, _) => "the bot may not write there: give it Send Messages and Embed Links in the channel",
        (10003, _) => "there is no such channel: check DIGESTBOT_DISCORD__DIGESTCHANNEL",
        (50035, _) => $"Discord finds the message malformed ({Message})",
        (10062, _) or (10015, _) => "the command is no longer known to Discord: its 15 minutes are over, or it was never acknowledged",
        (40060, _) => "the command was already answered",
        (_, 401) => "the token is not valid: copy it anew into DIGESTBOT_DISCORD__BOTTOKEN",
        (_, 429) => "too many requests, and waiting did not help",
        _ => $"Discord answered {(int)status}{(Message is null ? "" : $" ({Message})")}",
    };
}

/// <summary>Discord could not be asked, or refused. The message is in words and holds no secret.</summary>
internal sealed class DiscordException(string message, bool isOutcomeKnown, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>False where the request may have taken effect although no answer came.</summary>
    public bool IsOutcomeKnown { get; } = isOutcomeKnown;
}
