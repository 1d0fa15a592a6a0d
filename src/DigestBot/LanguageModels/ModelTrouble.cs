using System.ClientModel;
using System.Net.Sockets;
using Anthropic.Exceptions;
using OllamaSharp.Models.Exceptions;

namespace DigestBot.LanguageModels;

/// <summary>What went wrong with a provider, and what the operator can do about it, in words; the three libraries tell it in three ways.</summary>
internal static class ModelTrouble
{
    /// <summary>A sentence without its full stop, as it stands behind "could not be asked: ".</summary>
    public static string InWords(Exception error, ModelSettings settings)
    {
        IReadOnlyList<Exception> causes = [.. Causes(error)];
        return causes.Select(Status).FirstOrDefault(s => s is > 0) switch
        {
            null when causes.Any(IsUnreachable) => $"nothing answers at {settings.Address ?? "the provider's address"}. Is it running, and is DIGESTBOT_MODEL__ADDRESS right?",
            null when causes.Any(c => c is HttpRequestException or IOException) => $"the connection broke ({OneLine(causes[^1].Message)})",
            null or >= 200 and < 300 => $"what answers there does not speak as {settings.Provider} does. Look at DIGESTBOT_MODEL__PROVIDER and __ADDRESS",
            401 or 403 => "the provider refuses the key. Look at DIGESTBOT_MODEL__KEY",
            404 => "the provider knows no such model, or there is nothing at this address. Look at DIGESTBOT_MODEL__NAME and __ADDRESS",
            402 or 429 => "the provider is asked too often, or the account's quota is used up",
            >= 300 and < 400 and var status => $"the address leads elsewhere ({status}). Write the one that it leads to as DIGESTBOT_MODEL__ADDRESS",
            >= 500 and var status => $"the provider has trouble of its own ({status})",
            var status => $"the provider does not take the request ({status}: {OneLine(error.Message)}). Look at DIGESTBOT_MODEL__NAME: the model has to write structured output (JSON)",
        };
    }

    private static int? Status(Exception error) => error switch
    {
        ClientResultException openai => openai.Status,
        AnthropicApiException anthropic => (int)anthropic.StatusCode,
        HttpRequestException http => (int?)http.StatusCode,
        // The library keeps of a refused request only what the server said of it.
        OllamaException => 400,
        _ => null,
    };

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

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
