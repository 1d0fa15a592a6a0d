namespace DigestBot.Chat.Slack;

/// <summary>Slack could not be asked, or refused. The message is in words and holds no secret.</summary>
internal sealed class SlackException(string message, bool isOutcomeKnown, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>False where the request may have taken effect although no answer came.</summary>
    public bool IsOutcomeKnown { get; } = isOutcomeKnown;

    /// <summary>The error's name at Slack: "invalid_auth"; null where Slack gave none.</summary>
    public string? Name { get; init; }
}

/// <summary>Slack's errors by their names, in words that say what to do.</summary>
internal static class SlackProblem
{
    /// <summary>Errors that no second attempt mends: the operator has to do something first.</summary>
    private static readonly HashSet<string> _lasting = new(StringComparer.Ordinal)
    {
        "not_authed", "invalid_auth", "account_inactive", "user_removed_from_team", "team_disabled", "token_revoked", "token_expired",
        "not_allowed_token_type", "missing_scope", "forbidden_team", "link_disabled",
    };

    /// <summary>Errors after which nobody knows whether it was done.</summary>
    private static readonly HashSet<string> _unclear = new(StringComparer.Ordinal) { "internal_error", "fatal_error", "request_timeout", "service_unavailable" };

    /// <summary>Whether trying again is of no use until the operator has done something.</summary>
    public static bool IsLasting(string? name) => name is not null && _lasting.Contains(name);

    /// <summary>Whether trying again may help without anybody doing anything: Slack was not reached, did not say, or had too much to do.</summary>
    public static bool IsPassing(SlackException error) => error.Name is null or "ratelimited" || _unclear.Contains(error.Name);

    /// <summary>The refusal of a call of the Web API.</summary>
    /// <param name="method">"chat.postMessage".</param>
    public static SlackException Of(string method, SlackAnswer answer) =>
        new(Explain(method, answer.Error, answer.Needed), isOutcomeKnown: answer.Error is { } name && !_unclear.Contains(name)) { Name = answer.Error };

    /// <summary>The error in words.</summary>
    /// <param name="needed">The scope that is missing, where that is the error.</param>
    public static string Explain(string method, string? name, string? needed = null) => name switch
    {
        null => "Slack's answer could not be read",
        "channel_not_found" => "there is no such channel, or the bot does not see it: check DIGESTBOT_SLACK__DIGESTCHANNEL and invite the bot there",
        "not_in_channel" => "the bot is not in that channel: invite it there",
        "is_archived" => "that channel is archived",
        "restricted_action" => "the workspace's settings keep the bot from posting there: an admin can change that",
        "msg_too_long" or "msg_blocks_too_long" => $"the message is too long for Slack ({name})",
        "not_authed" or "invalid_auth" or "token_revoked" or "token_expired" or "account_inactive" => $"the token is not valid ({name}): copy it anew into {TokenSetting(method)}",
        "not_allowed_token_type" => $"that is the wrong kind of token: {TokenSetting(method)} wants one that begins with {(IsAboutSockets(method) ? "xapp-" : "xoxb-")}",
        "user_removed_from_team" => "the user who made the token is no longer in the workspace: install the app again",
        "team_disabled" => "the workspace is switched off",
        "forbidden_team" => "the app may not connect to this workspace",
        "link_disabled" => "Socket Mode is switched off: switch it on on the app's page, under Socket Mode",
        "missing_scope" => $"the token lacks the scope {needed ?? (IsAboutSockets(method) ? "connections:write" : "chat:write")}: add it on the app's page and install the app again",
        "expired_trigger_id" or "trigger_expired" => "it took too long, so that Slack no longer lets a window be opened",
        "used_url" or "expired_url" => "the command's response_url is used up",
        "invalid_code" or "code_already_used" => "the installation's code was used before, or is too old: begin again at /slack/install",
        "bad_client_secret" or "invalid_client_id" => "DIGESTBOT_SLACK__CLIENTID and DIGESTBOT_SLACK__CLIENTSECRET do not belong to an app: copy them anew from Basic Information",
        "ratelimited" or "rate_limited" => "too many requests, and waiting did not help",
        _ => $"Slack refused it ({name})",
    };

    private static string TokenSetting(string method) => IsAboutSockets(method) ? "DIGESTBOT_SLACK__APPTOKEN" : "DIGESTBOT_SLACK__BOTTOKEN";

    private static bool IsAboutSockets(string method) => method.StartsWith("apps.connections.", StringComparison.Ordinal);
}
