using System.Text.Json;
using Microsoft.Extensions.AI;

namespace DigestBot.LanguageModels;

/// <summary>What came of one request for a draft: the draft, or why there is none.</summary>
internal sealed record DraftAnswer
{
    private const string Fence = "```";

    // What the form demands must be there, and is no null.
    private static readonly JsonSerializerOptions _json = new(AIJsonUtilities.DefaultOptions) { RespectNullableAnnotations = true };

    /// <summary>What the model wrote; null where <see cref="Trouble"/> says why not.</summary>
    public Draft? Draft { get; private init; }

    /// <summary>"written", "cut", "refused" or "nonsense".</summary>
    public required string Outcome { get; init; }

    /// <summary>Why there is no draft, without a full stop; nothing of what was asked or answered stands in it.</summary>
    public string? Trouble { get; private init; }

    /// <summary>Tokens sent and received; null where the provider does not say.</summary>
    public long? Tokens { get; private init; }

    /// <summary>Asks for a draft. No option says how long a model may think: each such option is refused by some models.</summary>
    public static async Task<DraftAnswer> AskAsync(IChatClient client, ModelSettings settings, IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancel)
    {
        options = options?.Clone() ?? new ChatOptions();
        options.MaxOutputTokens = settings.AnswerTokens;
        var response = await client.GetResponseAsync<Draft>(messages, _json, options, cancellationToken: cancel).WaitAsync(cancel);
        return Read(response, settings) with { Tokens = response.Usage?.TotalTokenCount };
    }

    private static DraftAnswer Read(ChatResponse<Draft> response, ModelSettings settings)
    {
        if (Whole(response.TryGetResult(out var draft) ? draft : Unfenced(response.Text)) is { } whole)
        {
            return new() { Outcome = "written", Draft = whole };
        }

        if (response.FinishReason == ChatFinishReason.Length)
        {
            return new() { Outcome = "cut", Trouble = Cut(response.Usage?.OutputTokenCount, settings) };
        }

        return response.FinishReason == ChatFinishReason.ContentFilter || response.Messages.SelectMany(m => m.Contents).Any(c => c is ErrorContent { ErrorCode: "Refusal" })
            ? new() { Outcome = "refused", Trouble = "the model, or the provider's filter, refused to write" }
            : new() { Outcome = "nonsense", Trouble = "the answer does not have the form that was asked for. Choose a model that can write structured output (JSON)" };
    }

    private static string Cut(long? written, ModelSettings settings) => written < settings.AnswerTokens * 9L / 10
        ? $"the answer was cut off at {written} tokens, though {settings.AnswerTokens} are allowed: the context that the server gives the model is full{(settings.Provider == "ollama" ? ". OLLAMA_CONTEXT_LENGTH allows more" : "")}"
        : $"the answer was cut off at {settings.AnswerTokens} tokens; what the model thinks before it writes counts. DIGESTBOT_MODEL__ANSWERTOKENS allows more";

    private static Draft? Unfenced(string text)
    {
        text = text.Trim();
        if (!(text.StartsWith(Fence, StringComparison.Ordinal) && text.EndsWith(Fence, StringComparison.Ordinal) && text.IndexOf('\n') is > 0 and var first && first < text.Length - Fence.Length))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Draft>(text[first..^Fence.Length], _json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The form allows no null among the sentences, but nothing that reads JSON holds a list to that.
    private static Draft? Whole(Draft? draft) => draft?.Sentences.Any(s => s is null) == false ? draft : null;
}
