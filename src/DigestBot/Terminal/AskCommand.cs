using System.CommandLine;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Storage;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>Answers a question, or a file of them, from the archive.</summary>
internal static class AskCommand
{
    private static readonly Argument<string[]> Words = new("QUESTION") { Description = "What you would like to know: what did Khatib demand?", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Batch = new("--batch") { Description = "Answer a file of {\"id\",\"question\",\"doc_id\"} lines, - for standard input; one JSON line each", HelpName = "FILE" };
    private static readonly Option<string?> Since = new("--since") { Description = "How far back to look: 7d, 24h, or a day such as 2012-12-29", HelpName = "TIME" };
    private static readonly Option<string?> Until = new("--until") { Description = "Where to stop, likewise", HelpName = "TIME" };
    private static readonly Option<string?> Speaker = new("--speaker") { Description = "Only what this person or body said", HelpName = "NAME" };
    private static readonly Option<string?> About = new("--about") { Description = "Only what was said about this", HelpName = "WORDS" };
    private static readonly Option<string?> Outlet = new("--outlet") { Description = "Only stories of this outlet", HelpName = "NAME" };
    private static readonly Option<string?> StoryId = new("--story") { Description = "Only this story", HelpName = "ID" };
    private static readonly Option<bool> Explain = new("--explain") { Description = "Show how the question was read and what every line scores" };
    private static readonly Option<bool> Json = new("--json") { Description = "Write the answer as JSON" };

    public static Command Create()
    {
        Command command = new("ask", "Answer a question from the archive; every line cites its story") { Words, Batch, Since, Until, Speaker, About, Outlet, StoryId, Explain, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        string question = string.Join(' ', parsed.GetValue(Words) ?? []);
        string? batch = parsed.GetValue(Batch);
        if (batch is not null && batch != "-" && !File.Exists(batch))
            return CommandLine.Fail($"there is no file {batch}.");
        AskOptions options = Options(parsed);
        if (batch is null && string.IsNullOrWhiteSpace(question) && options is { Speaker: null, About: null })
            return CommandLine.Fail("what is the question? digestbot ask what did Khatib demand?");
        using Store store = new(SettingsReader.ArchivePath(SettingsReader.Read(parsed)), TimeProvider.System);
        if (parsed.GetValue(Outlet) is { } name)
        {
            if (await store.OutletAsync(Chat.Command.LocalWorkspace, name, cancel) is not { } outlet)
                return CommandLine.Fail($"the archive has no outlet '{name}'.");
            options = options with { Outlet = outlet };
        }
        Answerer answerer = new(store, TimeProvider.System);
        return batch is null
            ? Write(await answerer.ExplainAsync(Chat.Command.LocalWorkspace, question, options, cancel), parsed)
            : await AskBatch.RunAsync(answerer, batch, options, cancel);
    }

    private static AskOptions Options(ParseResult parsed) => new()
    {
        Since = TimeOption.Read(parsed, Since),
        Until = TimeOption.Read(parsed, Until),
        Speaker = parsed.GetValue(Speaker),
        About = parsed.GetValue(About),
        StoryId = parsed.GetValue(StoryId),
    };

    private static int Write(Explanation explanation, ParseResult parsed)
    {
        if (parsed.GetValue(Json))
            Console.Out.WriteLine(AnswerJson.Write(explanation.Answer));
        else
            ReplyView.Write(AnswerReply.Of(explanation.Answer with { More = [] }));
        if (parsed.GetValue(Explain))
        {
            foreach (string line in explanation.Lines())
                Console.Error.WriteLine(line);
        }
        return explanation.Answer.Answered ? 0 : 1;
    }
}
