using System.Net.Sockets;
using Microsoft.Extensions.AI;

namespace DigestBot.LanguageModels;

/// <summary>What went wrong with a provider, and what the operator can do about it, in words.</summary>
internal static class ModelTrouble
{
    private const int Echo = 12;

    /// <summary>A sentence without its full stop, as it stands behind "does not work: ".</summary>
    /// <param name="sent">Where it is for a log: the provider's own words are left out if they repeat any of this.</param>
    public static string InWords(Exception error, ModelSettings settings, IReadOnlyList<ChatMessage>? sent = null)
    {
        IReadOnlyList<Exception> causes = [.. Causes(error)];
        if (Refusal(error) is { } refusal)
        {
            return InWords(refusal, settings, refusal.Told(settings.Key) is { } told && !Repeats(told, sent) ? $" ({refusal.Status}: {told})" : $" ({refusal.Status})");
        }

        if (causes.Any(IsUnreachable))
        {
            return $"nothing answers at {settings.Address ?? "the provider's address"}. Is it running, and is DIGESTBOT_MODEL__ADDRESS right?";
        }

        if (causes.Any(c => c is HttpRequestException or IOException))
        {
            return $"the connection broke ({ProviderWords.Clean(causes[^1].Message, settings.Key)})";
        }

        // OpenAI's library knows five reasons for which an answer ends, and throws at any other.
        return causes.OfType<ArgumentOutOfRangeException>().FirstOrDefault(c => c.Message.Contains("ChatFinishReason", StringComparison.Ordinal)) is { } end
            ? $"the server ends its answers for a reason that {settings.Provider} does not have (finish_reason {ProviderWords.Clean(end.ActualValue?.ToString() ?? "null", settings.Key)}), so they cannot be read. A newer version of the server may do better"
            : $"what answers there does not speak as {settings.Provider} does. Look at DIGESTBOT_MODEL__PROVIDER and __ADDRESS";
    }

    /// <summary>Whether the model, or its server as it was started, can call no tools.</summary>
    public static bool IsWithoutTools(Exception error) => Refusal(error) is { IsAboutMoney: false, IsAboutTools: true };

    /// <summary>Whether no model was at work: nothing answered, or the request was refused before.</summary>
    public static bool IsBeforeWork(Exception error) => Refusal(error) is { Status: < 500 } || Causes(error).Any(IsUnreachable);

    private static string InWords(ProviderRefusalException refusal, ModelSettings settings, string told) => refusal switch
    {
        { IsAboutMoney: true } => $"the account's quota or credit is used up{told}",
        { Status: 401 } when settings is { Provider: "ollama", Key: null or "" } => $"the provider wants a key or a login{told}. Set DIGESTBOT_MODEL__KEY, or run \"ollama signin\" where Ollama runs",
        { Status: 401 } => $"the provider refuses the key{told}. Look at DIGESTBOT_MODEL__KEY",
        { Status: 403 } => $"the provider forbids it{told}. Look at what the account of DIGESTBOT_MODEL__KEY may do, and from where",
        { Status: 429 } => $"the provider is asked too often{told}",
        { IsAboutTools: true } => $"the model, as it is served, cannot call tools{told}",
        { Status: 404 } => $"the provider knows no such model, or there is nothing at this address{told}. Look at DIGESTBOT_MODEL__NAME and __ADDRESS",
        { Status: >= 300 and < 400 } => $"the address leads elsewhere{told}. Write the one that it leads to as DIGESTBOT_MODEL__ADDRESS",
        { Status: >= 500 } => $"the provider has trouble of its own{told}",
        { IsAboutForm: true } => $"the provider does not take the request{told}. Look at DIGESTBOT_MODEL__NAME: the model has to write structured output (JSON)",
        _ => $"the provider does not take the request{told}",
    };

    private static ProviderRefusalException? Refusal(Exception error) => Causes(error).OfType<ProviderRefusalException>().FirstOrDefault();

    private static bool Repeats(string told, IReadOnlyList<ChatMessage>? sent) =>
        sent is not null && Enumerable.Range(0, Math.Max(0, told.Length - Echo + 1)).Any(at => sent.Any(m => m.Role == ChatRole.User && m.Text.Contains(told.Substring(at, Echo), StringComparison.OrdinalIgnoreCase)));

    private static bool IsUnreachable(Exception cause) => cause is SocketException
    {
        SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TimedOut,
    };

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
