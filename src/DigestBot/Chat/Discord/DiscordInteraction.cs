using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Chat.Discord;

/// <summary>What Discord sends when somebody uses the bot; only what the bot reads.</summary>
internal sealed record DiscordInteraction
{
    public const int Ping = 1;
    public const int ApplicationCommand = 2;

    public string Id { get; init; } = "";

    public string ApplicationId { get; init; } = "";

    public int Type { get; init; }

    /// <summary>Lets the bot edit its answer for 15 minutes.</summary>
    public string Token { get; init; } = "";

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    public DiscordMember? Member { get; init; }

    public DiscordUser? User { get; init; }

    public DiscordCommandData? Data { get; init; }

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

    // JSON may hold null where the type says that it does not.
    private static DiscordInteraction? Whole(DiscordInteraction? interaction) =>
        interaction?.Data?.Options?.All(option => option is { Name.Length: > 0 }) ?? true ? interaction : null;

    /// <summary>The command in it.</summary>
    /// <param name="verbs">The verbs there are; which option is the verb's own text stands there.</param>
    /// <returns>Null where it holds no command.</returns>
    public Command? ToCommand(IReadOnlyList<Verb> verbs)
    {
        if (Data is not { Name: { Length: > 0 } name })
            return null;
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        foreach (DiscordOption option in Data.Options ?? [])
            options[option.Name] = option.Value.ValueKind == JsonValueKind.String ? option.Value.GetString()! : option.Value.ToString();
        string? text = null;
        if (verbs.FirstOrDefault(v => v.Name == name)?.Text is { } own)
            options.Remove(own.Name, out text);
        return new Command
        {
            Workspace = GuildId is null ? $"discord:user:{Asker}" : $"discord:{GuildId}",
            Platform = Platform.Discord,
            User = Asker,
            Channel = ChannelId,
            Verb = name,
            Text = text ?? "",
            Options = options,
        };
    }

    private string? Asker => (Member?.User ?? User)?.Id;
}

/// <summary>The asker as a member of a guild.</summary>
internal sealed record DiscordMember(DiscordUser? User);

/// <summary>The asker.</summary>
internal sealed record DiscordUser(string Id);

/// <summary>Which command, with which options.</summary>
internal sealed record DiscordCommandData
{
    public string Name { get; init; } = "";

    public IReadOnlyList<DiscordOption>? Options { get; init; }
}

/// <summary>One option as the asker filled it in.</summary>
internal sealed record DiscordOption
{
    public string Name { get; init; } = "";

    [JsonPropertyName("value")]
    public JsonElement Value { get; init; }
}
