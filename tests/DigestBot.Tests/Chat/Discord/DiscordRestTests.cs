using DigestBot.Chat.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat.Discord;

public sealed class DiscordRestTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private FakeDiscord _discord = null!;
    private ServiceProvider _services = null!;
    private DiscordRest _rest = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(_clock);
        Use(_discord.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task Posts_with_the_bots_token_and_name()
    {
        var id = await PostAsync("hello");
        id.Should().Be("1001");
        var sent = _discord.Requests.Should().ContainSingle().Which;
        sent.Path.Should().Be("/api/v10/channels/5/messages");
        sent.Headers["Authorization"].Should().Be($"Bot {FakeDiscord.Token}");
        sent.Headers["User-Agent"].Should().MatchRegex(@"^DiscordBot \(\S+, [0-9.]+\)$");
    }

    [Fact]
    public async Task Keeps_to_a_buckets_limit_so_that_nothing_is_refused()
    {
        _discord.Limits.Allow("/messages", 3, TimeSpan.FromSeconds(5));
        await AdvanceUntilAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(i => PostAsync($"{i}"))));
        _discord.Messages.Should().HaveCount(20);
        _discord.Limits.Refused.Should().Be(0);
    }

    [Fact]
    public async Task A_full_bucket_holds_up_no_other_channel()
    {
        _discord.Limits.Allow("/channels/5/", 1, TimeSpan.FromHours(1));
        _discord.Limits.Allow("/channels/6/", 100, TimeSpan.FromSeconds(1));
        await PostAsync("first");
        await _rest.PostAsync("6", new DiscordMessage { Content = "elsewhere" }, Cancel);
        _discord.Messages.Should().HaveCount(2);
    }

    [Fact]
    public async Task Sends_at_most_fifty_requests_a_second_over_all()
    {
        Task[] posts = [.. Enumerable.Range(0, 120).Select(i => _rest.PostAsync($"{i}", new DiscordMessage { Content = "x" }, Cancel))];
        foreach (var second in new[] { 1, 2 })
        {
            await _discord.Requests.ArrivalAsync(50 * second);
            _discord.Requests.Should().HaveCount(50 * second);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
        await AdvanceUntilAsync(Task.WhenAll(posts));
    }

    [Fact]
    public async Task Answers_to_commands_do_not_wait_for_the_bots_own_limit()
    {
        _discord.Answer(429, """{"message":"x","retry_after":50,"global":true}""", ("X-RateLimit-Scope", "global"));
        var post = PostAsync("waits");
        await _discord.Requests.ArrivalAsync(1);
        await _rest.EditOriginalAsync("9", "t", new DiscordMessage { Content = "at once" }, Cancel);
        post.IsCompleted.Should().BeFalse();
        await AdvanceUntilAsync(post);
        _discord.Messages.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"message":"x","retry_after":1.5,"global":false}""", "user")]
    [InlineData("""{"message":"x","retry_after":1.5,"global":false}""", "shared")]
    [InlineData("""{"message":"x","retry_after":1.5,"global":true}""", "global")]
    [InlineData("<html>too many requests</html>", null)]
    public async Task Waits_as_long_as_a_429_says_and_posts_then(string body, string? scope)
    {
        _discord.Answer(429, body, scope is null ? [("Retry-After", "2")] : [("X-RateLimit-Scope", scope), ("Retry-After", "2")]);
        var post = PostAsync("hello");
        await _discord.Requests.ArrivalAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _discord.Requests.Should().HaveCount(1);
        await AdvanceUntilAsync(post);
        _discord.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task A_wait_beyond_a_minute_is_told_instead()
    {
        _discord.Answer(429, """{"message":"x","retry_after":3600,"global":false}""", ("X-RateLimit-Scope", "user"));
        var error = await RefusalAsync(PostAsync("hello"));
        error.Message.Should().Contain("3600 seconds");
        error.IsOutcomeKnown.Should().BeTrue();
    }

    [Fact]
    public async Task A_lost_answer_posts_once_where_the_nonce_is_enforced()
    {
        _discord.LoseAnswer();
        _discord.Answer(502);
        var post = _rest.PostAsync("5", new DiscordMessage { Content = "digest", Nonce = "d1", EnforceNonce = true }, Cancel);
        await AdvanceUntilAsync(post);
        (await post).Should().Be("1001");
        _discord.Messages.Should().ContainSingle();
        _discord.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_post_without_a_nonce_is_not_repeated_when_its_answer_is_lost()
    {
        _discord.LoseAnswer();
        (await RefusalAsync(PostAsync("hello"))).IsOutcomeKnown.Should().BeFalse();
        _discord.Answer(500);
        (await RefusalAsync(PostAsync("hello"))).IsOutcomeKnown.Should().BeFalse();
        _discord.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_edit_is_repeated_when_the_request_is_lost_or_comes_before_its_deferral()
    {
        _discord.LoseRequest();
        _discord.Answer(404, """{"message":"Unknown Webhook","code":10015}""");
        var edit = _rest.EditOriginalAsync("9", "t", new DiscordMessage { Content = "late" }, Cancel);
        await AdvanceUntilAsync(edit);
        _discord.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Gives_up_after_four_times_and_says_so()
    {
        for (var i = 0; i < 4; i++)
        {
            _discord.Answer(503);
        }

        var edit = _rest.EditOriginalAsync("9", "t", new DiscordMessage { Content = "late" }, Cancel);
        (await RefusalAsync(edit)).Message.Should().Contain("503");
        _discord.Requests.Should().HaveCount(4);
    }

    [Theory]
    [InlineData(403, """{"message":"Missing Permissions","code":50013}""", "*Send Messages*")]
    [InlineData(404, """{"message":"Unknown Channel","code":10003}""", "*DIGESTCHANNEL*")]
    [InlineData(401, """{"message":"401: Unauthorized","code":0}""", "*BOTTOKEN*")]
    [InlineData(400, """{"message":"Invalid Form Body","code":50035,"errors":{"embeds":{"0":{"description":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 4096 or fewer in length."}]}}}}}""", "*embeds.0.description: Must be 4096 or fewer in length.*")]
    [InlineData(400, "not json", "*400*")]
    [InlineData(200, "not json", "*could not be read*")]
    [InlineData(200, "{}", "*could not be read*")]
    [InlineData(200, "null", "*could not be read*")]
    public async Task Says_in_words_what_is_wrong_and_no_secret(int status, string body, string words)
    {
        _discord.Answer(status, body);
        var error = await RefusalAsync(PostAsync("hello"));
        error.Message.Should().Match(words);
        error.ToString().Should().NotContain(FakeDiscord.Token);
        _discord.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Says_when_Discord_cannot_be_reached()
    {
        Use(_discord.Settings with { Discord = _discord.Settings.Discord with { RestAddress = "http://127.0.0.1:1/" } });
        var error = await RefusalAsync(PostAsync("hello"));
        error.Message.Should().Contain("cannot be reached");
        error.IsOutcomeKnown.Should().BeTrue();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private void Use(Settings settings)
    {
        _services?.Dispose();
        _services = new ServiceCollection().AddLogging().AddSingleton(settings).AddSingleton<TimeProvider>(_clock).AddDiscord().BuildServiceProvider();
        _rest = _services.GetRequiredService<DiscordRest>();
    }

    private Task<string> PostAsync(string content) => _rest.PostAsync("5", new DiscordMessage { Content = content }, Cancel);

    private async Task<DiscordException> RefusalAsync(Task request)
    {
        await Turns.AdvanceUntilAsync(_clock, request);
        return (await FluentActions.Awaiting(() => request).Should().ThrowAsync<DiscordException>()).Which;
    }

    private async Task AdvanceUntilAsync(Task done)
    {
        await Turns.AdvanceUntilAsync(_clock, done);
        await done;
    }
}
