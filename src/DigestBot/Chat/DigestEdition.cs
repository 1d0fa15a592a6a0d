using DigestBot.Digests;

namespace DigestBot.Chat;

/// <summary>The day's digest as it is posted, with a lead where a language model has written one that stands the check.</summary>
internal sealed class DigestEdition(DigestComposer composer, DigestClock time, ProseReply? prose = null)
{
    /// <summary>What was said since a time; null where that is nothing.</summary>
    public async Task<Reply?> ComposeAsync(string workspace, DateTimeOffset? since, CancellationToken cancel)
    {
        var digest = await composer.ComposeAsync(workspace, since, cancel: cancel);
        if (digest.Stories.Count == 0)
        {
            return null;
        }

        var plain = DigestReply.Of(digest with { Day = time.Today });
        return prose is null ? plain : await prose.WriteAsync(new Command { Workspace = workspace, Verb = "digest" }, plain, cancel) ?? plain;
    }
}
