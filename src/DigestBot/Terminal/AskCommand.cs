using System.CommandLine;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Storage;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>Answers a question, or a file of them, from the archive.</summary>
internal static class AskCommand
{
    private static readonly Argument<string[]> _words = new("QUESTION") { Description = "What you would like to know: what did Khatib demand?", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> _batch = new("--batch") { Description = "Answer a file of {\"id\",\"question\",\"doc_id\"} lines, - for standard input; one JSON line each", HelpName = "FILE" };
    private static readonly Option<string?> _since = new("--since") { Description = "How far back to look: 7d, 24h, or a day such as 2012-12-29", HelpName = "TIME" };
    private static readonly Option<string?> _until = new("--until") { Description = "Where to stop, likewise", HelpName = "TIME" };
    private static readonly Option<string?> _speaker = new("--speaker") { Description = "Only what this person or body said", HelpName = "NAME" };
    private static readonly Option<string?> _about = new("--about") { Description = "Only what was said about this", HelpName = "WORDS" };
    private static readonly Option<string?> _outlet = new("--outlet") { Description = "Only stories of this outlet", HelpName = "NAME" };
    private static readonly Option<string?> _storyId = new("--story") { Description = "Only this story", HelpName = "ID" };
    private static readonly Option<bool> _explain = new("--explain") { Description = "Show how the question was read and what every line scores" };
    private static readonly Option<bool> _json = new("--json") { Description = "Write the answer as JSON" };
    private static readonly Option<bool> _plain = new("--plain") { Description = "Without a language model's sentences below, also where the settings name one" };

    public static Command Create()
    {
        Command command = new("ask", "Answer a question from the archive; every line cites its story") { _words, _batch, _since, _until, _speaker, _about, _outlet, _storyId, _explain, _json, _plain };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var question = string.Join(' ', parsed.GetValue(_words) ?? []);
        var batch = parsed.GetValue(_batch);
        if (batch is not null && batch != "-" && !File.Exists(batch))
        {
            return CommandLine.Fail($"there is no file {batch}.");
        }

        var options = Options(parsed);
        if (batch is null && string.IsNullOrWhiteSpace(question) && options is { Speaker: null, About: null })
        {
            return CommandLine.Fail("what is the question? digestbot ask what did Khatib demand?");
        }

        var settings = SettingsReader.Read(parsed);
        using Store store = new(SettingsReader.ArchivePath(settings), TimeProvider.System);
        if (parsed.GetValue(_outlet) is { } name)
        {
            if (await store.OutletAsync(Chat.Command.LocalWorkspace, name, cancel) is not { } outlet)
            {
                return CommandLine.Fail($"the archive has no outlet '{name}'.");
            }

            options = options with { Outlet = outlet };
        }
        Answerer answerer = new(store, TimeProvider.System);
        if (batch is not null)
        {
            return await AskBatch.RunAsync(answerer, batch, options, cancel);
        }

        var explanation = await answerer.ExplainAsync(Chat.Command.LocalWorkspace, question, options, cancel);
        var plain = AnswerReply.Of(explanation.Answer with { More = [] });
        Write(explanation, plain, parsed);
        var hasProse = !(parsed.GetValue(_plain) || parsed.GetValue(_json) || parsed.GetValue(_explain))
            && await ProseView.WriteAsync(settings, store, question, plain, cancel);
        return explanation.Answer.Answered || hasProse ? 0 : 1;
    }

    private static AskOptions Options(ParseResult parsed) => new()
    {
        Since = TimeOption.Read(parsed, _since),
        Until = TimeOption.Read(parsed, _until),
        Speaker = parsed.GetValue(_speaker),
        About = parsed.GetValue(_about),
        StoryId = parsed.GetValue(_storyId),
    };

    private static void Write(Explanation explanation, Reply plain, ParseResult parsed)
    {
        if (parsed.GetValue(_json))
        {
            Console.Out.WriteLine(AnswerJson.Write(explanation.Answer));
        }
        else
        {
            ReplyView.Write(plain);
        }

        if (parsed.GetValue(_explain))
        {
            foreach (var line in explanation.Lines())
            {
                Console.Error.WriteLine(line);
            }
        }
    }
}
