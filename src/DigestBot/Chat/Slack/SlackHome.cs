namespace DigestBot.Chat.Slack;

/// <summary>The app's home tab: what one may ask, and today's digest.</summary>
internal sealed class SlackHome(PromptReply prompt, SlackPosts posts, SlackAskers askers)
{
    private const int MostExamples = 5;

    /// <summary>Shows it to a user who has opened it.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public Task ShowAsync(string workspace, string user) =>
        prompt.ShowAsync(askers.Of(workspace, user, null) with { Verb = "digest" }, (digest, cancel) => posts.PublishAsync(workspace, user, ViewOf(digest), cancel));

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
