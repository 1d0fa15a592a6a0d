using System.Net;
using System.Text.Json;

namespace DigestBot.Chat.Discord;

/// <summary>What Discord answers when it refuses: a number of its own, and words.</summary>
internal sealed record DiscordProblem
{
    private const int DeepestField = 16;

    public int Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Seconds to wait, where it was too many requests.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Whether too many requests were sent over all, not to one route.</summary>
    public bool Global { get; init; }

    /// <summary>Which fields are malformed, nested as they are in the request.</summary>
    public JsonElement Errors { get; init; }

    /// <summary>The problem in an answer; an empty one where there is none to be read.</summary>
    public static DiscordProblem Read(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, DiscordJson.Plain.DiscordProblem) ?? new DiscordProblem();
        }
        catch (JsonException)
        {
            return new DiscordProblem();
        }
    }

    /// <summary>What went wrong and what the operator can do, by Discord's documented codes.</summary>
    public string Explain(HttpStatusCode status) => (Code, (int)status) switch
    {
        (50001, _) => "the bot does not see that server or channel: invite it (digestbot discord invite) and let it view the channel",
        (50013, _) => "the bot may not write there: give it Send Messages and Embed Links in the channel",
        (10003, _) => "there is no such channel: check DIGESTBOT_DISCORD__DIGESTCHANNEL",
        (10004, _) => "the bot is not in that server: invite it (digestbot discord invite)",
        (50035, _) => $"Discord finds the request malformed ({Malformed(Errors, "", 0) ?? Message})",
        (10062, _) or (10015, _) or (50027, _) => "the command is no longer known to Discord: its 15 minutes are over, or it was never acknowledged",
        (40060, _) => "the command was already answered",
        (_, 401) => "the token is not valid: copy it anew into DIGESTBOT_DISCORD__BOTTOKEN",
        (_, 429) => "too many requests, and waiting did not help",
        _ => $"Discord answered {(int)status}{(Message is null ? "" : $" ({Message})")}",
    };

    /// <summary>"embeds.0.description: Must be 4096 or fewer in length."</summary>
    private static string? Malformed(JsonElement field, string path, int depth)
    {
        if (field.ValueKind != JsonValueKind.Object || depth > DeepestField)
        {
            return null;
        }

        if (field.TryGetProperty("_errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
            && first.TryGetProperty("message", out var message))
        {
            return path.Length == 0 ? $"{message}" : $"{path}: {message}";
        }
        return field.EnumerateObject().Select(p => Malformed(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}", depth + 1)).FirstOrDefault(m => m is not null);
    }
}

/// <summary>Discord could not be asked, or refused. The message is in words and holds no secret.</summary>
internal sealed class DiscordException(string message, bool isOutcomeKnown, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>False where the request may have taken effect although no answer came.</summary>
    public bool IsOutcomeKnown { get; } = isOutcomeKnown;

    /// <summary>Discord's own number of the problem; 0 where it gave none.</summary>
    public int Code { get; init; }

    /// <summary>What it answered; 0 where no answer came.</summary>
    public HttpStatusCode Status { get; init; }
}
