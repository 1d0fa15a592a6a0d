using System.Text.Json;
using DigestBot.Storage;

namespace DigestBot.Chat.Slack;

/// <summary>Deals with events, each once even where Slack repeats it: mentions, messages to the bot, its home tab, its removal.</summary>
internal sealed class SlackEvents(SlackQuestions questions, SlackHome home, SlackDeparture departure, Store store, ILogger<SlackEvents> log)
{
    /// <summary>Deals with an event behind its acknowledgement.</summary>
    public void Take(SlackEventCallback callback) => _ = Task.Run(() => TakeAsync(callback));

    private async Task TakeAsync(SlackEventCallback callback)
    {
        if (callback is not { Event: { } happened, EventId: { Length: > 0 } id, TeamId: { Length: > 0 } team })
            return;
        try
        {
            if (await store.NoteArrivalAsync($"slack:{id}"))
                await DealWithAsync($"slack:{team}", happened);
        }
        catch (Exception error)
        {
            log.LogWarning("The event {Type} could not be dealt with: {Reason}", happened.Type, error is SlackException ? error.Message : error);
        }
    }

    private Task DealWithAsync(string workspace, SlackEvent happened) => happened switch
    {
        { Type: "app_uninstalled" } => departure.TakeLeaveAsync(workspace),
        { Type: "tokens_revoked" } when HasLostBot(happened.Tokens) => departure.TakeLeaveAsync(workspace),
        // What a bot wrote is no question, this bot's own answers least of all.
        { BotId: not null } or { Subtype: not null } => Task.CompletedTask,
        { Type: "app_mention" } or { Type: "message", ChannelType: "im" } => questions.AnswerAsync(workspace, happened),
        { Type: "app_home_opened", Tab: "home", User: { Length: > 0 } user } => home.ShowAsync(workspace, user),
        _ => Task.CompletedTask,
    };

    /// <summary>Whether the bot's own token is among the revoked; users' tokens are none of the bot's.</summary>
    private static bool HasLostBot(JsonElement tokens) =>
        tokens.ValueKind == JsonValueKind.Object && tokens.TryGetProperty("bot", out JsonElement bots) && bots.ValueKind == JsonValueKind.Array && bots.GetArrayLength() > 0;
}
