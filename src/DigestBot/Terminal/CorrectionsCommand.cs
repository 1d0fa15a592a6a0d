using System.CommandLine;
using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Storage;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>Shows the operator what readers say is wrongly attributed, and carries out what the operator decides.</summary>
internal static class CorrectionsCommand
{
    private static readonly Argument<long> _number = new("NUMBER") { Description = "The correction's number, as 'corrections list' shows it" };
    private static readonly Option<bool> _all = new("--all") { Description = "Show those that are decided too" };

    public static Command Create()
    {
        Command list = new("list", "Show what readers say is wrongly attributed") { _all };
        list.SetAction(ListAsync);
        Command accept = new("accept", "Let a correction hold, everywhere and for good") { _number };
        accept.SetAction((parsed, cancel) => DecideAsync(parsed, CorrectionState.Accepted, cancel));
        Command reject = new("reject", "Leave the attribution as it is; takes an accepted correction back, too") { _number };
        reject.SetAction((parsed, cancel) => DecideAsync(parsed, CorrectionState.Rejected, cancel));
        return new Command("corrections", "Decide on what readers say is wrongly attributed") { list, accept, reject };
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancel)
    {
        using var store = Open(parsed);
        var corrections = await store.CorrectionsAsync(parsed.GetValue(_all) ? null : CorrectionState.Open, cancel);
        if (corrections.Count == 0)
        {
            Console.Out.WriteLine("No corrections wait for a decision.");
        }

        foreach (var c in corrections)
        {
            Console.Out.WriteLine($"{c.Id}  {PlainText.OneLine(Named(c.Speaker))} → {PlainText.OneLine(Named(c.Proposed))}{(c.State == CorrectionState.Open ? "" : $"  ({c.State.ToString().ToLowerInvariant()})")}");
            Console.Out.WriteLine($"   {PlainText.Cut(PlainText.OneLine(c.Content), 200)}");
            Console.Out.WriteLine($"   story {PlainText.OneLine(c.StoryId)}, from {PlainText.OneLine(c.Workspace)}, {c.Created.UtcDateTime:d MMMM yyyy}");
        }
        return corrections.Count > 0 ? 0 : 1;
    }

    private static async Task<int> DecideAsync(ParseResult parsed, CorrectionState state, CancellationToken cancel)
    {
        using var store = Open(parsed);
        var number = parsed.GetValue(_number);
        if (await store.DecideCorrectionAsync(number, state, cancel) is not { } correction)
        {
            return CommandLine.Fail($"There is no correction {number}. 'digestbot corrections list --all' shows which there are.");
        }

        if (await store.GetStoryAsync(Chat.Command.LocalWorkspace, correction.StoryId, cancel) is { } story)
        {
            await store.ReplaceReadingAsync(story, StatementExtractor.Default.Read(story.Text), cancel);
        }

        Console.Out.WriteLine(state == CorrectionState.Accepted
            ? $"From now on {PlainText.OneLine(Named(correction.Proposed))} says “{PlainText.Cut(PlainText.OneLine(correction.Content), 100)}”."
            : $"{PlainText.OneLine(Named(correction.Speaker))} says it, as before.");
        return 0;
    }

    private static string Named(string speaker) => speaker.Length == 0 ? "nobody named" : speaker;

    private static Store Open(ParseResult parsed) => new(SettingsReader.ArchivePath(SettingsReader.Read(parsed)), TimeProvider.System);
}
