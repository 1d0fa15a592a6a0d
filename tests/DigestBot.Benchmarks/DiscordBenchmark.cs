using System.Collections.Concurrent;
using System.Diagnostics;
using DigestBot.Storage;

namespace DigestBot.Benchmarks;

/// <summary>
/// The bot under load on this machine: signed Discord commands over HTTP, each with a look-up. Open loop, so that a slow answer delays no
/// question: times run from when a request was due, not from when it could be sent.
/// </summary>
internal sealed class DiscordBenchmark(HttpClient client, ServedBot bot)
{
    private const int Questions = 2_000;
    private const int MostSeconds = 240;
    private static readonly TimeSpan ClosedLoop = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, int> wrong = new();

    /// <summary>Measures and prints; 0 when no answer was wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        int statements = args.Length > 0 ? int.Parse(args[0]) : 100_000;
        string folder = args.Length > 1 ? args[1] : Directory.CreateTempSubdirectory("digestbot-discord-").FullName;
        int rate = args.Length > 2 ? int.Parse(args[2]) : 1_000;
        int seconds = Math.Min(MostSeconds, args.Length > 3 ? int.Parse(args[3]) : 60);
        SyntheticArchive archive = new(seed: 4);
        using (Store store = new(Path.Combine(folder, "digestbot.db"), TimeProvider.System))
            await archive.FillAsync(store, statements);
        DiscordRequests requests = new();
        using ServedBot bot = await ServedBot.StartAsync(folder, requests.PublicKey);
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = bot.Door };
        DiscordBenchmark benchmark = new(client, bot);
        return await benchmark.MeasureAsync(archive, requests, rate, seconds);
    }

    private async Task<int> MeasureAsync(SyntheticArchive archive, DiscordRequests requests, int rate, int seconds)
    {
        string[] questions = [.. Enumerable.Range(0, Questions).Select(i => Question(archive, i))];
        // What many read about, many ask about: questions come as often as Zipf's law has it.
        SignedRequest Ask(int i) => requests.Make($"{i}", "ask", "question", questions[archive.Zipf(Questions)]);
        SignedRequest Type(int i) => requests.Make($"{i}", "said", "speaker", archive.Names[archive.Zipf(archive.Names.Count)][..3], isTyping: true);

        await ClosedAsync("warm-up", [.. Enumerable.Range(0, 3_000).Select(Ask)], TimeSpan.FromSeconds(60));
        await OpenAsync($"/ask, {rate} a second for {seconds} s", [.. Enumerable.Range(0, rate * seconds).Select(Ask)], rate);
        await OpenAsync("names proposed while typing, 200 a second", [.. Enumerable.Range(0, 2_000).Select(Type)], 200);
        await FloodAsync(requests, Ask);
        await ClosedAsync("/ask as fast as it goes", [.. Enumerable.Range(0, 60_000).Select(Ask)], ClosedLoop);
        await ClosedAsync("/help as fast as it goes (no look-up)", [.. Enumerable.Range(0, 60_000).Select(i => requests.Make($"{i}", "help", "command", "ask"))], ClosedLoop);
        foreach ((string what, int count) in wrong)
            Console.WriteLine($"{count} x {what}");
        Console.WriteLine($"memory {bot.Memory / 1_000_000} MB; {(bot.Errors.Length == 0 ? "nothing" : bot.Errors)} on its error output");
        return wrong.IsEmpty ? 0 : 1;
    }

    /// <summary>One asker at 500 commands a second, and beside it others at 100 a second, whose times are told.</summary>
    private async Task FloodAsync(DiscordRequests requests, Func<int, SignedRequest> ask)
    {
        SignedRequest[] flood = [.. Enumerable.Range(0, 5_000).Select(_ => requests.Make("flood", "ask", "question", "what did they say?"))];
        Task flooding = OpenAsync("one asker, 500 a second", flood, 500);
        await OpenAsync("others beside it, 100 a second", [.. Enumerable.Range(0, 1_000).Select(ask)], 100);
        await flooding;
    }

    private async Task OpenAsync(string what, SignedRequest[] requests, int rate)
    {
        double[] times = new double[requests.Length];
        Task[] sent = new Task[requests.Length];
        TimeSpan processor = bot.ProcessorTime;
        long start = Stopwatch.GetTimestamp();
        for (int next = 0; next < requests.Length;)
        {
            for (int due = Math.Min(requests.Length, (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * rate) + 1); next < due; next++)
                sent[next] = SendAsync(next);
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

    private async Task ClosedAsync(string what, SignedRequest[] requests, TimeSpan longest)
    {
        ConcurrentBag<double> times = [];
        TimeSpan processor = bot.ProcessorTime;
        long start = Stopwatch.GetTimestamp();
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(async _ =>
        {
            for (int at = Interlocked.Increment(ref next); at < requests.Length && Stopwatch.GetElapsedTime(start) < longest; at = Interlocked.Increment(ref next))
            {
                long sent = Stopwatch.GetTimestamp();
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
            using HttpRequestMessage message = request.Message();
            using HttpResponseMessage response = await client.SendAsync(message);
            string answer = await response.Content.ReadAsStringAsync();
            string? problem = !response.IsSuccessStatusCode ? $"{(int)response.StatusCode}" : answer.Contains("Something went wrong", StringComparison.Ordinal) ? "failed" : answer.StartsWith("{\"type\":5", StringComparison.Ordinal) ? "deferred" : null;
            if (problem is not null)
                wrong.AddOrUpdate(problem, 1, (_, count) => count + 1);
        }
        catch (HttpRequestException error)
        {
            wrong.AddOrUpdate(error.HttpRequestError.ToString(), 1, (_, count) => count + 1);
        }
    }

    private static string Question(SyntheticArchive archive, int at)
    {
        string name = archive.Names[archive.Zipf(archive.Names.Count)];
        string[] content = archive.Contents[at * 7919 % archive.Contents.Count].Split(' ');
        return (at % 4) switch
        {
            0 => $"What did {name} say?",
            1 => $"what did {name.Split(' ')[1]} demand?",
            2 => $"what did {name} say about {content[^1]}?",
            _ => $"who said {content[0]} {content[1]} {content[2]}?",
        };
    }

    private static void Print(string what, double[] times, TimeSpan clock, TimeSpan processor)
    {
        Array.Sort(times);
        double At(double share) => times[(int)(share * (times.Length - 1))];
        Console.WriteLine($"{what}: {times.Length:N0} in {clock.TotalSeconds:F1} s ({times.Length / clock.TotalSeconds:N0} a second)  p50 {At(0.5):F2} ms  p99 {At(0.99):F2} ms  longest {times[^1]:F1} ms  processor {processor.TotalMilliseconds * 1000 / times.Length:F0} µs each");
    }
}
