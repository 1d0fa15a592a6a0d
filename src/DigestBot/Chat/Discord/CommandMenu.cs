using System.Text.Json;

namespace DigestBot.Chat.Discord;

/// <summary>Discord's menu of commands, made from the table of verbs, and written there only where it has changed.</summary>
internal static class CommandMenu
{
    private static readonly int[] _everywhere = [0, 1, 2];
    private static readonly int[] _serversAndUsers = [0, 1];

    /// <summary>The commands, in the order of the verbs.</summary>
    /// <param name="isGlobal">For all servers; else for one, where what only global commands have is left out.</param>
    public static IReadOnlyList<ApplicationCommand> Of(IReadOnlyList<Verb> verbs, bool isGlobal) => [.. verbs.Where(v => !v.IsHidden).Select(Command).Append(MessageMenu).Select(c => c with
    {
        Contexts = isGlobal ? _everywhere : null,
        IntegrationTypes = isGlobal ? _serversAndUsers : null,
    })];

    /// <summary>Whether the two menus are the same, in whichever order.</summary>
    public static bool AreSame(IReadOnlyList<ApplicationCommand> one, IReadOnlyList<ApplicationCommand> other) => Written(one) == Written(other);

    /// <summary>Writes the menu unless it is there already.</summary>
    /// <param name="server">Only there; null for all servers.</param>
    /// <returns>Whether it had to be written.</returns>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public static async Task<bool> RegisterAsync(DiscordRest rest, string application, string? server, CancellationToken cancel)
    {
        var menu = Of(Verbs.All, isGlobal: server is null);
        if (AreSame(menu, await rest.CommandsAsync(application, server, cancel)))
        {
            return false;
        }

        await rest.OverwriteCommandsAsync(application, server, menu, cancel);
        return true;
    }

    /// <summary>In the menu of every message: who says what in it. Its name for those whose language the table does not have is the verb.</summary>
    private static ApplicationCommand MessageMenu => new()
    {
        Type = ApplicationCommand.Message,
        Name = Verbs.Here,
        NameLocalizations = Names(Localisations.Of(Verbs.Here)),
    };

    private static ApplicationCommand Command(Verb verb)
    {
        var local = Localisations.Of(verb.Name);
        var options = verb.Text is { } text ? verb.Options.Prepend(text) : verb.Options;
        return new ApplicationCommand
        {
            Name = verb.Name,
            NameLocalizations = Names(local),
            Description = verb.Description,
            DescriptionLocalizations = Descriptions(local),
            // Discord wants the required ones first.
            Options = [.. options.OrderByDescending(o => o.IsRequired).Select(o => Option(verb, o))],
        };
    }

    private static ApplicationCommandOption Option(Verb verb, VerbOption option)
    {
        var local = Localisations.Of(verb, option);
        return new ApplicationCommandOption
        {
            Type = option.IsYesNo ? ApplicationCommandOption.Boolean : ApplicationCommandOption.String,
            Name = option.Name,
            NameLocalizations = Names(local),
            Description = option.Description,
            DescriptionLocalizations = Descriptions(local),
            Required = option.IsRequired ? true : null,
            Autocomplete = option.Pick != Pick.None ? true : null,
            Choices = option.Values.Count > 0 ? [.. option.Values.Select(v => new DiscordProposal(v, v) { NameLocalizations = Names(Localisations.Of(verb, option, v)) })] : null,
        };
    }

    private static Dictionary<string, string> Names(IReadOnlyDictionary<string, Localisation> local) => local.ToDictionary(l => l.Key, l => l.Value.Name);

    private static Dictionary<string, string> Descriptions(IReadOnlyDictionary<string, Localisation> local) =>
        local.Where(l => l.Value.Description.Length > 0).ToDictionary(l => l.Key, l => l.Value.Description);

    private static string Written(IReadOnlyList<ApplicationCommand> menu) => JsonSerializer.Serialize(
        [.. menu.Select(c => c.Normalised()).OrderBy(c => c.Type).ThenBy(c => c.Name, StringComparer.Ordinal)], DiscordJson.Plain.ApplicationCommandArray);
}
