namespace DigestBot.Chat.Slack;

/// <summary>Reads what stands in a thread or in the conversation with the bot: what was asked before, and whether it was answered.</summary>
internal sealed class SlackThreads(SlackApi api, SlackTokens tokens, PromptReply prompt, TimeProvider clock)
{
    /// <summary>How long a message may be under way whose acknowledgement nobody has seen.</summary>
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(3);

    /// <summary>How long an answer waits for what was asked before.</summary>
    private static readonly TimeSpan _longestLook = TimeSpan.FromSeconds(5);

    /// <summary>Whether the answer to an event stands there.</summary>
    /// <param name="asked">The question's own ts.</param>
    /// <exception cref="SlackException">It cannot be seen.</exception>
    public async Task<bool> HasAnswerAsync(SlackPlace place, string asked, string eventId, CancellationToken cancel)
    {
        await Task.Delay(_settling, clock, cancel);
        var messages = await api.MessagesAsync(await tokens.OfAsync(place.Workspace, cancel), place.Channel, place.Thread, asked, cancel);
        return messages.Any(m => m.Metadata?.Get(SlackPosts.AnswerType, "event") == eventId);
    }

    /// <summary>What was asked of the bot in the thread before, the oldest first; nothing where that cannot be seen.</summary>
    /// <param name="callback">The question, and in whose name it came.</param>
    /// <param name="asker">Whose command it becomes.</param>
    public async Task<IReadOnlyList<string>> QuestionsBeforeAsync(SlackPlace place, SlackEventCallback callback, Command asker)
    {
        try
        {
            using CancellationTokenSource limit = new(_longestLook, clock);
            var messages = await api.MessagesAsync(await tokens.OfAsync(place.Workspace, limit.Token), place.Channel, place.Thread, null, limit.Token);
            return [.. messages.Where(m => IsBefore(m, callback)).Select(m => Question(m, asker)).OfType<string>().Distinct(StringComparer.Ordinal).TakeLast(Conversations.Longest)];
        }
        catch (Exception error) when (error is SlackException or OperationCanceledException)
        {
            return [];
        }
    }

    private static bool IsBefore(SlackPosted message, SlackEventCallback callback) =>
        message is { BotId: null, Text: { } text, Ts: { } ts } && string.CompareOrdinal(ts, callback.Event!.Ts) < 0
        && (callback.Event.ChannelType == "im" || (callback.Bot is { Length: > 0 } bot && text.Contains($"<@{bot}", StringComparison.Ordinal)));

    private string? Question(SlackPosted message, Command asker)
    {
        var command = CommandParser.Parse(SlackMarkup.Read(message.Text!), asker, prompt.Verbs);
        var isQuestion = command.Text.Length is > 0 and <= Conversations.LongestQuestion && prompt.Verbs.Any(v => v.Name == command.Verb && v.IsConversation);
        return isQuestion ? command.Text : null;
    }
}
