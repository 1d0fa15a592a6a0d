namespace DigestBot.Chat.Discord;

/// <summary>A command as Discord's menu has it.</summary>
internal sealed record ApplicationCommand
{
    public const int ChatInput = 1;
    public const int Message = 3;

    public int Type { get; init; } = ChatInput;

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Where it shows: 0 in servers, 1 in direct messages with the bot, 2 in other private channels. Only global commands say so.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>For whom it can be installed: 0 servers, 1 users. Only global commands say so.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    /// <summary>The same command, written in one way whether we made it or Discord gave it back: what is empty or the default is left out.</summary>
    public ApplicationCommand Normalised() => this with
    {
        NameLocalizations = Sorted(NameLocalizations),
        Description = string.IsNullOrEmpty(Description) ? null : Description,
        DescriptionLocalizations = Sorted(DescriptionLocalizations),
        Options = Options is { Count: > 0 } ? [.. Options.Select(o => o.Normalised())] : null,
        Contexts = Sorted(Contexts),
        IntegrationTypes = Sorted(IntegrationTypes),
    };

    internal static IReadOnlyDictionary<string, string>? Sorted(IReadOnlyDictionary<string, string>? localisations) =>
        localisations is { Count: > 0 } ? new SortedDictionary<string, string>(localisations.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) : null;

    private static int[]? Sorted(IReadOnlyList<int>? numbers) => numbers is { Count: > 0 } ? [.. numbers.Order()] : null;
}

/// <summary>An option of a command.</summary>
internal sealed record ApplicationCommandOption
{
    public const int String = 3;
    public const int Boolean = 5;

    public int Type { get; init; } = String;

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public required string Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>True or left out.</summary>
    public bool? Required { get; init; }

    /// <summary>The bot proposes values while one types: true or left out.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>The only values there are.</summary>
    public IReadOnlyList<DiscordProposal>? Choices { get; init; }

    /// <summary>See <see cref="ApplicationCommand.Normalised"/>.</summary>
    public ApplicationCommandOption Normalised() => this with
    {
        NameLocalizations = ApplicationCommand.Sorted(NameLocalizations),
        DescriptionLocalizations = ApplicationCommand.Sorted(DescriptionLocalizations),
        Required = Required == true ? true : null,
        Autocomplete = Autocomplete == true ? true : null,
        Choices = Choices is { Count: > 0 } ? [.. Choices.Select(c => c with { NameLocalizations = ApplicationCommand.Sorted(c.NameLocalizations) })] : null,
    };
}
