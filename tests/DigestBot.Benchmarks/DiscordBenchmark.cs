using DigestBot.Storage;

namespace DigestBot.Benchmarks;

/// <summary>The bot under load on this machine: signed Discord commands over HTTP, each with a look-up.</summary>
internal sealed class DiscordBenchmark(Load load)
{
    private const int MostSeconds = 240;
    private static readonly TimeSpan _closedLoop = TimeSpan.FromSeconds(10);

    /// <summary>Measures and prints; 0 when no answer was wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var statements = args.Length > 0 ? int.Parse(args[0]) : 100_000;
        using ArchiveFolder folder = new(args.Length > 1 ? args[1] : null);
        var rate = args.Length > 2 ? int.Parse(args[2]) : 1_000;
        var seconds = Math.Min(MostSeconds, args.Length > 3 ? int.Parse(args[3]) : 60);
        SyntheticArchive archive = new(seed: 4);
        using (Store store = new(folder.File(), TimeProvider.System))
        {
            await archive.FillAsync(store, statements);
        }

        DiscordRequests requests = new();
        using var bot = await ServedBot.StartAsync(folder.Path, ("DIGESTBOT_DISCORD__PUBLICKEY", requests.PublicKey));
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = bot.Door };
        DiscordBenchmark benchmark = new(new Load(client, bot, answer => answer.StartsWith("{\"type\":5", StringComparison.Ordinal) ? "deferred" : null));
        return await benchmark.MeasureAsync(archive, requests, rate, seconds);
    }

    private async Task<int> MeasureAsync(SyntheticArchive archive, DiscordRequests requests, int rate, int seconds)
    {
        var questions = Load.QuestionsOf(archive);
        // What many read about, many ask about: questions come as often as Zipf's law has it.
        SignedRequest Ask(int i) => requests.Make($"{i}", "ask", "question", questions[archive.Zipf(questions.Length)]);
        SignedRequest Type(int i) => requests.Make($"{i}", "said", "speaker", archive.Names[archive.Zipf(archive.Names.Count)][..3], isTyping: true);

        await load.ClosedAsync("warm-up", [.. Enumerable.Range(0, 3_000).Select(Ask)], TimeSpan.FromSeconds(60));
        await load.OpenAsync($"/ask, {rate} a second for {seconds} s", [.. Enumerable.Range(0, rate * seconds).Select(Ask)], rate);
        await load.OpenAsync("names proposed while typing, 200 a second", [.. Enumerable.Range(0, 2_000).Select(Type)], 200);
        await FloodAsync(requests, Ask);
        await load.ClosedAsync("/ask as fast as it goes", [.. Enumerable.Range(0, 60_000).Select(Ask)], _closedLoop);
        await load.ClosedAsync("/help as fast as it goes (no look-up)", [.. Enumerable.Range(0, 60_000).Select(i => requests.Make($"{i}", "help", "command", "ask"))], _closedLoop);
        return load.PrintEnd();
    }

    /// <summary>One asker at 500 commands a second, and beside it others at 100 a second, whose times are told.</summary>
    private async Task FloodAsync(DiscordRequests requests, Func<int, SignedRequest> ask)
    {
        SignedRequest[] flood = [.. Enumerable.Range(0, 5_000).Select(_ => requests.Make("flood", "ask", "question", "what did they say?"))];
        var flooding = load.OpenAsync("one asker, 500 a second", flood, 500);
        await load.OpenAsync("others beside it, 100 a second", [.. Enumerable.Range(0, 1_000).Select(ask)], 100);
        await flooding;
    }
}
