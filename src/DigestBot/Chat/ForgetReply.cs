namespace DigestBot.Chat;

/// <summary>Deletes what is kept of a user: the conversation and the corrections.</summary>
internal static class ForgetReply
{
    /// <summary>Says what was deleted.</summary>
    public static async Task<Reply> OfAsync(Archive archive, Command command, CancellationToken cancel)
    {
        if (command.User is not { Length: > 0 } user)
        {
            return new Reply { Text = "Nothing is kept of who asks here.", IsPrivate = true };
        }

        var questions = archive.Conversations.Forget(command.Workspace, user) + archive.Messages.Forget(command.Workspace, user);
        var corrections = await archive.Store.ForgetCorrectorAsync(command.Workspace, user, cancel);
        return new Reply { Text = Told(questions > 0, corrections > 0), IsPrivate = true };
    }

    private static string Told(bool hadQuestions, bool hadCorrections) => (hadQuestions, hadCorrections) switch
    {
        (false, false) => "There was nothing of you here.",
        (true, false) => "Your last questions are forgotten. Nothing else was kept of you.",
        (false, true) => "Your corrections are deleted or have lost your name. Nothing else was kept of you.",
        _ => "Your last questions are forgotten, and your corrections are deleted or have lost your name. Nothing else was kept of you.",
    };
}
