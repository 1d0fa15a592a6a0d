using DigestBot.Answers;
using DigestBot.Chat;

namespace DigestBot.Terminal;

/// <summary>Answers a file of questions, a JSON line each, in order.</summary>
internal static class AskBatch
{
    /// <summary>0 when every line has its answer, 2 when one was no question; that one is told on the error output.</summary>
    public static async Task<int> RunAsync(Answerer answerer, string file, AskOptions options, CancellationToken cancel)
    {
        using var input = file == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(file);
        using StreamWriter output = new(Console.OpenStandardOutput());
        var allRead = true;
        for (var number = 1; await input.ReadLineAsync(cancel) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (AnswerJson.ReadQuestion(line) is not { } question)
            {
                Console.Error.WriteLine($"digestbot: line {number} of {file} is no {{\"id\",\"question\"}} object.");
                allRead = false;
                continue;
            }
            var answer = await answerer.AnswerAsync(Command.LocalWorkspace, question.Question, options with { StoryId = question.StoryId ?? options.StoryId }, cancel);
            await output.WriteLineAsync(AnswerJson.Write(answer, question.Id));
        }
        return allRead ? 0 : 2;
    }
}
