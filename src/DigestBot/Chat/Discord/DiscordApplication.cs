using System.Globalization;
using System.Numerics;

namespace DigestBot.Chat.Discord;

/// <summary>The application behind the bot, as the developer portal shows it.</summary>
internal sealed record DiscordApplication
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The public key, 64 hexadecimal digits.</summary>
    public string? VerifyKey { get; init; }

    /// <summary>Where Discord sends interactions; null where they go over the gateway.</summary>
    public string? InteractionsEndpointUrl { get; init; }
}

/// <summary>A server, in Discord's interface a guild.</summary>
internal sealed record DiscordGuild
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? OwnerId { get; init; }

    public IReadOnlyList<DiscordRole>? Roles { get; init; }
}

/// <summary>A role of a server.</summary>
internal sealed record DiscordRole(string Id, string Permissions);

/// <summary>A channel or thread.</summary>
internal sealed record DiscordChannel
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>0 text, 5 announcements, 10 to 12 threads.</summary>
    public int Type { get; init; }

    public string? GuildId { get; init; }

    /// <summary>The thread's channel.</summary>
    public string? ParentId { get; init; }

    public IReadOnlyList<DiscordOverwrite>? PermissionOverwrites { get; init; }

    public bool IsThread => IsThreadType(Type);

    /// <summary>Whether messages with embeds can be posted there.</summary>
    public bool TakesMessages => IsThread || Type is 0 or 5;

    /// <summary>Whether channels of that type are threads.</summary>
    public static bool IsThreadType(int type) => type is 10 or 11 or 12;
}

/// <summary>What a channel gives to or takes from a role or member.</summary>
internal sealed record DiscordOverwrite(string Id, string Allow, string Deny);

/// <summary>A member's roles.</summary>
internal sealed record DiscordMemberRoles(IReadOnlyList<string> Roles);

/// <summary>What Discord lets the bot do, one bit each; written as decimal numbers.</summary>
[Flags]
internal enum DiscordPermissions : long
{
    None = 0,
    Administrator = 1L << 3,
    ManageGuild = 1L << 5,
    ViewChannel = 1L << 10,
    SendMessages = 1L << 11,
    EmbedLinks = 1L << 14,
    ReadMessageHistory = 1L << 16,
    SendMessagesInThreads = 1L << 38,

    /// <summary>What the bot asks for when it is invited. The history is read to see whether a digest whose post was interrupted has come through.</summary>
    Wanted = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory | SendMessagesInThreads,
}

/// <summary>Works out what the bot may do in a channel, as Discord's documentation of permissions says.</summary>
internal static class DiscordRights
{
    /// <summary>What a member may do: the roles' rights, then what the channel takes and gives, to everyone, to the roles, to the member.</summary>
    /// <param name="channel">The channel; for a thread its parent.</param>
    public static DiscordPermissions Of(DiscordGuild guild, DiscordChannel channel, string member, IReadOnlyList<string> roles)
    {
        if (guild.OwnerId == member)
        {
            return (DiscordPermissions)(-1L);
        }

        var overwrites = channel.PermissionOverwrites ?? [];
        var rights = (guild.Roles ?? []).Where(r => r.Id == guild.Id || roles.Contains(r.Id)).Aggregate(0L, (all, role) => all | Bits(role.Permissions));
        if (((DiscordPermissions)rights).HasFlag(DiscordPermissions.Administrator))
        {
            return (DiscordPermissions)(-1L);
        }

        rights = Apply(rights, overwrites.Where(o => o.Id == guild.Id));
        rights = Apply(rights, overwrites.Where(o => o.Id != guild.Id && roles.Contains(o.Id)));
        return (DiscordPermissions)Apply(rights, overwrites.Where(o => o.Id == member));
    }

    private static long Apply(long rights, IEnumerable<DiscordOverwrite> overwrites)
    {
        (var allow, var deny) = overwrites.Aggregate((Allow: 0L, Deny: 0L), (all, o) => (all.Allow | Bits(o.Allow), all.Deny | Bits(o.Deny)));
        return (rights & ~deny) | allow;
    }

    /// <summary>Permissions as Discord writes them; none where it is no number.</summary>
    public static DiscordPermissions Read(string? number) => (DiscordPermissions)Bits(number);

    // Discord may have more permissions than 63 bits hold; those of the bot are among the lowest.
    private static long Bits(string? number) =>
        BigInteger.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? (long)(bits & long.MaxValue) : 0;
}
