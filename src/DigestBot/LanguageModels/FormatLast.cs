using Microsoft.Extensions.AI;

namespace DigestBot.LanguageModels;

/// <summary>
/// Ollama holds a model to a format so strictly that it cannot call a tool (ollama/ollama 8095, 11185 and 13750): so tools are offered without the
/// format, and once none is called, the answer is asked for in the format and without tools. What a tool gave goes back as it is: the library would wrap
/// it in a form that Ollama does not document.
/// </summary>
internal sealed class FormatLast(IChatClient ollama) : DelegatingChatClient(ollama)
{
    /// <inheritdoc />
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> asked = [.. messages.SelectMany(Plain)];
        if (options is not { Tools.Count: > 0, ResponseFormat: not null })
        {
            return await base.GetResponseAsync(asked, options, cancellationToken);
        }

        var looking = options.Clone();
        looking.ResponseFormat = null;
        var looked = await base.GetResponseAsync(asked, looking, cancellationToken);
        if (looked.Messages.SelectMany(m => m.Contents).Any(c => c is FunctionCallContent))
        {
            return looked;
        }

        var writing = options.Clone();
        writing.Tools = null;
        var written = await base.GetResponseAsync(asked, writing, cancellationToken);
        if (looked.Usage is { } usage)
        {
            written.Usage?.Add(usage);
        }

        return written;
    }

    private static IEnumerable<ChatMessage> Plain(ChatMessage message)
    {
        IReadOnlyList<FunctionResultContent> results = [.. message.Contents.OfType<FunctionResultContent>()];
        return results.Count == 0 ? [message] : results.Select(r => new ChatMessage(ChatRole.Tool, r.Result?.ToString()));
    }
}
