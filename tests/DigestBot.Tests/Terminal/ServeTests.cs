using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Terminal;

public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ServeTests() => Directory.CreateDirectory(_folder.File("config/stories"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Stops_cleanly_when_told_to(string signal)
    {
        using var bot = await ServeAsync();
        (await bot.StopAsync(signal)).Should().Be(0, bot.Output);
        bot.Output.Should().NotContain("   at ");
    }

    [Fact]
    public async Task Stops_cleanly_also_while_somebody_sends_a_story_without_end()
    {
        using var bot = await ServeAsync();
        using TcpClient sender = new();
        await sender.ConnectAsync("127.0.0.1", bot.Client.BaseAddress!.Port, Cancel);
        await using var line = sender.GetStream();
        var request = $"POST /stories HTTP/1.1\r\nHost: {bot.Client.BaseAddress!.Authority}\r\nAuthorization: Bearer k\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n";
        await line.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        var answer = new byte["HTTP/1.1 100".Length];
        await line.ReadExactlyAsync(answer, Cancel);
        Encoding.ASCII.GetString(answer).Should().Be("HTTP/1.1 100", "the bot waits for the story");
        (await bot.StopAsync("TERM")).Should().Be(0, bot.Output);
    }

    [Fact]
    public async Task Says_in_one_line_how_to_choose_another_port_when_its_own_is_in_use()
    {
        using var bot = await ServeAsync();
        (var code, _, var errors) = await BotProcess.RunAsync(["serve", "--data", _folder.File("other"), "--config", _folder.File("config"), "--urls", bot.Client.BaseAddress!.ToString()]);
        code.Should().Be(2);
        errors.Trim().Should().Contain("--urls").And.NotContain("\n");
    }

    [Fact]
    public async Task Says_in_one_line_that_the_machine_does_not_have_its_address()
    {
        // An address for documentation, which no machine has (RFC 5737).
        (var code, _, var errors) = await BotProcess.RunAsync(["serve", "--data", _folder.File("data"), "--config", _folder.File("config"), "--urls", "http://192.0.2.1:5080"]);
        code.Should().Be(2);
        errors.Trim().Should().Contain("does not have the address").And.Contain("--urls").And.NotContain("\n");
    }

    [Fact]
    public async Task Reads_a_dropped_story_and_answers_health_checks()
    {
        using var bot = await ServeAsync();
        (await bot.Client.GetStringAsync("/health/live", Cancel)).Should().Be("live\n");
        await File.WriteAllTextAsync(_folder.File("config/stories/rain.txt"), "Rain over Lisbon\n\nMayor Ana Ruiz said the rain would stop on Friday.\n", Cancel);
        await bot.WaitAsync(() => Task.FromResult(Stories().Count == 1));
        Stories().Single().Title.Should().Be("Rain over Lisbon");
    }

    [Fact]
    public async Task Keeps_every_acknowledged_story_once_over_twenty_kills()
    {
        List<string> acknowledged = [];
        for (var round = 0; round < 20; round++)
        {
            using var bot = await ServeAsync();
            using CancellationTokenSource killed = new();
            var push = PushAsync(bot, round, acknowledged, killed.Token);
            await bot.WaitAsync(() => Task.FromResult(acknowledged.Count > round * 3 + 2));
            await bot.KillAsync();
            await killed.CancelAsync();
            await push;
        }
        Stories().Select(s => s.Id).Should().OnlyHaveUniqueItems().And.Contain(acknowledged);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<BotProcess> ServeAsync() => BotProcess.ServeAsync(_folder.File("data"), _folder.File("config"), new Dictionary<string, string> { ["DIGESTBOT_STORIESKEY"] = "k" });

    /// <summary>Sends one story after another and keeps the ids of those that were acknowledged, until the process is gone.</summary>
    private static async Task PushAsync(BotProcess bot, int round, List<string> acknowledged, CancellationToken killed)
    {
        bot.Client.DefaultRequestHeaders.Authorization = new("Bearer", "k");
        for (var i = 0; !killed.IsCancellationRequested; i++)
        {
            var id = $"round-{round}-story-{i}";
            try
            {
                var response = await bot.Client.PostAsJsonAsync("/stories", new { id, title = id, text = $"{id}\n\nMinister Ines Duarte said \u201cthis is number {i} of {round}.\u201d" }, killed);
                response.IsSuccessStatusCode.Should().BeTrue($"the answer was {response.StatusCode}");
                acknowledged.Add(id);
            }
            catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private IReadOnlyList<Story> Stories()
    {
        using Store store = new(_folder.File("data/digestbot.db"), TimeProvider.System);
        return store.StoriesAsync("local", limit: 10000, cancel: Cancel).GetAwaiter().GetResult();
    }
}
