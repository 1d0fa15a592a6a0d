using System.CommandLine;
using DigestBot.Attribution;
using DigestBot.Stories;
using Spectre.Console;

namespace DigestBot.Terminal;

/// <summary>Shows what is understood of a text without storing it.</summary>
internal static class ReadCommand
{
    private static readonly Argument<string[]> _paths = new("PATH") { Description = "Files or folders of stories, or - for standard input", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> _lines = new("--jsonl") { Description = "Read {\"id\",\"title\",\"date\",\"text\"} lines; write a line each with its quotes" };
    private static readonly Option<bool> _json = new("--json") { Description = "Write a JSON line a story" };

    public static Command Create()
    {
        Command command = new("read", "Show who says what in a text, without storing it") { _paths, _lines, _json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var paths = parsed.GetRequiredValue(_paths);
        if (paths.FirstOrDefault(p => p != "-" && !File.Exists(p) && !Directory.Exists(p)) is { } missing)
        {
            return CommandLine.Fail($"there is no file or folder {missing}.");
        }

        using StreamWriter output = new(Console.OpenStandardOutput());
        if (parsed.GetValue(_lines))
        {
            return ReadingJson.Convert(paths.SelectMany(LinesOf), output, Console.Error);
        }

        List<StoryBatch> batches = [.. paths.SelectMany(p => p == "-" ? ["-"] : StoryFiles.Find(p)).SelectMany(f => StoryInput.Read(f, StoryHints.None))];
        foreach (var story in batches.SelectMany(b => b.Stories))
        {
            Show(story, parsed.GetValue(_json), output);
        }

        foreach (var refusal in batches.SelectMany(b => b.Refused))
        {
            Console.Error.WriteLine($"refused {refusal.Name}: {refusal.Why}");
        }

        if (batches.Exists(b => b.Refused.Count > 0))
        {
            return 2;
        }

        return batches.Exists(b => b.Stories.Count > 0) ? 0 : 1;
    }

    private static void Show(Story story, bool json, StreamWriter output)
    {
        var reading = StatementExtractor.Default.Read(story.Text);
        if (json)
        {
            output.WriteLine(ReadingJson.Write(story.Id, story.Title, story.Published?.ToString("yyyy-MM-dd"), story.Text, reading));
        }
        else
        {
            ReadingView.Write(AnsiConsole.Console, story, reading);
        }
    }

    private static IEnumerable<string> LinesOf(string path)
    {
        if (path != "-")
        {
            return StoryFiles.Find(path).SelectMany(File.ReadLines);
        }

        return Input();
    }

    private static IEnumerable<string> Input()
    {
        using StreamReader reader = new(Console.OpenStandardInput());
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
