using DigestBot.Answers;
using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>
/// "Wrong speaker": which line, then who says it; kept for the operator, who decides. Until then nothing changes.
/// </summary>
internal static class CorrectionReply
{
    /// <summary>The verb behind the button.</summary>
    public const string Verb = "wrong-speaker";

    /// <summary>Whom no name of the story fits.</summary>
    private const string Nobody = "nobody";

    private const int LongestChoice = 90;

    /// <summary>The command that asks which of the lines is wrong.</summary>
    public static Button ButtonOf(IEnumerable<AnswerLine> lines) =>
        new("Wrong speaker", $"{Verb} {string.Join(' ', lines.Select(l => l.StatementId))}", ButtonPlace.Private);

    /// <summary>The next step: a choice of lines, a choice of speakers, or thanks.</summary>
    public static async Task<Reply> OfAsync(Archive archive, Command command, CancellationToken cancel)
    {
        if (command.Platform == Platform.Local || command.User is not { Length: > 0 } user)
        {
            return Private("Corrections come from chat. Here the operator decides on them: digestbot corrections list");
        }

        var statements = await archive.Store.StatementsAsync(command.Workspace, SourcesReply.Ids(command.Text), cancel);
        return (statements.Count, command.Options.TryGetValue("speaker", out var speaker)) switch
        {
            (0, _) => Private(SourcesReply.Gone),
            (1, true) => await KeepAsync(archive.Store, command.Workspace, user, statements[0], speaker == Nobody ? "" : speaker!, cancel),
            (1, false) => await WhoAsync(archive.Store, command.Workspace, statements[0], cancel),
            _ => Private("Which line has the wrong speaker?") with { Picker = new Picker("Which line?", [.. statements.Select(LineChoice)]) },
        };
    }

    private static Button LineChoice(StoredStatement s) =>
        new(PlainText.Cut(PlainText.OneLine($"{AnswerLines.Speaker(s)}: {s.Content}"), LongestChoice), $"{Verb} {s.Id}", ButtonPlace.Replace);

    private static async Task<Reply> WhoAsync(Store store, string workspace, StoredStatement statement, CancellationToken cancel)
    {
        var speakers = await store.SpeakersAsync(workspace, limit: Picker.Most, storyId: statement.StoryId, cancel: cancel);
        var choices = speakers.Where(s => s.Name != statement.Speaker).Select(s => s.Name).Take(Picker.Most - 1)
            .Select(name => SpeakerChoice(statement, PlainText.Cut(PlainText.OneLine(name), LongestChoice), name))
            .Append(SpeakerChoice(statement, "Nobody of these", Nobody));
        return Private($"Who says {Quoted(PlainText.Cut(PlainText.OneLine(statement.Content), 200))}?") with { Picker = new Picker("Who says it?", [.. choices]) };
    }

    private static string Quoted(string content) => content is ['“' or '"', ..] ? content : $"“{content}”";

    private static Button SpeakerChoice(StoredStatement statement, string label, string speaker) =>
        new(label, TypedCommand.Write(new Command
        {
            Workspace = "",
            Verb = Verb,
            Text = $"{statement.Id}",
            Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["speaker"] = speaker },
        }), ButtonPlace.Replace);

    private static async Task<Reply> KeepAsync(Store store, string workspace, string user, StoredStatement statement, string proposed, CancellationToken cancel)
    {
        var isKept = await store.AddCorrectionAsync(new Correction
        {
            Workspace = workspace,
            User = user,
            StoryId = statement.StoryId,
            Spans = statement.Spans,
            Content = statement.Content,
            Speaker = statement.Speaker,
            Proposed = proposed,
        }, cancel);
        return Private(isKept
            ? "Thank you. The operator looks at it; once accepted it holds everywhere."
            : "Thank you, but so many corrections wait here already that I can take no more. Please tell the operator.");
    }

    private static Reply Private(string text) => new() { Text = text, IsPrivate = true };
}
