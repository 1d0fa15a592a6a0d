using System.Diagnostics;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Storage;

namespace DigestBot.Benchmarks;

/// <summary>
/// Time of a whole /ask, from the typed words to the reply, warm: 70 % of the questions about a speaker, 20 % about a matter, 10 %
/// without an answer.
/// </summary>
internal static class AskBenchmark
{
    private const int Questions = 2_000;
    private const int Warm = 300;

    /// <summary>Measures and prints; 0 when done.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        int statements = args.Length > 0 ? int.Parse(args[0]) : 100_000;
        string folder = args.Length > 1 ? args[1] : Directory.CreateTempSubdirectory("digestbot-ask-").FullName;
        string file = Path.Combine(folder, $"ask-{statements}.db");
        using Store store = new(file, TimeProvider.System);
        SyntheticArchive archive = new(seed: 4);
        Stopwatch filling = Stopwatch.StartNew();
        await archive.FillAsync(store, statements);
        Console.WriteLine($"{statements:N0} statements in {new FileInfo(file).Length / 1_000_000} MB, filled in {filling.Elapsed.TotalSeconds:F0} s");
        CommandHandler handler = new(Archive.Of(store, new DigestClock(new DigestSettings(), TimeProvider.System), TimeProvider.System), Verbs.All);
        (string Kind, string Text)[] questions = [.. Enumerable.Range(0, Questions + Warm).Select(i => Question(archive, i))];
        List<(string Kind, double Milliseconds)> times = [];
        int found = 0;
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        foreach ((string kind, string text) in questions)
        {
            long start = Stopwatch.GetTimestamp();
            Reply reply = await handler.HandleAsync(new Command { Workspace = "local", Verb = "ask", Text = text });
            times.Add((kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            found += reply.Found ? 1 : 0;
        }
        Print("all", [.. times.Skip(Warm).Select(t => t.Milliseconds)]);
        foreach (IGrouping<string, double> kind in times.Skip(Warm).GroupBy(t => t.Kind, t => t.Milliseconds))
            Print(kind.Key, [.. kind]);
        // On a machine that others use too the processor's time tells more than the clock's.
        Console.WriteLine($"processor {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / questions.Length:F2} ms a question, collections included");
        Console.WriteLine($"answered {100.0 * found / questions.Length:F0} %, memory {Environment.WorkingSet / 1_000_000} MB");
        return 0;
    }

    private static (string Kind, string Text) Question(SyntheticArchive archive, int at)
    {
        string name = archive.Names[archive.Zipf(archive.Names.Count)];
        string[] content = archive.Contents[(at * 7919) % archive.Contents.Count].Split(' ');
        return (at % 10) switch
        {
            0 or 1 => ("speaker", $"What did {name} say?"),
            2 => ("speaker", $"what did {name.Split(' ')[1]} demand?"),
            3 => ("speaker", $"What did {name.Split(' ')[1]} write?"),
            4 or 5 => ("speaker", $"what did {name} say about {content[^1]}?"),
            6 => ("speaker", $"what has {name.Split(' ')[1]} promised?"),
            7 => ("matter", $"who said {content[0]} {content[1]} {content[2]}?"),
            8 => ("matter", $"what's new on {content[^1]} {content[^2]}?"),
            _ => ("nothing", $"What did Zzyzx Qwrtplm{at} say about {content[1]}?"),
        };
    }

    private static void Print(string kind, double[] times)
    {
        Array.Sort(times);
        double At(double share) => times[(int)(share * (times.Length - 1))];
        Console.WriteLine($"{kind,-8} {times.Length,5} questions  p50 {At(0.5),6:F2} ms  p90 {At(0.9),6:F2} ms  p99 {At(0.99),6:F2} ms  longest {times[^1],6:F2} ms");
    }
}
