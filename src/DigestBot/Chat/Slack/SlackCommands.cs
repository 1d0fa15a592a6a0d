using System.Net;
using Microsoft.Extensions.Primitives;

namespace DigestBot.Chat.Slack;

/// <summary>Answers slash commands, by whichever way they came.</summary>
internal sealed class SlackCommands(PromptReply prompt, SlackApi api)
{
    /// <summary>The answer, or null where it follows by response_url. Answers are the asker's alone unless "private:no" is asked for.</summary>
    /// <param name="form">The command's form fields.</param>
    public async Task<SlackMessage?> AnswerAsync(IReadOnlyDictionary<string, StringValues> form)
    {
        string Field(string name) => form.TryGetValue(name, out StringValues value) ? value.ToString() : "";
        // Slack sends the three characters that begin its own markup as entities.
        Command command = CommandParser.Parse(WebUtility.HtmlDecode(Field("text")), new Command
        {
            Workspace = $"slack:{Field("team_id")}",
            Platform = Platform.Slack,
            User = Field("user_id"),
            Channel = Field("channel_id"),
            Verb = "help",
        }, prompt.Verbs);
        bool isShared = command.Options.TryGetValue("private", out string? chosen) && chosen is "no" or "false";
        string responseUrl = Field("response_url");
        Reply? reply = await prompt.AnswerAsync(command, (late, cancel) => api.RespondAsync(responseUrl, Write(late, isShared), cancel));
        return reply is null ? null : Write(reply, isShared);
    }

    private static SlackMessage Write(Reply reply, bool isShared) =>
        SlackFormat.Write(reply) with { ResponseType = isShared && !reply.IsPrivate ? "in_channel" : "ephemeral" };
}
