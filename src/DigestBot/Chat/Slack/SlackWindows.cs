using System.Text.Json;

namespace DigestBot.Chat.Slack;

/// <summary>
/// Windows with fields to fill in, for commands that were typed without what they need, or with an option left open ("digest zone:"): a slash
/// command has no fields of its own and nothing is proposed while one types it.
/// </summary>
internal sealed class SlackWindows(SlackApi api, SlackTokens tokens, PromptReply prompt, ILogger<SlackWindows> log)
{
    /// <summary>Which window it is, when it comes back.</summary>
    public const string CallbackId = "command";

    private const int LongestText = 300;

    /// <summary>Opens the window of a command that lacks its text or an option's, behind the acknowledgement.</summary>
    /// <returns>False where the command lacks nothing or no window can be opened.</returns>
    public bool Open(Command command, SlackSlashCommand typed)
    {
        var verb = prompt.Verbs.FirstOrDefault(v => v.Name == command.Verb);
        if (verb is null or { Text: null } or { IsHidden: true } || typed.TriggerId.Length == 0 || !tokens.HasAny)
        {
            return false;
        }

        var closed = WithoutOpenOptions(command, verb);
        if (closed.Text == command.Text && !(verb.Text.IsRequired && string.IsNullOrWhiteSpace(command.Text)))
        {
            return false;
        }

        _ = OpenAsync(verb, closed, typed);
        return true;
    }

    private static Command WithoutOpenOptions(Command command, Verb verb)
    {
        var words = command.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] kept = [.. words.Where(w => !verb.Options.Any(o => !o.IsYesNo && w.Equals($"{o.Name}:", StringComparison.OrdinalIgnoreCase)))];
        return kept.Length == words.Length ? command : command with { Text = string.Join(' ', kept) };
    }

    /// <summary>The command that a window was filled in for, as its opener typed it; null where it is none of ours.</summary>
    /// <param name="asker">Workspace and user of who filled it in.</param>
    public static (Command Command, string ResponseUrl)? Read(SlackInteraction submitted, Command asker)
    {
        if (submitted.View is not { CallbackId: CallbackId, State: { } state } view || Context(view.PrivateMetadata) is not { } context)
        {
            return null;
        }

        var filled = state.Values.SelectMany(b => b.Value)
            .Select(f => (f.Key, Value: f.Value.SelectedOption?.Value ?? f.Value.Value))
            .Where(f => !string.IsNullOrWhiteSpace(f.Value)).GroupBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.First().Value!.Trim(), StringComparer.Ordinal);
        filled.Remove(TextField, out var text);
        return (asker with { Channel = context.Channel, Verb = context.Verb, Text = text ?? "", Options = filled }, context.ResponseUrl);
    }

    /// <summary>What the open window is about; null where it is none of ours.</summary>
    public static SlackWindowContext? Context(string? metadata)
    {
        try
        {
            return string.IsNullOrEmpty(metadata) ? null : JsonSerializer.Deserialize(metadata, SlackJson.Plain.SlackWindowContext);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The field of what stands behind the verb without a name.</summary>
    public const string TextField = "text";

    /// <summary>The window for a verb.</summary>
    /// <param name="command">What was typed so far.</param>
    internal static SlackView ViewOf(Verb verb, Command command, string responseUrl) => new()
    {
        Type = "modal",
        CallbackId = CallbackId,
        PrivateMetadata = JsonSerializer.Serialize(new SlackWindowContext(verb.Name, command.Channel ?? "", responseUrl), SlackJson.Plain.SlackWindowContext),
        Title = SlackFormat.Plain("DigestBot"),
        Submit = SlackFormat.Plain(char.ToUpperInvariant(verb.Name[0]) + verb.Name[1..]),
        Close = SlackFormat.Plain("Cancel"),
        Blocks =
        [
            Input(verb.Text!, TextField, command.Text, isOptional: !verb.Text!.IsRequired),
            .. verb.Options.Where(o => !o.IsYesNo).Select(o => Input(o, o.Name, command.Options.GetValueOrDefault(o.Name), isOptional: !o.IsRequired)),
        ],
    };

    private static SlackBlock Input(VerbOption option, string field, string? value, bool isOptional) => new()
    {
        Type = "input",
        BlockId = field,
        Label = SlackFormat.Plain(char.ToUpperInvariant(option.Name[0]) + option.Name[1..]),
        Hint = SlackFormat.Plain(SlackMarkup.Escape(option.Description)),
        Optional = isOptional,
        Element = option switch
        {
            { Values.Count: > 0 } => new SlackSelect
            {
                Type = "static_select",
                ActionId = field,
                Options = [.. option.Values.Select(v => SlackFormat.Option(v, v))],
                InitialOption = option.Values.Contains(value) ? SlackFormat.Option(value!, value!) : null,
            },
            { Pick: Pick.None } => new SlackInput { Type = "plain_text_input", ActionId = field, MaxLength = LongestText, InitialValue = value is { Length: > 0 and <= LongestText } ? value : null },
            _ => new SlackSelect
            {
                Type = "external_select",
                ActionId = field,
                MinQueryLength = 1,
                Placeholder = SlackFormat.Plain("Type a name"),
                InitialOption = value is { Length: > 0 and <= SlackFormat.OptionLimit } ? SlackFormat.Option(value, value) : null,
            },
        },
    };

    private async Task OpenAsync(Verb verb, Command command, SlackSlashCommand typed)
    {
        try
        {
            var token = await tokens.OfAsync(command.Workspace, CancellationToken.None);
            await api.OpenViewAsync(token, typed.TriggerId, ViewOf(verb, command, typed.ResponseUrl), CancellationToken.None);
        }
        catch (SlackException error)
        {
            log.LogWarning("The window for {Verb} could not be opened: {Reason}", verb.Name, error.Message);
            await HelpAsync(verb, command, typed.ResponseUrl);
        }
    }

    private async Task HelpAsync(Verb verb, Command command, string responseUrl)
    {
        try
        {
            await api.RespondAsync(responseUrl, SlackFormat.Write(HelpReply.Of(verb, command.Prefix)) with { ResponseType = "ephemeral" }, CancellationToken.None);
        }
        catch (SlackException error)
        {
            log.LogWarning("Help on {Verb} could not be sent: {Reason}", verb.Name, error.Message);
        }
    }
}

/// <summary>What a window is for, and where its answer goes.</summary>
internal sealed record SlackWindowContext(string Verb, string Channel, string ResponseUrl);
