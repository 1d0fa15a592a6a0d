using System.Diagnostics;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Storage;

namespace DigestBot.Benchmarks;

/// <summary>Time of a whole /ask, from the typed words to the reply, warm.</summary>
internal static class AskBenchmark
{
    private const int Questions = 2_000;
    private const int Warm = 300;

    /// <summary>Measures each size of archive that is given, the smallest first, and prints; 0 when done.</summary>
    /// <param name="args">Numbers of statements; "--folder DIR" keeps the archives there, "--svg FILE" draws the cost against the size.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        int[] sizes = [.. args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).Select(int.Parse).Order()];
        using ArchiveFolder folder = new(Option(args, "--folder"));
        List<AskCost> costs = [];
        foreach (var statements in sizes.Length == 0 ? [100_000] : sizes)
        {
            costs.Add(await MeasureAsync(folder.File($"ask-{statements}.db"), statements));
        }

        Console.WriteLine(AskCost.Head);
        foreach (var cost in costs)
        {
            Console.WriteLine(cost.Row);
        }

        if (Option(args, "--svg") is { } drawing && costs.Count > 1)
        {
            await File.WriteAllTextAsync(drawing, AskChart.Draw(costs));
        }

        return 0;
    }

    private static async Task<AskCost> MeasureAsync(string file, int statements)
    {
        using Store store = new(file, TimeProvider.System);
        SyntheticArchive archive = new(seed: 4);
        var filling = Stopwatch.StartNew();
        await archive.FillAsync(store, statements);
        Console.WriteLine($"{statements:N0} statements in {new FileInfo(file).Length / 1_000_000} MB, filled in {filling.Elapsed.TotalSeconds:F0} s");
        var told = Archive.Of(store, new DigestClock(new DigestSettings(), TimeProvider.System), TimeProvider.System);
        List<(string Kind, double Milliseconds)> times = [];
        var found = 0;
        long memoryAtHalf = 0;
        var processor = Environment.CpuUsage.TotalTime;
        foreach ((var kind, var text) in AskedQuestions.Of(archive, Questions + Warm))
        {
            // Every question is looked up, also one that was asked before.
            CommandHandler handler = new(told with { Lately = new LatelyAnswered(store, TimeProvider.System) }, Verbs.All);
            var start = Stopwatch.GetTimestamp();
            var reply = await handler.HandleAsync(new Command { Workspace = "local", Verb = "ask", Text = text });
            times.Add((kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            found += reply.Found ? 1 : 0;
            if (times.Count == (Questions / 2) + Warm)
            {
                memoryAtHalf = Environment.WorkingSet;
            }
        }
        // On a machine that others use too the processor's time tells more than the clock's.
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / times.Count;
        var all = Print("all", times.Skip(Warm).Select(t => t.Milliseconds));
        foreach (var kind in times.Skip(Warm).GroupBy(t => t.Kind, t => t.Milliseconds))
        {
            Print(kind.Key, kind);
        }

        Console.WriteLine($"answered {100.0 * found / times.Count:F0} %, processor {used:F2} ms a question");
        return new AskCost((await store.ExtentAsync("local")).Statements, new FileInfo(file).Length, At(all, 0.5), At(all, 0.99), used, memoryAtHalf, Environment.WorkingSet);
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static double[] Print(string kind, IEnumerable<double> milliseconds)
    {
        double[] times = [.. milliseconds.Order()];
        Console.WriteLine($"{kind,-8} {times.Length,5} questions  p50 {At(times, 0.5),6:F2} ms  p90 {At(times, 0.9),6:F2} ms  p99 {At(times, 0.99),6:F2} ms  longest {times[^1],6:F2} ms");
        return times;
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}
