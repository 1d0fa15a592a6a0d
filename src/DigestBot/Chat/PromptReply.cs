namespace DigestBot.Chat;

/// <summary>
/// Answers commands within the platforms' three seconds: what is ready soon goes straight back, what takes longer is sent
/// after it. No exception leaves it; the asker is told that something went wrong, the log says what. Questions are not logged.
/// </summary>
internal sealed class PromptReply(CommandHandler handler, TimeProvider clock, ILogger<PromptReply> log, ProseReply? prose = null)
{
    /// <summary>How long the platform is kept waiting: half of the three seconds, since the way there takes time too.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>How long an answer may take at all; after 15 minutes Discord takes none any more.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    /// <summary>A message is not replaced sooner: the platform has to have shown it first.</summary>
    private static readonly TimeSpan _shown = TimeSpan.FromSeconds(1.5);

    private static readonly Reply _tooMany = new() { Text = "That was a lot at once. Please wait a few seconds.", Found = false, IsPrivate = true };

    private readonly AskerPace _pace = new(clock);

    /// <summary>The verbs that can be answered.</summary>
    public IReadOnlyList<Verb> Verbs => handler.Verbs;

    /// <summary>The reply, if it is ready soon; else null, and <paramref name="later"/> gets it when it is.</summary>
    /// <param name="later">Sends the reply after the acknowledgement.</param>
    /// <param name="replace">Puts a reply in the place of the one that went out, or after it, once a language model has written over it; null where neither can be done.</param>
    public async Task<Reply?> AnswerAsync(Command command, Func<Reply, CancellationToken, Task> later, Func<Reply, CancellationToken, Task>? replace = null)
    {
        if (!_pace.Allows(command))
        {
            return _tooMany;
        }

        using CancellationTokenSource soon = new();
        var patience = Task.Delay(Patience, clock, soon.Token);
        // On a thread of its own: a look-up that blocks must not keep the acknowledgement from going out.
        var answering = Task.Run(() => AnswerAsync(command));
        await Task.WhenAny(answering, patience);
        if (answering.IsCompleted)
        {
            await soon.CancelAsync();
            return Dressed(await answering, command, replace);
        }
        _ = SendLaterAsync(answering, command, later, replace);
        return null;
    }

    /// <summary>Answers what was acknowledged before, so that nobody waits; ends when the reply is shown.</summary>
    /// <param name="show">Sends the reply; what it throws is thrown on.</param>
    /// <param name="replace">As above.</param>
    public async Task ShowAsync(Command command, Func<Reply, CancellationToken, Task> show, Func<Reply, CancellationToken, Task>? replace = null)
    {
        var plain = _pace.Allows(command) ? await Task.Run(() => AnswerAsync(command)) : _tooMany;
        var dressed = WithKnownProse(plain, command);
        await show(dressed, CancellationToken.None);
        if (ReferenceEquals(dressed, plain))
        {
            BeginProse(plain, command, replace);
        }
    }

    private async Task<Reply> AnswerAsync(Command command)
    {
        try
        {
            using CancellationTokenSource limit = new(_longest, clock);
            return await handler.HandleAsync(command, limit.Token);
        }
        catch (Exception error)
        {
            log.LogError("{Platform} {Verb} failed: {Error}", command.Platform, KnownVerb(command), error);
            return new Reply { Text = "Something went wrong here; the operator's log says what. Please try again.", Found = false, IsPrivate = true };
        }
    }

    private async Task SendLaterAsync(Task<Reply> answering, Command command, Func<Reply, CancellationToken, Task> later, Func<Reply, CancellationToken, Task>? replace)
    {
        try
        {
            await later(Dressed(await answering, command, replace), CancellationToken.None);
        }
        catch (Exception error)
        {
            log.LogWarning("{Platform} {Verb} took longer, and its answer could not be sent: {Error}", command.Platform, KnownVerb(command), error.Message);
        }
    }

    /// <summary>The reply with the prose that is known for it; else as it is, and replaced when there is some.</summary>
    private Reply Dressed(Reply plain, Command command, Func<Reply, CancellationToken, Task>? replace)
    {
        var dressed = WithKnownProse(plain, command);
        if (ReferenceEquals(dressed, plain))
        {
            BeginProse(plain, command, replace);
        }

        return dressed;
    }

    private Reply WithKnownProse(Reply plain, Command command) => command.IsPressed ? plain : prose?.Known(command, plain) ?? plain;

    private void BeginProse(Reply plain, Command command, Func<Reply, CancellationToken, Task>? replace)
    {
        if (prose is not null && replace is not null && !command.IsPressed && ProseReply.IsFor(command, plain))
        {
            _ = ReplaceAsync(prose, plain, command, replace);
        }
    }

    private async Task ReplaceAsync(ProseReply writer, Reply plain, Command command, Func<Reply, CancellationToken, Task> replace)
    {
        try
        {
            var shown = Task.Delay(_shown, clock);
            if (await Task.Run(() => writer.WriteAsync(command, plain, CancellationToken.None)) is not { } written)
            {
                return;
            }

            await shown;
            await replace(written, CancellationToken.None);
        }
        catch (Exception error)
        {
            log.LogWarning("The prose for {Platform} {Verb} could not be shown: {Error}", command.Platform, KnownVerb(command), error.Message);
        }
    }

    private string KnownVerb(Command command) => handler.Verbs.FirstOrDefault(v => v.Name == command.Verb)?.Name ?? "unknown verb";
}
