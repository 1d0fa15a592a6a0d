using System.Text.Json;

namespace DigestBot.Chat.Slack;

/// <summary>Deals with events: mentions, messages to the bot, its home tab, its removal.</summary>
internal sealed class SlackEvents(SlackQuestions questions, SlackHome home, SlackDeparture departure)
{
    /// <summary>Whether there is anything to do about it.</summary>
    public static bool IsForUs(SlackEvent happened) => IsDeparture(happened) || IsQuestion(happened) || IsHome(happened);

    /// <summary>Whether the workspace has removed the app.</summary>
    public static bool IsDeparture(SlackEvent happened) => happened.Type == "app_uninstalled" || (happened.Type == "tokens_revoked" && HasLostBot(happened.Tokens));

    /// <summary>Deals with an event for which <see cref="IsForUs"/>.</summary>
    /// <param name="callback">With its id, its event and its workspace.</param>
    /// <param name="isRepeated">Nobody knows how far it was dealt with before.</param>
    /// <exception cref="SlackException">Slack cannot be asked, or refused.</exception>
    public Task DealWithAsync(SlackEventCallback callback, bool isRepeated)
    {
        var happened = callback.Event!;
        var workspace = $"slack:{callback.TeamId}";
        return IsDeparture(happened) ? departure.TakeLeaveAsync(workspace)
            : IsHome(happened) ? home.ShowAsync(workspace, happened.User!)
            : questions.AnswerAsync(workspace, callback, isRepeated);
    }

    // What a bot wrote is no question, this bot's own answers least of all.
    private static bool IsQuestion(SlackEvent happened) => happened is { BotId: null, Subtype: null, User.Length: > 0, Channel.Length: > 0, Ts.Length: > 0 }
        and ({ Type: "app_mention" } or { Type: "message", ChannelType: "im" });

    private static bool IsHome(SlackEvent happened) => happened is { Type: "app_home_opened", Tab: "home", User.Length: > 0 };

    /// <summary>Whether the bot's own token is among the revoked; users' tokens are none of the bot's.</summary>
    private static bool HasLostBot(JsonElement tokens) =>
        tokens.ValueKind == JsonValueKind.Object && tokens.TryGetProperty("bot", out var bots) && bots.ValueKind == JsonValueKind.Array && bots.GetArrayLength() > 0;
}
