using System.Diagnostics;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.LanguageModels;
using DigestBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Benchmarks;

/// <summary>
/// What a language model costs an answer when none is set: the same questions to the command handler alone, to the bot without a model, and to
/// the bot with one whose budget is used up, in turns of a hundred.
/// </summary>
internal static class ModelOffBenchmark
{
    private const int Turn = 100;
    private const int Turns = 30;

    /// <summary>Measures over so many synthetic statements (20000), and prints; 0 when done.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var statements = args.Length > 0 ? int.Parse(args[0]) : 20_000;
        using ArchiveFolder folder = new(named: null);
        using Store store = new(folder.File(), TimeProvider.System);
        SyntheticArchive archive = new(seed: 4);
        await archive.FillAsync(store, statements);
        var told = Archive.Of(store, new DigestClock(new DigestSettings(), TimeProvider.System), TimeProvider.System);
        await using var model = Model(store);
        ProseReply prose = new(model.GetRequiredService<ProseWriter>(), model.GetRequiredService<Researcher>());
        Way[] ways =
        [
            new("handler alone", (handler, command) => handler.HandleAsync(command)),
            new("no model set", (handler, command) => AnswerAsync(handler, command, null)),
            new("budget used up", (handler, command) => AnswerAsync(handler, command, prose)),
        ];
        string[][] questions = [.. AskedQuestions.Of(archive, (Turns + 3) * Turn).Select(q => q.Text).Chunk(Turn)];
        // The first turns warm everything up.
        for (var turn = 0; turn < questions.Length; turn++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                await ways[(turn + i) % ways.Length].RunAsync(questions[turn], told, store, counts: turn >= 3);
            }
        }
        Console.WriteLine($"{statements:N0} statements, {Turn * Turns:N0} questions each\n| | p50 | p99 | processor | allocated |\n|---|---:|---:|---:|---:|");
        foreach (var way in ways)
        {
            Console.WriteLine(way.Row);
        }

        Console.WriteLine($"no model set / handler alone: processor {ways[1].Processor / ways[0].Processor:F3}, p50 {ways[1].At(0.5) / ways[0].At(0.5):F3}, allocated {ways[1].Allocated / ways[0].Allocated:F3}");
        return 0;
    }

    private static async Task<Reply> AnswerAsync(CommandHandler handler, Command command, ProseReply? prose) =>
        (await new PromptReply(handler, TimeProvider.System, NullLogger<PromptReply>.Instance, prose).AnswerAsync(command, (_, _) => Task.CompletedTask, (_, _) => Task.CompletedTask))!;

    private static ServiceProvider Model(Store store)
    {
        Settings settings = new() { Model = new ModelSettings { Provider = "openai", Address = "http://127.0.0.1:9", Name = "nobody", TokensADay = 0 } };
        return new ServiceCollection().AddLogging().AddSingleton(store).AddSingleton(TimeProvider.System).AddLanguageModel(settings).BuildServiceProvider();
    }

    /// <summary>One way to answer, and what it took.</summary>
    private sealed class Way(string name, Func<CommandHandler, Command, Task<Reply>> answer)
    {
        private readonly List<double> _times = [];
        private TimeSpan _processor;
        private long _allocated;

        /// <summary>Milliseconds of the processor a question, background work included.</summary>
        public double Processor => _processor.TotalMilliseconds / _times.Count;

        /// <summary>Bytes a question.</summary>
        public double Allocated => (double)_allocated / _times.Count;

        public string Row => $"| {name} | {At(0.5):F2} ms | {At(0.99):F1} ms | {Processor:F2} ms | {Allocated / 1000:F1} kB |";

        public double At(double share) => _times.Order().ElementAt((int)(share * (_times.Count - 1)));

        /// <summary>Asks one question after the other; none is answered from memory.</summary>
        public async Task RunAsync(string[] questions, Archive archive, Store store, bool counts)
        {
            (var before, var bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            List<double> turn = [];
            foreach (var question in questions)
            {
                CommandHandler handler = new(archive with { Lately = new LatelyAnswered(store, TimeProvider.System) }, Verbs.All);
                var start = Stopwatch.GetTimestamp();
                await answer(handler, new Command { Workspace = "local", Verb = "ask", Text = question });
                turn.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            if (!counts)
            {
                return;
            }

            _times.AddRange(turn);
            _processor += Environment.CpuUsage.TotalTime - before;
            _allocated += GC.GetTotalAllocatedBytes() - bytes;
        }
    }
}
