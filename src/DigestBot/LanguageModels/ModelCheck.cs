using System.Diagnostics.CodeAnalysis;
using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.LanguageModels.Checking;
using Microsoft.Extensions.AI;

namespace DigestBot.LanguageModels;

/// <summary>Tries the model that the settings name, with two invented statements, and tells in words what happened.</summary>
internal static class ModelCheck
{
    private static readonly IReadOnlyList<AnswerLine> _tried = [Line("Ann Lee", SpeechAct.Demands, "that the bridge be closed"), Line("Omar Diaz", SpeechAct.Rejects, "the plan for a new bridge")];

    /// <summary>Whether it works, and what to do where it does not.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Providers' libraries throw all sorts, and each is told in words")]
    public static async Task<(bool Works, string Words)> RunAsync(IChatClient client, ModelSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        using CancellationTokenSource late = new(TimeSpan.FromSeconds(settings.Patience), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        var who = $"{settings.Provider} with the model {settings.Name}";
        try
        {
            var response = await client.GetResponseAsync<Draft>(Prompts.Write("what is said about the bridge?", _tried), new ChatOptions { MaxOutputTokens = 800 }, cancellationToken: either.Token).WaitAsync(either.Token);
            var took = $"in {clock.GetElapsedTime(start).TotalSeconds:F1} s";
            if (!response.TryGetResult(out var draft))
            {
                return (false, $"{who} answered {took}, but not in the form that was asked for. Choose a model that can write structured output (JSON).");
            }

            var written = draft.Sentences?.Count ?? 0;
            var prose = ProseChecker.Check(draft, _tried);
            return prose is null
                ? (false, $"{who} answered {took}, but too few of its {written} sentences stood the check. Answers would stay plain; a larger model keeps to the rules better.")
                : (true, $"{who} works: {prose.Sentences.Count} of {written} sentences stood the check, {took}, {response.Usage?.TotalTokenCount?.ToString() ?? "an unknown number of"} tokens.");
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return (false, $"{who} did not answer within {settings.Patience} s. Is the address right, and is the model loaded? DIGESTBOT_MODEL__PATIENCE allows more time.");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var words = ModelTrouble.InWords(error, settings);
            return (false, $"{who} could not be asked: {words}{(words.EndsWith('?') ? "" : ".")}");
        }
    }

    private static AnswerLine Line(string speaker, SpeechAct act, string content) => new()
    {
        Speaker = speaker,
        Act = act,
        Kind = QuoteKind.Indirect,
        Content = content,
        Citation = new Citation { StoryId = speaker, Title = "A trial", Spans = [] },
    };
}
