using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Primitives;

namespace DigestBot.Chat.Slack;

/// <summary>A slash command as it comes: form fields over HTTP, the same members as JSON over the socket.</summary>
internal sealed record SlackSlashCommand
{
    /// <summary>The command's own name: "/digestbot".</summary>
    public string Command { get; init; } = "";

    public string Text { get; init; } = "";

    public string TeamId { get; init; } = "";

    public string ChannelId { get; init; } = "";

    public string UserId { get; init; } = "";

    public string ResponseUrl { get; init; } = "";

    /// <summary>Lets a window be opened, for three seconds.</summary>
    public string TriggerId { get; init; } = "";

    /// <summary>The command from its form fields.</summary>
    public static SlackSlashCommand Of(IReadOnlyDictionary<string, StringValues> form)
    {
        string Field(string name) => form.TryGetValue(name, out var value) ? value.ToString() : "";
        return new SlackSlashCommand
        {
            Command = Field("command"),
            Text = Field("text"),
            TeamId = Field("team_id"),
            ChannelId = Field("channel_id"),
            UserId = Field("user_id"),
            ResponseUrl = Field("response_url"),
            TriggerId = Field("trigger_id"),
        };
    }
}

/// <summary>A pressed button, a chosen option, a question for options, a filled-in window or a message's shortcut.</summary>
internal sealed record SlackInteraction
{
    /// <summary>"block_actions", "block_suggestion", "view_submission" or "message_action".</summary>
    public string Type { get; init; } = "";

    public SlackId? Team { get; init; }

    public SlackId? User { get; init; }

    public SlackId? Channel { get; init; }

    /// <summary>Where the answer goes; missing in windows and home tabs.</summary>
    public string? ResponseUrl { get; init; }

    public string? TriggerId { get; init; }

    /// <summary>Which shortcut it is.</summary>
    public string? CallbackId { get; init; }

    /// <summary>Which menu wants options.</summary>
    public string? ActionId { get; init; }

    /// <summary>What was typed in that menu so far.</summary>
    public string? Value { get; init; }

    public IReadOnlyList<SlackAction> Actions { get; init; } = [];

    /// <summary>The message that has the button or shortcut.</summary>
    public SlackShownMessage? Message { get; init; }

    public SlackShownView? View { get; init; }

    public SlackContainer? Container { get; init; }

    /// <summary>The workspace, where the app is installed for a whole organisation the asker's.</summary>
    public string Workspace => $"slack:{Team?.Id ?? User?.TeamId}";
}

/// <summary>Somebody or something by its id.</summary>
internal sealed record SlackId(string? Id, string? TeamId);

/// <summary>What was pressed or chosen.</summary>
internal sealed record SlackAction(string? ActionId, string? Value, SlackChosen? SelectedOption);

/// <summary>The chosen option.</summary>
internal sealed record SlackChosen(string? Value);

/// <summary>A message as Slack shows it.</summary>
internal sealed record SlackShownMessage(string? Ts, string? ThreadTs, string? Text)
{
    /// <summary>What is shown under it: previews of links, forwarded messages, what apps post.</summary>
    public IReadOnlyList<SlackAttachment>? Attachments { get; init; }

    /// <summary>All of it, as it was written.</summary>
    [JsonIgnore]
    public string Whole => string.Join("\n\n", [Text, .. (Attachments ?? []).SelectMany(a => new[] { a.TitleLink ?? a.FromUrl, a.Text })]);
}

/// <summary>A preview, a forwarded message or what an app posts.</summary>
internal sealed record SlackAttachment(string? FromUrl, string? TitleLink, string? Text);

/// <summary>Where the button stands.</summary>
/// <param name="IsEphemeral">In a message that one user alone sees.</param>
internal sealed record SlackContainer(bool IsEphemeral);

/// <summary>A window as it comes back.</summary>
internal sealed record SlackShownView(string? CallbackId, string? PrivateMetadata, SlackViewState? State);

/// <summary>What is filled in, by block and action.</summary>
internal sealed record SlackViewState(IReadOnlyDictionary<string, IReadOnlyDictionary<string, SlackAction>> Values);

/// <summary>An event's envelope.</summary>
internal sealed record SlackEventCallback
{
    /// <summary>"event_callback" or "url_verification".</summary>
    public string Type { get; init; } = "";

    /// <summary>What is to be sent back, at url_verification.</summary>
    public string? Challenge { get; init; }

    public string? TeamId { get; init; }

    /// <summary>The same when Slack repeats itself.</summary>
    public string? EventId { get; init; }

    public SlackEvent? Event { get; init; }

    /// <summary>In whose names the event came: the bot's.</summary>
    public IReadOnlyList<SlackAuthorization>? Authorizations { get; init; }

    /// <summary>The bot's user in that workspace; null where Slack does not say.</summary>
    [JsonIgnore]
    public string? Bot => Authorizations?.FirstOrDefault(a => a.IsBot)?.UserId;
}

/// <summary>In whose name an event came.</summary>
internal sealed record SlackAuthorization(string? UserId, bool IsBot);

/// <summary>What happened.</summary>
internal sealed record SlackEvent
{
    /// <summary>"app_mention", "message", "app_home_opened", "app_uninstalled", "tokens_revoked".</summary>
    public string Type { get; init; } = "";

    public string? Subtype { get; init; }

    public string? User { get; init; }

    /// <summary>Set where a bot has written it.</summary>
    public string? BotId { get; init; }

    public string? Channel { get; init; }

    /// <summary>"im" in a conversation with the bot alone.</summary>
    public string? ChannelType { get; init; }

    public string? Text { get; init; }

    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    /// <summary>"home" or "messages", at app_home_opened.</summary>
    public string? Tab { get; init; }

    /// <summary>The revoked tokens' users, at tokens_revoked.</summary>
    public JsonElement Tokens { get; init; }
}
