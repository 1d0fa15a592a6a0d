namespace DigestBot.Chat;

/// <summary>Answers commands, whichever platform they come from.</summary>
internal sealed class CommandHandler(Archive archive, IReadOnlyList<Verb> verbs)
{
    /// <summary>The verbs it knows.</summary>
    public IReadOnlyList<Verb> Verbs { get; } = verbs;

    /// <summary>Reads and answers what was typed.</summary>
    /// <param name="typed">"/ask what did Khatib demand?"</param>
    /// <param name="asker">Workspace, platform, user and channel of the asker.</param>
    public Task<Reply> HandleAsync(string typed, Command asker, CancellationToken cancel = default) =>
        HandleAsync(CommandParser.Parse(typed, asker, Verbs), cancel);

    /// <summary>Answers a command; an unknown or incomplete one with the help that it needs.</summary>
    public async Task<Reply> HandleAsync(Command command, CancellationToken cancel = default)
    {
        var verb = Verbs.FirstOrDefault(v => v.Name == command.Verb);
        if (verb is null)
        {
            return HelpReply.Unknown(command, CommandParser.Nearest(command.Verb, Verbs), Verbs);
        }

        if (verb.Text is { IsRequired: true } && string.IsNullOrWhiteSpace(command.Text))
        {
            return HelpReply.Of(verb, command.Prefix);
        }

        if (verb.ForManagers(command) is { } reserved && !await MayManageAsync(command, cancel))
        {
            return new Reply { Text = $"Only those who manage this {(command.Platform == Platform.Discord ? "server" : "workspace")} may {reserved}.", Found = false, IsPrivate = true };
        }

        try
        {
            if (verb.IsConversation && !command.IsPressed)
            {
                command = archive.Conversations.Continue(command);
            }
            // A look-up may be others' too: who gives up waiting does not end it.
            return verb.LinesPerPage > 0
                ? await archive.Lately.AnswerAsync(command, async () => LineButtons.PutUnder(Pager.Cut(await verb.Run(archive, command, CancellationToken.None), command, verb.LinesPerPage), command)).WaitAsync(cancel)
                : await verb.Run(archive, command, cancel);
        }
        catch (UnreadableOptionException problem)
        {
            return new Reply { Text = problem.Message, Found = false, IsPrivate = true };
        }
    }

    /// <summary>What an option of a verb may be, from what was typed of it so far.</summary>
    public Task<IReadOnlyList<string>> ChoicesAsync(Command command, string option, string typed, CancellationToken cancel = default)
    {
        var verb = Verbs.FirstOrDefault(v => v.Name == command.Verb);
        var pick = verb?.Options.Append(verb.Text).FirstOrDefault(o => o?.Name == option)?.Pick ?? Pick.None;
        return archive.Choices.FindAsync(command.Workspace, pick, typed, cancel);
    }

    /// <summary>Deletes all that is a workspace's own, once the bot has been removed from it.</summary>
    public Task ForgetWorkspaceAsync(string workspace, CancellationToken cancel = default)
    {
        archive.Conversations.Forget(workspace);
        archive.Messages.Forget(workspace);
        return archive.Store.ForgetWorkspaceAsync(workspace, cancel);
    }

    /// <summary>Notes which of a platform's workspaces the bot is in no more, and deletes the data of those noted before a time.</summary>
    /// <param name="prefix">Of the platform's workspaces: "discord:". Direct messages are nobody's to leave and stay.</param>
    /// <param name="present">Those that the bot is in.</param>
    /// <returns>How many were deleted.</returns>
    public async Task<int> ForgetDepartedAsync(string prefix, IReadOnlyCollection<string> present, DateTimeOffset before, CancellationToken cancel = default)
    {
        string[] departed = [.. (await archive.Store.NoteDeparturesAsync(prefix, present, before, cancel)).Where(w => !w.StartsWith($"{prefix}user:", StringComparison.Ordinal))];
        foreach (var workspace in departed)
        {
            await ForgetWorkspaceAsync(workspace, cancel);
        }

        return departed.Length;
    }

    /// <summary>At the operator's own door everybody may.</summary>
    private static async Task<bool> MayManageAsync(Command command, CancellationToken cancel) => command.Platform == Platform.Local || await command.MayManage(cancel);
}
