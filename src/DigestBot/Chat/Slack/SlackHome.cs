namespace DigestBot.Chat.Slack;

/// <summary>The app's home tab: what one may ask, and today's digest.</summary>
internal sealed class SlackHome(PromptReply prompt, SlackPosts posts, Settings settings)
{
    private const int MostExamples = 5;

    /// <summary>Shows it to a user who has opened it.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task ShowAsync(string workspace, string user)
    {
        Command digest = SlackAsker.Of(settings, workspace, user, null) with { Verb = "digest" };
        Task ShowAsync(Reply reply, CancellationToken cancel) => posts.PublishAsync(workspace, user, ViewOf(reply), cancel);
        if (await prompt.AnswerAsync(digest, ShowAsync) is { } reply)
            await ShowAsync(reply, CancellationToken.None);
    }

    private SlackView ViewOf(Reply digest) => new()
    {
        Type = "home",
        Blocks =
        [
            new SlackBlock { Type = "header", Text = SlackFormat.Plain("Try asking") },
            .. Examples().Chunk(SlackFormat.ButtonLimit).Select(row => new SlackBlock { Type = "actions", Elements = [.. row] }),
            .. SlackFormat.Write(digest).Blocks!,
        ],
    };

    private IEnumerable<SlackButton> Examples() =>
        prompt.Verbs.Where(v => !v.IsHidden).SelectMany(v => v.Examples.Where(e => e.Length > 0).Take(2).Select(e => $"{v.Name} {e}")).Take(MostExamples)
            .Select((typed, at) => SlackFormat.Button(new Button(typed, typed, ButtonPlace.Private), $"try-{at}"));
}
