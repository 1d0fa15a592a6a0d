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
    private const int MostAnswerTokens = 800;
    private const int LettersPerToken = 3;

    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(1);

    private readonly ModelAllowance _allowance = new(settings.TokensADay, TimeSpan.FromSeconds(settings.SecondsADay));
    private long _restsUntil;

    /// <summary>The client itself, for one who adds tools to it.</summary>
    public IChatClient Client => client;

    /// <summary>A draft, or null with the reason: "budget", "resting", "slow", "failed" or "nonsense".</summary>
    /// <param name="rounds">So many times at most the model is asked, where it calls tools.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Providers' libraries throw all sorts; none of it may reach a chat")]
    public async Task<(Draft? Draft, string Outcome)> DraftAsync(string workspace, IReadOnlyList<ChatMessage> messages, ChatOptions? options = null, IChatClient? over = null, int rounds = 1, CancellationToken cancel = default)
    {
        if (clock.GetTimestamp() < Volatile.Read(ref _restsUntil))
        {
            return (null, "resting");
        }

        var most = rounds * ((messages.Sum(m => (long)m.Text.Length) / LettersPerToken) + MostAnswerTokens);
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

            options = options?.Clone() ?? new ChatOptions();
            options.MaxOutputTokens = MostAnswerTokens;
            var response = await (over ?? client).GetResponseAsync<Draft>(messages, options, cancellationToken: either.Token).WaitAsync(either.Token);
            used = response.Usage?.TotalTokenCount ?? most;
            return response.TryGetResult(out var draft) ? (draft, "written") : (null, "nonsense");
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            LeaveAlone("it took too long", late.IsCancellationRequested);
            return (null, "slow");
        }
        catch (Exception error)
        {
            LeaveAlone(ModelTrouble.InWords(error, settings), isProviders: true);
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

    private void LeaveAlone(string reason, bool isProviders)
    {
        if (!isProviders)
        {
            return;
        }

        Volatile.Write(ref _restsUntil, clock.GetTimestamp() + (long)(_rest.TotalSeconds * clock.TimestampFrequency));
        log.LogWarning("The language model did not write: {Reason}. Answers go out without prose; it is asked again in a minute", reason);
    }
}
