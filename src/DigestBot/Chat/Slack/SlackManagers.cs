using System.Collections.Concurrent;

namespace DigestBot.Chat.Slack;

/// <summary>Who decides for a workspace: its owners and admins, and whom the operator names. Thread-safe.</summary>
internal sealed class SlackManagers(SlackApi api, SlackTokens tokens, Settings settings, TimeProvider clock, ILogger<SlackManagers> log)
{
    /// <summary>How long Slack's word about a user is good: so late an admin's end is noticed.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(5);

    private const int Most = 1_000;

    private readonly ConcurrentDictionary<(string Workspace, string User), (bool IsManager, DateTimeOffset At)> _known = [];

    private readonly string[] _named = settings.Slack.Managers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether the user is one of them; no where Slack does not say.</summary>
    /// <param name="workspace">"slack:T0123".</param>
    public async Task<bool> IncludeAsync(string workspace, string? user, CancellationToken cancel)
    {
        if (user is not { Length: > 0 })
        {
            return false;
        }

        if (_named.Contains(user, StringComparer.Ordinal))
        {
            return true;
        }

        var now = clock.GetUtcNow();
        if (_known.TryGetValue((workspace, user), out var last) && now - last.At < _kept)
        {
            return last.IsManager;
        }

        try
        {
            var isManager = IsManager(await api.UserAsync(await tokens.OfAsync(workspace, cancel), user, cancel), workspace);
            if (_known.Count >= Most)
            {
                _known.Clear();
            }

            _known[(workspace, user)] = (isManager, now);
            return isManager;
        }
        catch (SlackException error)
        {
            log.LogWarning("Whether somebody is an admin of {Workspace} cannot be seen: {Reason}. Whom DIGESTBOT_SLACK__MANAGERS names needs not to be looked up", workspace, error.Message);
            return false;
        }
    }

    // In a channel that two companies share, the other's admins decide nothing here.
    private static bool IsManager(SlackUser user, string workspace) =>
        $"slack:{user.TeamId}" == workspace && !user.Deleted && (user.IsAdmin || user.IsOwner || user.IsPrimaryOwner);
}
