using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;

namespace DigestBot.LanguageModels;

/// <summary>A provider's refusal of a request, with the body in which it says why. The message holds none of it: it may stand in any log.</summary>
[SuppressMessage("Design", "CA1032", Justification = "A refusal has a status and a body")]
internal sealed partial class ProviderRefusalException(HttpStatusCode status, string body) : HttpRequestException($"the provider refused the request ({(int)status})", null, status)
{
    // A web page is a proxy's, and what addresses have in them ("…/account/billing") is no reason.
    private readonly string _body = body.TrimStart().StartsWith('<') ? "" : Address().Replace(body, "");

    /// <summary>The HTTP status.</summary>
    public int Status => (int)status;

    /// <summary>Whether the account cannot pay: providers say so by 400, 402, 403 and 429.</summary>
    public bool IsAboutMoney => status == HttpStatusCode.PaymentRequired || Money().IsMatch(_body);

    /// <summary>Whether the model, or its server as it was started, can call no tools: Ollama's words, vLLM's, llama.cpp's and others'.</summary>
    public bool IsAboutTools => Tools().IsMatch(_body) && Ability().IsMatch(_body);

    /// <summary>Whether the form is refused to which answers are held.</summary>
    public bool IsAboutForm => Form().IsMatch(_body);

    /// <summary>What the provider says, on one line; null where it says nothing.</summary>
    /// <param name="key">Never part of it.</param>
    public string? Told(string? key) => ProviderWords.Read(body, key);

    [GeneratedRegex(@"https?://[^\s""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"quota|billing|(?<![a-z])credits?(?![a-z])|spend(ing)?[ _-]limit|usage[ _-]limit", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<![a-z])tools?(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Tools();

    [GeneratedRegex(@"support|require|enable|cannot use", RegexOptions.IgnoreCase)]
    private static partial Regex Ability();

    [GeneratedRegex(@"(?<![a-z])(response_)?format(?![a-z])|schema|output_config|structured output", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
