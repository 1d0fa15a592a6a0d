using System.Collections.Concurrent;
using System.Security.Cryptography;
using DigestBot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace DigestBot.Chat.Slack;

/// <summary>The bot's token in each workspace: the one that its installation brought, sealed in the archive, else the setting's.</summary>
internal sealed class SlackTokens(Settings settings, Store store, IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("slack", "token");
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Whether there may be a token at all.</summary>
    public bool HasAny => !string.IsNullOrEmpty(settings.Slack.BotToken) || IsInstallable;

    private bool IsInstallable => !string.IsNullOrEmpty(settings.Slack.ClientId);

    /// <summary>The token of a workspace.</summary>
    /// <param name="workspace">"slack:T0123".</param>
    /// <exception cref="SlackException">There is none.</exception>
    public async Task<string> OfAsync(string workspace, CancellationToken cancel)
    {
        if (_known.TryGetValue(workspace, out var token))
        {
            return token;
        }

        if (IsInstallable && await store.FindInstallationAsync(workspace, cancel) is { } kept)
        {
            return _known[workspace] = Open(workspace, kept);
        }

        return settings.Slack.BotToken is { Length: > 0 } only
            ? only
            : throw new SlackException($"there is no token for {workspace}: install the app there, or set DIGESTBOT_SLACK__BOTTOKEN", isOutcomeKnown: true) { Name = "not_authed" };
    }

    /// <summary>Keeps what an installation brought.</summary>
    public async Task KeepAsync(string workspace, string name, string token, CancellationToken cancel)
    {
        await store.SaveInstallationAsync(workspace, name, _seal.Protect(token), cancel);
        _known[workspace] = token;
    }

    /// <summary>Forgets the token in memory; in the archive it goes with the workspace.</summary>
    public void Forget(string workspace) => _known.TryRemove(workspace, out _);

    private string Open(string workspace, string kept)
    {
        try
        {
            return _seal.Unprotect(kept);
        }
        catch (CryptographicException error)
        {
            throw new SlackException($"the token of {workspace} was sealed with other keys than those in the archive's folder: install the app there again", isOutcomeKnown: true, error) { Name = "invalid_auth" };
        }
    }
}
