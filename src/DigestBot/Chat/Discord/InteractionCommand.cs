namespace DigestBot.Chat.Discord;

/// <summary>Turns interactions into commands, which know nothing of Discord.</summary>
internal static class InteractionCommand
{
    /// <summary>The command that was given, in the menu of commands or in a message's menu.</summary>
    /// <param name="verbs">The verbs there are; which option is the verb's own text stands there.</param>
    /// <returns>Null where it holds no command.</returns>
    public static Command? Given(DiscordInteraction interaction, IReadOnlyList<Verb> verbs)
    {
        if (interaction.Data is not { Name: { Length: > 0 } name } data)
        {
            return null;
        }

        var command = Asker(interaction) with { Verb = name };
        if (data.TargetId is { } target)
        {
            return data.Resolved?.Messages?.GetValueOrDefault(target) is { } message ? command with { Text = message.Text } : null;
        }
        // Last wins, should an option ever come twice.
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        foreach (var option in data.Options ?? [])
        {
            options[option.Name] = option.Text;
        }

        string? text = null;
        if (verbs.FirstOrDefault(v => v.Name == name)?.Text is { } own)
        {
            options.Remove(own.Name, out text);
        }

        return command with { Text = text ?? "", Options = options };
    }

    /// <summary>The button that was pressed or the choice that was made, and the command that it holds.</summary>
    /// <returns>Null where there is none of ours.</returns>
    public static (Button Button, Command Command)? Pressed(DiscordInteraction interaction, IReadOnlyList<Verb> verbs)
    {
        var packed = interaction.Data?.Values is [var chosen, ..] ? chosen : interaction.Data?.CustomId;
        return Button.Read(ButtonId.Unpack(packed)) is { } button
            ? (button, CommandParser.Parse(button.Typed, Asker(interaction) with { IsPressed = true }, verbs))
            : null;
    }

    /// <summary>The option that is being typed, and the command so far; the other options may be missing or half written.</summary>
    /// <returns>Null where none is.</returns>
    public static (Command Command, DiscordOption Typed)? Typing(DiscordInteraction interaction) =>
        interaction.Data is { Name: { Length: > 0 } name } data && data.Options?.FirstOrDefault(o => o.Focused) is { } typed
            ? (Asker(interaction) with { Verb = name }, typed)
            : null;

    /// <summary>Who asks, where: a server is a workspace, and so is every user's direct messages.</summary>
    private static Command Asker(DiscordInteraction interaction) => new()
    {
        Workspace = interaction.GuildId is null ? $"discord:user:{interaction.Asker}" : $"discord:{interaction.GuildId}",
        Platform = Platform.Discord,
        User = interaction.Asker,
        Channel = interaction.ChannelId,
        Verb = "",
        MayManage = _ => Task.FromResult(interaction.MayManage),
    };
}
