using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Chat.Discord;

/// <summary>A message as Discord takes it: created, edited, or as the answer to an interaction.</summary>
internal sealed record DiscordMessage
{
    /// <summary>The flag by which Discord shows no previews of links; it would hide embeds of our own too.</summary>
    public const int SuppressEmbeds = 1 << 2;

    /// <summary>The flag by which only the asker sees the message.</summary>
    public const int Ephemeral = 1 << 6;

    public string? Content { get; init; }

    public IReadOnlyList<DiscordEmbed>? Embeds { get; init; }

    /// <summary>Rows of buttons and lists.</summary>
    public IReadOnlyList<DiscordComponent>? Components { get; init; }

    /// <summary>Always: nobody is pinged, whatever the text holds.</summary>
    public DiscordMentions AllowedMentions { get; init; } = new();

    public int? Flags { get; init; }

    /// <summary>At most 25 characters; the same within minutes gives the message that is there already.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    /// <summary>In the place of another message: what that had and this has not must go. For whom it is cannot change.</summary>
    public DiscordMessage ForEdit() => this with { Embeds = Embeds ?? [], Components = Components ?? [], Flags = null };
}

/// <summary>A framed part of a message.</summary>
internal sealed record DiscordEmbed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public int? Color { get; init; }
}

/// <summary>What a message may ping: nothing.</summary>
internal sealed record DiscordMentions
{
    public IReadOnlyList<string> Parse { get; init; } = [];
}

/// <summary>The first answer to an interaction.</summary>
internal sealed record DiscordResponse(DiscordResponseType Type, DiscordMessage? Data = null);

/// <summary>What the first answer is.</summary>
internal enum DiscordResponseType
{
    Pong = 1,
    Message = 4,
    Deferred = 5,
    DeferredUpdate = 6,
    Update = 7,
    Proposals = 8,
}

/// <summary>The deferral's only content: whether the answer will be for the asker alone.</summary>
internal sealed record DiscordDeferral(DiscordResponseType Type, DiscordDeferralFlags? Data);

/// <summary>Flags of a deferral.</summary>
internal sealed record DiscordDeferralFlags(int Flags);

/// <summary>What the option that is being typed may be.</summary>
internal sealed record DiscordProposals(DiscordProposalList Data)
{
    public DiscordProposals(IReadOnlyList<DiscordProposal> choices)
        : this(new DiscordProposalList(choices))
    {
    }

    public DiscordResponseType Type => DiscordResponseType.Proposals;
}

/// <summary>At most 25.</summary>
internal sealed record DiscordProposalList(IReadOnlyList<DiscordProposal> Choices);

/// <summary>What is shown, and what becomes the option's value.</summary>
internal sealed record DiscordProposal(string Name, string Value)
{
    /// <summary>What is shown to readers of other languages, by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}

/// <summary>A message as it stands in its channel.</summary>
internal sealed record DiscordPosted
{
    public required string Id { get; init; }

    public string? Content { get; init; }
}

/// <summary>Reads and writes Discord's JSON.</summary>
[JsonSerializable(typeof(DiscordMessage))]
[JsonSerializable(typeof(DiscordResponse))]
[JsonSerializable(typeof(DiscordDeferral))]
[JsonSerializable(typeof(DiscordProposals))]
[JsonSerializable(typeof(DiscordInteraction))]
[JsonSerializable(typeof(DiscordPosted))]
[JsonSerializable(typeof(DiscordPosted[]))]
[JsonSerializable(typeof(DiscordProblem))]
[JsonSerializable(typeof(DiscordApplication))]
[JsonSerializable(typeof(DiscordGuild[]))]
[JsonSerializable(typeof(DiscordMemberRoles))]
[JsonSerializable(typeof(DiscordChannel))]
[JsonSerializable(typeof(ApplicationCommand[]))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>Letters of all scripts as they are: shorter, and never put into HTML.</summary>
    public static DiscordJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
