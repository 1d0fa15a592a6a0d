using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Chat.Slack;

/// <summary>Where messages stand.</summary>
/// <param name="Workspace">"slack:T0123".</param>
/// <param name="Channel">A channel's id, or a user's for the conversation with the bot.</param>
/// <param name="Thread">The id of the thread's first message; null outside of threads.</param>
internal sealed record SlackPlace(string Workspace, string Channel, string? Thread = null);

/// <summary>Posts replies to channels, threads and conversations with the bot.</summary>
internal sealed class SlackPosts(SlackApi api, SlackTokens tokens)
{
    /// <summary>The metadata by which an answer says which event it answers.</summary>
    public const string AnswerType = "digestbot_answer";

    /// <summary>Posts a reply.</summary>
    /// <param name="answered">The id of the event that it answers; null for none.</param>
    /// <returns>The message's id in its channel.</returns>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task<string> PostAsync(SlackPlace place, Reply reply, string? answered, CancellationToken cancel)
    {
        var token = await tokens.OfAsync(place.Workspace, cancel);
        var metadata = answered is null ? null : new SlackMetadata(AnswerType, JsonSerializer.SerializeToElement(new JsonObject { ["event"] = answered }, SlackJson.Plain.JsonObject));
        return await api.PostAsync(token, SlackFormat.Write(reply, isForAll: true) with { Channel = place.Channel, ThreadTs = place.Thread, Metadata = metadata }, cancel);
    }

    /// <summary>Shows a reply there to one user alone.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task PostPrivatelyAsync(SlackPlace place, string user, Reply reply, CancellationToken cancel) =>
        await api.PostEphemeralAsync(await tokens.OfAsync(place.Workspace, cancel), SlackFormat.Write(reply) with { Channel = place.Channel, ThreadTs = place.Thread, User = user }, cancel);

    /// <summary>Puts a reply in the place of one that was posted.</summary>
    /// <param name="message">Its id in the channel.</param>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task UpdateAsync(SlackPlace place, string message, Reply reply, CancellationToken cancel) =>
        await api.UpdateAsync(await tokens.OfAsync(place.Workspace, cancel), SlackFormat.Write(reply, isForAll: true) with { Channel = place.Channel, Ts = message }, cancel);

    /// <summary>Shows a user the home tab.</summary>
    /// <exception cref="SlackException">It was refused, or its fate is unknown.</exception>
    public async Task PublishAsync(string workspace, string user, SlackView home, CancellationToken cancel) =>
        await api.PublishViewAsync(await tokens.OfAsync(workspace, cancel), user, home, cancel);
}
