using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.LanguageModels;

/// <summary>What a scripted model answers: a text, a call of a tool, or whatever it likes.</summary>
internal sealed record Scripted
{
    public string? Text { get; init; }

    /// <summary>What it says that it used, ten of it for the request.</summary>
    public int Tokens { get; init; } = 15;

    /// <summary>Why the answer ends, in the dialect's word; without it, as an answer or a call does.</summary>
    public string? Ends { get; init; }

    /// <summary>What the model thinks before it speaks.</summary>
    public string? Thinking { get; init; }

    public (string Tool, string Arguments)? Call { get; init; }

    public Func<HttpContext, Task>? Raw { get; init; }

    public static Scripted Says(string text) => new() { Text = text };

    /// <summary>A draft of sentences.</summary>
    public static Scripted Drafts(params (string Text, int[] Numbers)[] sentences) =>
        Says(JsonSerializer.Serialize(new { sentences = sentences.Select(s => new { text = s.Text, statements = s.Numbers }) }));

    public static Scripted Calls(string tool, object arguments) => new() { Call = (tool, JsonSerializer.Serialize(arguments)) };

    /// <summary>An answer of that status with that body.</summary>
    public static Scripted Sends(int status, string body) => Does(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    });

    public static Scripted Does(Func<HttpContext, Task> raw) => new() { Raw = raw };
}

/// <summary>A model on 127.0.0.1 that speaks as OpenAI, Ollama or Anthropic do, and answers as a test says.</summary>
internal sealed class ScriptedProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _dialect;

    private ScriptedProvider(string dialect, Func<string, Scripted> answer)
    {
        _dialect = dialect;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using StreamReader reader = new(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            lock (Requests)
            {
                Requests.Add(body);
                Headers.Add(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            }
            // As Ollama does: a model that is held to a format calls no tool.
            var isHeld = dialect == "ollama" && JsonNode.Parse(body)?["format"] is not null;
            var scripted = answer(body);
            scripted = isHeld && scripted.Call is not null ? Scripted.Says("{}") : scripted;
            await (scripted.Raw?.Invoke(context) ?? AnswerAsync(context, dialect, scripted));
        });
    }

    public static TheoryData<string> Dialects { get; } = ["openai", "ollama", "anthropic"];

    /// <summary>Bodies that came.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Their headers.</summary>
    public List<Dictionary<string, string>> Headers { get; } = [];

    public static async Task<ScriptedProvider> StartAsync(string dialect, Func<string, Scripted> answer)
    {
        ScriptedProvider provider = new(dialect, answer);
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>Settings that lead there.</summary>
    public ModelSettings Settings => new() { Provider = _dialect, Address = _app.Urls.Single(), Name = "scripted", Key = "sk-scripted-key", Patience = 5, TokensADay = 10_000_000 };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Writes the answer in a dialect.</summary>
    public static Task AnswerAsync(HttpContext context, string dialect, Scripted scripted)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(dialect switch
        {
            "openai" => OpenAI(scripted),
            "ollama" => Ollama(scripted),
            _ => Anthropic(scripted),
        });
    }

    private static string OpenAI(Scripted scripted)
    {
        object message = scripted.Call is { } call
            ? new { role = "assistant", content = (string?)null, refusal = (string?)null, tool_calls = new[] { new { id = "call_1", type = "function", function = new { name = call.Tool, arguments = call.Arguments } } } }
            : new { role = "assistant", content = scripted.Text, refusal = (string?)null, annotations = Array.Empty<object>() };
        return JsonSerializer.Serialize(new
        {
            id = "x",
            @object = "chat.completion",
            created = 1,
            model = "scripted",
            choices = new[] { new { index = 0, message, logprobs = (object?)null, finish_reason = scripted.Ends ?? (scripted.Call is null ? "stop" : "tool_calls") } },
            usage = new { prompt_tokens = 10, completion_tokens = scripted.Tokens - 10, total_tokens = scripted.Tokens, completion_tokens_details = new { reasoning_tokens = 0 } },
        });
    }

    private static string Ollama(Scripted scripted)
    {
        Dictionary<string, object?> message = new(StringComparer.Ordinal) { ["role"] = "assistant", ["content"] = scripted.Text ?? "" };
        if (scripted.Thinking is not null)
        {
            message["thinking"] = scripted.Thinking;
        }

        if (scripted.Call is { } call)
        {
            message["tool_calls"] = new[] { new { id = "call_g3lmvxvv", function = new { index = 0, name = call.Tool, arguments = JsonNode.Parse(call.Arguments) } } };
        }

        return JsonSerializer.Serialize(new
        {
            model = "scripted",
            created_at = "2026-03-10T09:00:00.4190917Z",
            message,
            done = true,
            done_reason = scripted.Ends ?? "stop",
            total_duration = 4_883_583_458,
            load_duration = 1_334_875,
            prompt_eval_count = 10,
            prompt_eval_duration = 342_546_000,
            eval_count = scripted.Tokens - 10,
            eval_duration = 4_535_599_000,
        });
    }

    private static string Anthropic(Scripted scripted)
    {
        List<object> content = [];
        if (scripted.Thinking is not null)
        {
            content.Add(new { type = "thinking", thinking = scripted.Thinking, signature = "EqQBCgIYAhIM" });
            content.Add(new { type = "redacted_thinking", data = "EmwKAhgBEgy3va3pzix" });
        }

        if (scripted.Text is not null)
        {
            content.Add(new { type = "text", text = scripted.Text });
        }

        if (scripted.Call is { } call)
        {
            content.Add(new { type = "tool_use", id = "toolu_1", name = call.Tool, input = JsonNode.Parse(call.Arguments) });
        }

        return JsonSerializer.Serialize(new
        {
            id = "msg_1",
            type = "message",
            role = "assistant",
            model = "scripted",
            content,
            stop_reason = scripted.Ends ?? (scripted.Call is null ? "end_turn" : "tool_use"),
            stop_sequence = (string?)null,
            usage = new { input_tokens = 10, cache_creation_input_tokens = 0, cache_read_input_tokens = 0, output_tokens = scripted.Tokens - 10 },
        });
    }
}
