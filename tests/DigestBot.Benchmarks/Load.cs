using System.Collections.Concurrent;
using System.Diagnostics;

namespace DigestBot.Benchmarks;

/// <summary>
/// Signed requests to the bot's public door, sent open loop, so that a slow answer delays no question (times run from when a request was due, not
/// from when it could be sent), or closed, as fast as it goes.
/// </summary>
/// <param name="problem">What is wrong with a successful answer; null where nothing is.</param>
internal sealed class Load(HttpClient client, ServedBot bot, Func<string, string?> problem)
{
    private const int Questions = 2_000;

    private readonly ConcurrentDictionary<string, int> _wrong = new();

    /// <summary>What many ask.</summary>
    public static string[] QuestionsOf(SyntheticArchive archive) => [.. AskedQuestions.Of(archive, Questions).Select(q => q.Text)];

    /// <summary>Prints what was wrong, memory and complaints; the exit code: 0 when no answer was wrong.</summary>
    public int PrintEnd()
    {
        foreach ((var what, var count) in _wrong)
        {
            Console.WriteLine($"{count} x {what}");
        }

        Console.WriteLine($"memory {bot.Memory / 1_000_000} MB; it complained about {(bot.Errors.Length == 0 ? "nothing" : bot.Errors)}");
        return _wrong.IsEmpty ? 0 : 1;
    }

    /// <summary>Sends so many a second, whatever becomes of them, and prints their times.</summary>
    public async Task OpenAsync(string what, SignedRequest[] requests, int rate)
    {
        var times = new double[requests.Length];
        var sent = new Task[requests.Length];
        var processor = bot.ProcessorTime;
        var start = Stopwatch.GetTimestamp();
        for (var next = 0; next < requests.Length;)
        {
            for (var due = Math.Min(requests.Length, (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * rate) + 1); next < due; next++)
            {
                sent[next] = SendAsync(next);
            }

            await Task.Delay(1);
        }
        await Task.WhenAll(sent);
        Print(what, times, Stopwatch.GetElapsedTime(start), bot.ProcessorTime - processor);

        async Task SendAsync(int at)
        {
            await SendOneAsync(requests[at]);
            times[at] = Stopwatch.GetElapsedTime(start).TotalMilliseconds - (1000.0 * at / rate);
        }
    }

    /// <summary>Sends them by 32 at a time, and prints their times.</summary>
    public async Task ClosedAsync(string what, SignedRequest[] requests, TimeSpan longest)
    {
        ConcurrentBag<double> times = [];
        var processor = bot.ProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(async _ =>
        {
            for (var at = Interlocked.Increment(ref next); at < requests.Length && Stopwatch.GetElapsedTime(start) < longest; at = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                await SendOneAsync(requests[at]);
                times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        }));
        Print(what, [.. times], Stopwatch.GetElapsedTime(start), bot.ProcessorTime - processor);
    }

    private async Task SendOneAsync(SignedRequest request)
    {
        try
        {
            using var message = request.Message();
            using var response = await client.SendAsync(message);
            var answer = await response.Content.ReadAsStringAsync();
            var found = !response.IsSuccessStatusCode ? $"{(int)response.StatusCode}" : answer.Contains("Something went wrong", StringComparison.Ordinal) ? "failed" : problem(answer);
            if (found is not null)
            {
                _wrong.AddOrUpdate(found, 1, (_, count) => count + 1);
            }
        }
        catch (HttpRequestException error)
        {
            _wrong.AddOrUpdate(error.HttpRequestError.ToString(), 1, (_, count) => count + 1);
        }
    }

    private static void Print(string what, double[] times, TimeSpan clock, TimeSpan processor)
    {
        Array.Sort(times);
        double At(double share) => times[(int)(share * (times.Length - 1))];
        Console.WriteLine($"{what}: {times.Length:N0} in {clock.TotalSeconds:F1} s ({times.Length / clock.TotalSeconds:N0} a second)  p50 {At(0.5):F2} ms  p99 {At(0.99):F2} ms  longest {times[^1]:F1} ms  processor {processor.TotalMilliseconds * 1000 / times.Length:F0} µs each");
    }
}
