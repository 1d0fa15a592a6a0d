using System.Diagnostics.CodeAnalysis;
using DigestBot.Storage;
using Microsoft.Extensions.AI;

namespace DigestBot.LanguageModels;

/// <summary>
/// Asks the model for a draft within a workspace's budget and the settings' patience. Whatever goes wrong there is then no draft: a provider
/// that is down is left alone for a minute, and the operator's log says why. Thread-safe.
/// </summary>
internal sealed class ModelCalls(IChatClient client, ModelSettings settings, Store store, TimeProvider clock, ILogger<ModelCalls> log)
{
    private const int LettersPerToken = 3;

    private readonly ModelAllowance _allowance = new(settings.TokensADay, TimeSpan.FromSeconds(settings.SecondsADay));
    private readonly ProviderRest _rest = new(clock);

    /// <summary>The client itself, for one who adds tools to it.</summary>
    public IChatClient Client => client;

    /// <summary>
    /// A draft, or null with the reason: "budget", "resting", "toolless", "slow", "failed", or one of <see cref="DraftAnswer.Outcome"/>.
    /// </summary>
    /// <param name="rounds">So many times at most the model is asked, where it calls tools.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Providers' libraries throw all sorts; none of it may reach a chat")]
    public async Task<(Draft? Draft, string Outcome)> DraftAsync(string workspace, IReadOnlyList<ChatMessage> messages, ChatOptions? options = null, IChatClient? over = null, int rounds = 1, CancellationToken cancel = default)
    {
        var looksUp = options is { Tools.Count: > 0 };
        if (_rest.Lasts(looksUp))
        {
            return (null, looksUp && _rest.IsWithoutTools ? "toolless" : "resting");
        }

        var most = rounds * ((messages.Sum(m => (long)m.Text.Length) / LettersPerToken) + settings.AnswerTokens);
        var start = clock.GetTimestamp();
        var used = most;
        HeldTokens? held = null;
        using CancellationTokenSource late = new(TimeSpan.FromSeconds(settings.Patience), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            held = await store.HoldModelUseAsync(workspace, most, _allowance, either.Token);
            if (held is null)
            {
                return (null, "budget");
            }

            var answer = await DraftAnswer.AskAsync(over ?? client, settings, messages, options, either.Token);
            used = answer.Tokens ?? most;
            if (answer.Trouble is { } trouble)
            {
                log.LogWarning("The language model did not write: {Reason}. The answer goes out without prose", trouble);
            }

            return (answer.Draft, answer.Outcome);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            if (late.IsCancellationRequested)
            {
                LeaveAlone($"it took longer than {settings.Patience} s", looksUp);
            }

            return (null, "slow");
        }
        catch (Exception error) when (looksUp && ModelTrouble.IsWithoutTools(error))
        {
            used = 0;
            _rest.HasNoTools();
            log.LogWarning("The language model looks nothing up: {Reason}. It writes prose, but questions that the parser does not understand stay without an answer until the bot is started with another model", ModelTrouble.InWords(error, settings, messages));
            return (null, "toolless");
        }
        catch (Exception error)
        {
            // In later rounds something was used before, nobody says how much.
            used = rounds == 1 && ModelTrouble.IsBeforeWork(error) ? 0 : most;
            LeaveAlone(ModelTrouble.InWords(error, settings, messages), looksUp);
            return (null, "failed");
        }
        finally
        {
            if (held is not null)
            {
                await SettleAsync(held, used, clock.GetElapsedTime(start));
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What is not settled stays held; the answer is as good")]
    private async Task SettleAsync(HeldTokens held, long used, TimeSpan time)
    {
        try
        {
            await store.SettleModelUseAsync(held, used, time);
        }
        catch (Exception error)
        {
            log.LogWarning("What the language model used could not be noted: {Error}", error.Message);
        }
    }

    private void LeaveAlone(string reason, bool looksUp)
    {
        _rest.Begin(looksUp);
        if (looksUp)
        {
            log.LogWarning("The language model did not look up: {Reason}. Questions that the parser does not understand stay without an answer; it is asked again in a minute", reason);
        }
        else
        {
            log.LogWarning("The language model did not write: {Reason}. Answers go out without prose; it is asked again in a minute", reason);
        }
    }
}
