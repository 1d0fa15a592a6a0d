using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using DigestBot.Attribution;
using DigestBot.Attribution.Cues;
using DigestBot.Attribution.Judging;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Benchmarks;

/// <summary>
/// Speed of the attribution engine on one thread: loading from cold, tokens a second over many stories, the time and bytes of each stage, and
/// seconds for a megabyte at four lengths, which are alike where time is linear.
/// </summary>
internal static class AttributionBenchmark
{
    private const int Stories = 2_000;
    private const int Batch = 50;
    private static readonly int[] _lengths = [10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>Measures and prints; 0 when done.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        PrintLoading();
        ShuffledStories dealer = new(seed: 3);
        var stories = args is ["--file", var file, ..] ? ShuffledStories.OfFile(file) : dealer.Deal(Stories);
        var tokens = stories.Sum(s => (long)Tokenizer.Tokenize(s).Length);
        Console.WriteLine($"{stories.Count:N0} stories, {tokens:N0} tokens, {stories.Sum(s => (long)s.Length) / 1e6:F1} million characters");
        foreach (var story in stories.Take(Stories / 4))
        {
            StatementExtractor.Default.Read(story);
        }

        PrintWhole(stories, tokens);
        PrintStages(stories, tokens);
        PrintLengths(dealer);
        HostileBenchmark.Print();
        return Task.FromResult(0);
    }

    // The first story of this process: models, lists and the compiler's work together.
    private static void PrintLoading()
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        _ = (Grammar.Default, Judge.Default, CueLexicon.Default);
        Console.WriteLine($"loaded from cold in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms ({(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds:F0} ms of the processor)");
        start = Stopwatch.GetTimestamp();
        StatementExtractor.Default.Read("Mayor Ann Lee said on Monday that the bridge would open. “It is safe,” she added.");
        Console.WriteLine($"first story read in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, while its code is compiled");
    }

    private static void PrintWhole(List<string> stories, long tokens)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        List<Reading> readings = [.. stories.Select(StatementExtractor.Default.Read)];
        TimeSpan clock = Stopwatch.GetElapsedTime(start), used = Environment.CpuUsage.TotalTime - processor;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        foreach (var reading in readings)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(reading));
        }

        Console.WriteLine($"whole pass: {tokens / used.TotalSeconds:N0} tokens a second of the processor ({tokens / clock.TotalSeconds:N0} by the clock), {bytes / 1024.0 / stories.Count:N0} kB allocated a story");
        // Two builds that read alike print the same number.
        Console.WriteLine($"{readings.Sum(r => r.Statements.Count):N0} statements, fingerprint {Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}");
    }

    private static void PrintStages(List<string> stories, long tokens)
    {
        StageClock clock = new();
        foreach (var batch in stories.Chunk(Batch))
        {
            clock.Run(batch);
        }

        TimeSpan total = new(clock.Stages.Values.Sum(s => s.Time.Ticks));
        foreach ((var stage, (var time, var bytes)) in clock.Stages)
        {
            Console.WriteLine($"  {stage,-24} {tokens / time.TotalSeconds,12:N0} tokens a second {100 * time / total,5:F1} % {bytes / 1024.0 / stories.Count,7:F1} kB a story");
        }
    }

    private static void PrintLengths(ShuffledStories dealer)
    {
        foreach (var length in _lengths)
        {
            var text = dealer.OfLength(length);
            var times = Math.Max(1, 2_000_000 / length);
            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < times; i++)
            {
                StatementExtractor.Default.Read(text);
            }

            Console.WriteLine($"  a text of {length,10:N0} characters: {(Environment.CpuUsage.TotalTime - start).TotalSeconds * 1e6 / times / length:F2} s a million");
        }
    }
}
