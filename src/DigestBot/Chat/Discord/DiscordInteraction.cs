using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Chat.Discord;

/// <summary>What Discord sends when somebody uses the bot; only what the bot reads.</summary>
internal sealed record DiscordInteraction
{
    public const int Ping = 1;
    public const int ApplicationCommand = 2;
    public const int MessageComponent = 3;
    public const int Autocomplete = 4;

    public string Id { get; init; } = "";

    public string ApplicationId { get; init; } = "";

    public int Type { get; init; }

    /// <summary>Lets the bot edit its answer for 15 minutes.</summary>
    public string Token { get; init; } = "";

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    public SeenChannel? Channel { get; init; }

    public DiscordMember? Member { get; init; }

    public DiscordUser? User { get; init; }

    public DiscordCommandData? Data { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public SeenMessage? Message { get; init; }

    /// <summary>The asker's id, where there is one.</summary>
    public string? Asker => (Member?.User ?? User)?.Id;

    /// <summary>Whether the asker manages the server. Direct messages are the asker's own.</summary>
    public bool MayManage => GuildId is null || Rights.HasFlag(DiscordPermissions.ManageGuild) || Rights.HasFlag(DiscordPermissions.Administrator);

    /// <summary>Whether the asker may write there what others read.</summary>
    public bool MayWrite => GuildId is null || Rights.HasFlag(Channel is { IsThread: true } ? DiscordPermissions.SendMessagesInThreads : DiscordPermissions.SendMessages);

    private DiscordPermissions Rights => DiscordRights.Read(Member?.Permissions);

    /// <summary>Reads an interaction.</summary>
    /// <returns>Null where it is not JSON or not of this form.</returns>
    public static DiscordInteraction? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            return Whole(JsonSerializer.Deserialize(json, DiscordJson.Plain.DiscordInteraction));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads an interaction that came over the gateway.</summary>
    /// <returns>Null where it is not of this form.</returns>
    public static DiscordInteraction? TryRead(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object ? Whole(json.Deserialize(DiscordJson.Plain.DiscordInteraction)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // JSON may lack or hold null where the type says that it does not.
    private static DiscordInteraction? Whole(DiscordInteraction? interaction)
    {
        var isWhole = interaction is not null && (interaction.Type == Ping || interaction.Id is { Length: > 0 })
            && (interaction.Data?.Options?.All(option => option is { Name.Length: > 0 }) ?? true);
        return isWhole ? interaction! with { Token = interaction.Token ?? "", ApplicationId = interaction.ApplicationId ?? "" } : null;
    }
}

/// <summary>The channel as far as an interaction shows it.</summary>
internal sealed record SeenChannel(int Type)
{
    /// <summary>Threads have a permission to write of their own.</summary>
    public bool IsThread => DiscordChannel.IsThreadType(Type);
}

/// <summary>The asker as a member of a guild.</summary>
/// <param name="Permissions">What the member may do in the channel, all of it counted, as a decimal number.</param>
internal sealed record DiscordMember(DiscordUser? User, string? Permissions = null);

/// <summary>The asker.</summary>
internal sealed record DiscordUser(string Id);

/// <summary>Which command, with which options; or which button.</summary>
internal sealed record DiscordCommandData
{
    public string? Name { get; init; }

    public IReadOnlyList<DiscordOption>? Options { get; init; }

    /// <summary>Of a message's menu: the message's id.</summary>
    public string? TargetId { get; init; }

    public DiscordResolved? Resolved { get; init; }

    /// <summary>What the pressed button, or the list in which something was chosen, was given by the bot.</summary>
    public string? CustomId { get; init; }

    /// <summary>What was chosen.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}

/// <summary>One option as the asker filled it in, or is about to.</summary>
internal sealed record DiscordOption
{
    public string Name { get; init; } = "";

    [JsonPropertyName("value")]
    public JsonElement Value { get; init; }

    /// <summary>The asker is typing it.</summary>
    public bool Focused { get; init; }

    /// <summary>The value as text.</summary>
    public string Text => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : Value.ToString();
}

/// <summary>What ids in the command stand for.</summary>
internal sealed record DiscordResolved
{
    public IReadOnlyDictionary<string, SeenMessage>? Messages { get; init; }
}

/// <summary>A message as Discord shows it to the bot.</summary>
internal sealed record SeenMessage
{
    public string? Content { get; init; }

    public IReadOnlyList<SeenEmbed>? Embeds { get; init; }

    public int? Flags { get; init; }

    /// <summary>All that one can read in it, links' previews included.</summary>
    public string Text => string.Join("\n\n", (Embeds ?? []).SelectMany(e => new[] { e?.Title, e?.Description, e?.Url }).Prepend(Content).Where(t => !string.IsNullOrWhiteSpace(t)));
}

/// <summary>A framed part of a message, such as the preview of a link.</summary>
internal sealed record SeenEmbed(string? Title, string? Description, string? Url);
