using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.LanguageModels.Checking;
using DigestBot.LanguageModels.Tools;
using Microsoft.Extensions.AI;

namespace DigestBot.LanguageModels;

/// <summary>Tries the model that the settings name, with two invented statements, and tells in words what happened.</summary>
internal sealed class ModelCheck(IChatClient client, ModelSettings settings, TimeProvider clock)
{
    private const string Question = "what is said about the bridge?";

    private static readonly IReadOnlyList<AnswerLine> _tried = [Line("Ann Lee", SpeechAct.Demands, "that the bridge be closed"), Line("Omar Diaz", SpeechAct.Rejects, "the plan for a new bridge")];

    /// <summary>Whether it writes, and what to do where it does not; where it writes, also whether it looks up, without which the rest still goes.</summary>
    public async Task<(bool Works, string Words)> RunAsync(CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var who = $"{settings.Provider} with the model {settings.Name}";
        (var answer, var trouble) = await TryAsync(client, Prompts.Write(Question, _tried), options: null, cancel);
        if (answer is null)
        {
            return (false, Sentence($"{who} does not work: {trouble}"));
        }

        var took = $"in {clock.GetElapsedTime(start).TotalSeconds:F1} s";
        if (answer.Draft is not { } draft)
        {
            return (false, Sentence($"{who} answered {took}, but {answer.Trouble}"));
        }

        return ProseChecker.Check(draft, _tried) is { } prose
            ? (true, $"{who} works: {prose.Sentences.Count} of {draft.Sentences.Count} sentences stood the check, {took}, {answer.Tokens?.ToString() ?? "an unknown number of"} tokens. {await LookUpAsync(cancel)}")
            : (false, $"{who} answered {took}, but too few of its {draft.Sentences.Count} sentences stood the check. Answers would stay plain; a larger model keeps to the rules better.");
    }

    /// <summary>Offers a tool, as a question does that the parser does not understand.</summary>
    private async Task<string> LookUpAsync(CancellationToken cancel)
    {
        var calls = 0;
        var tool = AIFunctionFactory.Create(FindStatements, "find_statements");
        // Not disposed of: it would dispose of the client, which is the caller's.
        FunctionInvokingChatClient over = new(client) { MaximumIterationsPerRequest = ResearchTools.MostCalls, TerminateOnUnknownCalls = true };
        (var answer, var trouble) = await TryAsync(over, Prompts.Research(Question), new ChatOptions { Tools = [tool] }, cancel);
        trouble ??= answer?.Trouble ?? (calls == 0 ? "it was offered a tool and called none" : null);
        return trouble is null
            ? "It also looks up what the parser does not understand."
            : $"{Sentence($"It writes, but does not look up: {trouble}")} Questions that the parser does not understand stay without an answer.";

        [Description("Finds statements by words")]
        string FindStatements([Description("Words of the content or the story")] string? words = null)
        {
            calls++;
            return Prompts.Data(new { statements = _tried.Select((l, at) => new { storyId = l.Citation.StoryId, statement = Prompts.Statement(l, at + 1) }) });
        }
    }

    /// <summary>The answer, or what is in its way, without a full stop.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Providers' libraries throw all sorts, and each is told in words")]
    private async Task<(DraftAnswer? Answer, string? Trouble)> TryAsync(IChatClient asked, IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancel)
    {
        using CancellationTokenSource late = new(TimeSpan.FromSeconds(settings.Patience), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            return (await DraftAnswer.AskAsync(asked, settings, messages, options, either.Token), null);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return (null, $"it did not answer within {settings.Patience} s. Is the address right, and is the model loaded? DIGESTBOT_MODEL__PATIENCE allows more time");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return (null, ModelTrouble.InWords(error, settings));
        }
    }

    private static string Sentence(string words) => words.EndsWith('?') ? words : $"{words}.";

    private static AnswerLine Line(string speaker, SpeechAct act, string content) => new()
    {
        Speaker = speaker,
        Act = act,
        Kind = QuoteKind.Indirect,
        Content = content,
        Citation = new Citation { StoryId = speaker, Title = "A trial", Spans = [] },
    };
}
