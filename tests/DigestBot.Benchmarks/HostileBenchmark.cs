using DigestBot.Attribution;
using DigestBot.Attribution.Tests;

namespace DigestBot.Benchmarks;

/// <summary>Time for texts that are made to be slow, at two lengths: the same for 100,000 characters of each where it is linear.</summary>
internal static class HostileBenchmark
{
    private const int Short = 100_000;
    private const int Long = 1_000_000;

    /// <summary>Measures and prints a line for each text.</summary>
    public static void Print()
    {
        foreach (var text in HostileText.All)
        {
            Console.WriteLine($"  {text.Name,-36} {Seconds(text, Short),6:F2} s for 100,000 characters, {Seconds(text, Long) * Short / Long,6:F2} s for each 100,000 of {Long:N0}");
        }
    }

    private static double Seconds(HostileText text, int length)
    {
        var whole = text.OfLength(length);
        var start = Environment.CpuUsage.TotalTime;
        StatementExtractor.Default.Read(whole);
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }
}
