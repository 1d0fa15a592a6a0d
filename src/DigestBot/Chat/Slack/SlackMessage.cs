using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Chat.Slack;

/// <summary>A message as Slack takes it: as the answer to a command, at a response_url, or posted to a channel.</summary>
internal sealed record SlackMessage
{
    /// <summary>"ephemeral" (the asker alone) or "in_channel"; only in answers to commands.</summary>
    public string? ResponseType { get; init; }

    /// <summary>Whether it takes the place of the message whose button was pressed; only at a response_url.</summary>
    public bool? ReplaceOriginal { get; init; }

    /// <summary>The channel; only where the message is posted.</summary>
    public string? Channel { get; init; }

    /// <summary>Who alone sees it; only where it is posted so.</summary>
    public string? User { get; init; }

    /// <summary>The message whose place it takes, by its id; only where one is updated.</summary>
    public string? Ts { get; init; }

    /// <summary>The thread in that channel, by its first message's id.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>What notifications and screen readers get.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<SlackBlock>? Blocks { get; init; }

    /// <summary>The fallback text is no markup.</summary>
    public bool Mrkdwn { get; init; }

    public bool UnfurlLinks { get; init; }

    public bool UnfurlMedia { get; init; }

    /// <summary>What readers do not see and the bot finds again; only where the message is posted.</summary>
    public SlackMetadata? Metadata { get; init; }
}

/// <summary>What an app notes on a message.</summary>
internal sealed record SlackMetadata(string? EventType, JsonElement EventPayload)
{
    /// <summary>What stands there under a name; null where it is another type's or nothing.</summary>
    public string? Get(string type, string name) =>
        EventType == type && EventPayload.ValueKind == JsonValueKind.Object && EventPayload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A block of a message: "section", "header", "context", "actions" or "input".</summary>
internal sealed record SlackBlock
{
    public required string Type { get; init; }

    public string? BlockId { get; init; }

    public SlackText? Text { get; init; }

    public IReadOnlyList<SlackElement>? Elements { get; init; }

    /// <summary>What is filled in; only in an input block.</summary>
    public SlackElement? Element { get; init; }

    /// <summary>Over the input; only in an input block.</summary>
    public SlackText? Label { get; init; }

    /// <summary>Underneath the input; only in an input block.</summary>
    public SlackText? Hint { get; init; }

    /// <summary>Whether the input may stay empty; only in an input block.</summary>
    public bool? Optional { get; init; }
}

/// <summary>What stands in a block: a text, or something to press, choose or fill in.</summary>
[JsonDerivedType(typeof(SlackText))]
[JsonDerivedType(typeof(SlackButton))]
[JsonDerivedType(typeof(SlackSelect))]
[JsonDerivedType(typeof(SlackInput))]
internal abstract record SlackElement
{
    public required string Type { get; init; }
}

/// <summary>Text in a block. Plain text is shown as it is; mrkdwn is marked up, but for the words of stories (verbatim).</summary>
internal sealed record SlackText : SlackElement
{
    public required string Text { get; init; }

    public bool? Emoji { get; init; }

    public bool? Verbatim { get; init; }
}

/// <summary>A button; Slack hands its value back when it is pressed.</summary>
internal sealed record SlackButton : SlackElement
{
    public required SlackText Text { get; init; }

    public required string ActionId { get; init; }

    public required string Value { get; init; }
}

/// <summary>A menu: of fixed options, or of those that Slack asks for while one types (external_select).</summary>
internal sealed record SlackSelect : SlackElement
{
    public required string ActionId { get; init; }

    public SlackText? Placeholder { get; init; }

    public IReadOnlyList<SlackOption>? Options { get; init; }

    public SlackOption? InitialOption { get; init; }

    /// <summary>Letters from which on Slack asks for options.</summary>
    public int? MinQueryLength { get; init; }
}

/// <summary>A line to fill in (plain_text_input).</summary>
internal sealed record SlackInput : SlackElement
{
    public required string ActionId { get; init; }

    public SlackText? Placeholder { get; init; }

    public string? InitialValue { get; init; }

    public int? MaxLength { get; init; }
}

/// <summary>What can be chosen in a menu.</summary>
internal sealed record SlackOption(SlackText Text, string Value);
