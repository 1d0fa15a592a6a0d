namespace DigestBot.Chat.Slack;

/// <summary>The app's home tab: what one may ask, and today's digest.</summary>
internal sealed class SlackHome(PromptReply prompt, Examples examples, SlackPosts posts, SlackAskers askers, ILogger<SlackHome> log)
{
    private const string Slash = "/";
    private const string Ask = "ask ";

    /// <summary>Shows it to a user who has opened it.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task ShowAsync(string workspace, string user)
    {
        var commands = await ExamplesAsync(workspace);
        await prompt.ShowAsync(askers.Of(workspace, user, null) with { Verb = "digest" }, (digest, cancel) => posts.PublishAsync(workspace, user, ViewOf(digest, commands), cancel));
    }

    private static SlackView ViewOf(Reply digest, IReadOnlyList<string> commands) => new()
    {
        Type = "home",
        Blocks =
        [
            new SlackBlock { Type = "header", Text = SlackFormat.Plain("Try asking") },
            .. commands.Select((typed, at) => SlackFormat.Button(new Button(LabelOf(typed), typed, ButtonPlace.Private), $"try-{at}"))
                .Chunk(SlackFormat.ButtonLimit).Select(row => new SlackBlock { Type = "actions", Elements = [.. row] }),
            .. SlackFormat.Write(digest).Blocks!,
        ],
    };

    private static string LabelOf(string typed) => typed.StartsWith(Ask, StringComparison.Ordinal) ? typed[Ask.Length..] : typed;

    /// <summary>What this archive can answer; where it has nothing yet, or cannot be asked, what one can ask for at all.</summary>
    private async Task<IReadOnlyList<string>> ExamplesAsync(string workspace)
    {
        try
        {
            var answered = await examples.LatestAsync(workspace, CancellationToken.None);
            if (answered.Count > 0)
            {
                return [.. answered.Select(e => e.StartsWith(Slash, StringComparison.Ordinal) ? e[Slash.Length..] : e)];
            }
        }
        catch (Exception error)
        {
            log.LogError("Examples for the home tab could not be made: {Error}", error);
        }
        return [.. prompt.Verbs.Where(v => !v.IsHidden && v.Examples.Count > 0).Select(v => $"{v.Name} {v.Examples[0]}".TrimEnd()).Take(SlackFormat.ButtonLimit)];
    }
}
