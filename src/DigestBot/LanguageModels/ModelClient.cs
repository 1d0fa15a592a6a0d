using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Headers;
using Anthropic;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace DigestBot.LanguageModels;

/// <summary>Makes the client of the provider that the settings name. Beyond this file a model is an <see cref="IChatClient"/>.</summary>
internal static class ModelClient
{
    /// <summary>Name of the HTTP client by which providers are reached.</summary>
    public const string Http = "model";

    /// <summary>The client, with traces and figures by the library's own middleware.</summary>
    /// <exception cref="FormatException">A setting is missing or malformed; the message says which.</exception>
    public static IChatClient Create(Settings settings, IHttpClientFactory http) =>
        Create(settings.Model, http.CreateClient(Http)).AsBuilder()
            .UseOpenTelemetry(sourceName: ModelMeters.Name, configure: traces => traces.EnableSensitiveData = settings.Telemetry.Content)
            .Build();

    /// <summary>Whether the settings name a provider.</summary>
    public static bool IsOn(ModelSettings model) => !string.IsNullOrWhiteSpace(model.Provider);

    /// <summary>Checks the settings before anything is sent.</summary>
    /// <exception cref="FormatException">A setting is missing or malformed; the message says which.</exception>
    public static void Check(ModelSettings model)
    {
        if (!IsOn(model))
        {
            return;
        }

        if (model.Provider is not ("openai" or "ollama" or "anthropic"))
        {
            throw new FormatException($"There is no provider '{model.Provider}': write DIGESTBOT_MODEL__PROVIDER as openai, ollama or anthropic.");
        }

        if (string.IsNullOrWhiteSpace(model.Name))
        {
            throw new FormatException("No model is named: set DIGESTBOT_MODEL__NAME to one that the provider has.");
        }

        if (!string.IsNullOrWhiteSpace(model.Address) && !(Uri.TryCreate(model.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new FormatException($"'{model.Address}' is no address: write DIGESTBOT_MODEL__ADDRESS like http://localhost:11434.");
        }

        if (model.Provider == "anthropic" && string.IsNullOrEmpty(model.Key))
        {
            throw new FormatException("Anthropic wants a key: set DIGESTBOT_MODEL__KEY.");
        }

        if (model is { Provider: "openai", Key: null or "", Address: null or "" })
        {
            throw new FormatException("OpenAI wants a key: set DIGESTBOT_MODEL__KEY, or DIGESTBOT_MODEL__ADDRESS to a server that needs none.");
        }

        if (model.Key?.Any(c => c is <= ' ' or > '~') == true)
        {
            throw new FormatException("DIGESTBOT_MODEL__KEY has a character that no key has: a space, the end of a line, or one outside ASCII. Write it anew.");
        }

        if (model.Patience is < 1 or > 600)
        {
            throw new FormatException($"{model.Patience} is no patience: write DIGESTBOT_MODEL__PATIENCE as 1 to 600 seconds.");
        }

        if (model.AnswerTokens is < 100 or > 20_000)
        {
            throw new FormatException($"{model.AnswerTokens} is no length of an answer: write DIGESTBOT_MODEL__ANSWERTOKENS as 100 to 20000 tokens.");
        }
    }

    private static IChatClient Create(ModelSettings model, HttpClient http)
    {
        Check(model);
        var address = string.IsNullOrWhiteSpace(model.Address) ? null : model.Address;
        return model.Provider switch
        {
            "openai" => OpenAI(model, address, http),
            "ollama" => Ollama(model, address, http),
            _ => Anthropic(model, address, http),
        };
    }

    // What fails is not tried again, here and below: the plain answer stands, and the next question comes soon.
    private static IChatClient OpenAI(ModelSettings model, string? address, HttpClient http)
    {
        OpenAIClientOptions options = new() { Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = TimeSpan.FromSeconds(model.Patience) };
        if (address is not null)
        {
            options.Endpoint = new Uri(address);
        }

        var client = new OpenAIClient(new ApiKeyCredential(string.IsNullOrEmpty(model.Key) ? "none" : model.Key), options).GetChatClient(model.Name).AsIChatClient();
        // Only "strict" makes OpenAI keep to the form always. Others that speak like it may refuse the word for some of their models.
        return address is null ? client.AsBuilder().ConfigureOptions(o => (o.AdditionalProperties ??= [])["strict"] = true).Build() : client;
    }

    private static FormatLast Ollama(ModelSettings model, string? address, HttpClient http)
    {
        // Without the slash at its end the address would lose the last part of its path.
        http.BaseAddress = new Uri($"{(address ?? "http://localhost:11434").TrimEnd('/')}/");
        if (!string.IsNullOrEmpty(model.Key))
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", model.Key);
        }

        return new FormatLast(new OllamaApiClient(http, model.Name!));
    }

    private static IChatClient Anthropic(ModelSettings model, string? address, HttpClient http)
    {
        AnthropicClient anthropic = new() { HttpClient = http, ApiKey = model.Key!, MaxRetries = 0, Timeout = TimeSpan.FromSeconds(model.Patience) };
        if (address is not null)
        {
            anthropic = new() { HttpClient = http, ApiKey = model.Key!, MaxRetries = 0, Timeout = TimeSpan.FromSeconds(model.Patience), BaseUrl = address };
        }

        return anthropic.AsIChatClient(model.Name, model.AnswerTokens);
    }
}
