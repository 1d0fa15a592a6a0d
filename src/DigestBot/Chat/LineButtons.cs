using DigestBot.Answers;

namespace DigestBot.Chat;

/// <summary>What can be pressed under cited lines, whichever verb brought them.</summary>
internal static class LineButtons
{
    /// <summary>A page of a reply with them underneath.</summary>
    public static Reply PutUnder(Reply page, Command command) => page with { Buttons = [.. page.Buttons, .. Of(page, command)] };

    /// <summary>Their paragraphs, the speaker's timeline where all are one speaker's, sharing, and who is wrongly named.</summary>
    public static IEnumerable<Button> Of(Reply reply, Command command)
    {
        AnswerLine[] lines = [.. reply.Sections.SelectMany(s => s.Lines).Where(l => l.StatementId > 0)];
        if (lines.Length == 0)
        {
            yield break;
        }

        yield return SourcesReply.ButtonOf(lines);
        if (command.Verb != Timeline && lines.Length > 1 && lines[0].SpeakerId is { } speaker && lines.All(l => l.SpeakerId == speaker))
        {
            yield return new Button("Timeline", TypedCommand.Write(TimelineOf(command, lines[0].Speaker)), ButtonPlace.Private);
        }

        if (reply.Found)
        {
            yield return new Button("Share", TypedCommand.Write(command.With("private", "no")), ButtonPlace.Channel);
        }

        yield return CorrectionReply.ButtonOf(lines);
    }

    private const string Timeline = "timeline";

    private static Command TimelineOf(Command command, string speaker) => new()
    {
        Workspace = command.Workspace,
        Verb = Timeline,
        Text = speaker,
        Options = command.Options.Where(o => o.Key is "about" or "outlet").ToDictionary(StringComparer.Ordinal),
    };
}
