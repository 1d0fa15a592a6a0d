using DigestBot.Chat;
using DigestBot.Chat.Slack;
using DigestBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackApiTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly RecordedLog _log = new();
    private FakeSlack _slack = null!;
    private ServiceProvider _services = null!;

    private SlackApi Api => _services.GetRequiredService<SlackApi>();

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(_clock);
        _services = new ServiceCollection().AddSingleton(new Settings { Slack = _slack.Settings }).AddSingleton<TimeProvider>(_clock)
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(_log)).AddSlack().AddSingleton<SlackDigestChannel>().BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _slack.DisposeAsync();
        _log.All.Should().NotContain("secret");
    }

    [Fact]
    public async Task Messages_to_one_channel_go_out_a_second_apart_in_their_order_and_others_do_not_wait()
    {
        Task[] posts = [PostAsync("C1", "one"), PostAsync("C1", "two"), PostAsync("C1", "three"), PostAsync("C2", "other")];
        await posts[3];
        await Turns.AdvanceUntilAsync(_clock, Task.WhenAll(posts));
        await Task.WhenAll(posts);
        _slack.Messages.Where(m => m["channel"]!.GetValue<string>() == "C1").Select(m => m["text"]!.GetValue<string>()).Should().Equal("one", "two", "three");
        _slack.Requests.Should().HaveCount(4, "none was refused for coming too fast");
    }

    [Fact]
    public async Task A_channel_for_which_a_minute_of_messages_waits_takes_no_more()
    {
        using CancellationTokenSource stop = new();
        // Sixty may wait; one more goes out if the first is through before the last comes, and none after it, for the clock stands.
        Task[] posts = [.. Enumerable.Range(0, 62).Select(i => Api.PostAsync(FakeSlack.BotToken, Message("C1", $"{i}"), stop.Token))];
        posts[..60].Should().NotContain(p => p.IsFaulted);
        await posts[^1].Invoking(p => p).Should().ThrowAsync<SlackException>().WithMessage("too many messages wait*");
        await stop.CancelAsync();
        await Task.WhenAll(posts).Invoking(p => p).Should().ThrowAsync<Exception>();
    }

    [Fact]
    public async Task Waits_as_long_as_a_429_asks_for()
    {
        _slack.Answer("chat.postMessage", 429, """{"ok":false,"error":"ratelimited"}""", ("Retry-After", "7"));
        var start = _clock.GetUtcNow();
        var post = PostAsync("C1", "late");
        await Turns.AdvanceUntilAsync(_clock, post);
        (await post).Should().Be("1800000000.000001");
        (_clock.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Gives_up_where_a_429_asks_for_more_than_a_minute()
    {
        _slack.Answer("chat.postMessage", 429, "{}", ("Retry-After", "61"));
        (await RefusalAsync()).Should().BeEquivalentTo(new { Name = "ratelimited", IsOutcomeKnown = true });
    }

    [Theory]
    [InlineData("not_in_channel", "*invite it there*", true)]
    [InlineData("channel_not_found", "*DIGESTBOT_SLACK__DIGESTCHANNEL*", true)]
    [InlineData("is_archived", "*archived*", true)]
    [InlineData("invalid_auth", "*DIGESTBOT_SLACK__BOTTOKEN*", true)]
    [InlineData("token_revoked", "*DIGESTBOT_SLACK__BOTTOKEN*", true)]
    [InlineData("missing_scope", "*chat:write*install the app again", true)]
    [InlineData("some_new_error", "*(some_new_error)*", true)]
    [InlineData("internal_error", "*(internal_error)*", false)]
    [InlineData("fatal_error", "*(fatal_error)*", false)]
    public async Task An_error_that_comes_as_200_is_told_in_words_and_whether_it_may_have_taken_effect(string error, string words, bool isOutcomeKnown)
    {
        _slack.Refuse("chat.postMessage", error);
        var refusal = await RefusalAsync();
        refusal.Message.Should().Match(words).And.NotContain("secret");
        refusal.Should().BeEquivalentTo(new { Name = error, IsOutcomeKnown = isOutcomeKnown });
    }

    [Theory]
    [InlineData(500, "{}", false)]
    [InlineData(404, "", true)]
    [InlineData(200, "<html>", false)]
    [InlineData(200, "", false)]
    [InlineData(200, "[]", false)]
    [InlineData(200, "{}", false)]
    public async Task An_answer_that_is_none_is_an_error(int status, string body, bool isOutcomeKnown)
    {
        _slack.Answer("chat.postMessage", status, body);
        (await RefusalAsync()).Should().BeEquivalentTo(new { Name = (string?)null, IsOutcomeKnown = isOutcomeKnown });
    }

    [Fact]
    public async Task A_lost_request_is_not_sent_again()
    {
        _slack.LoseRequest("chat.postMessage");
        (await RefusalAsync()).IsOutcomeKnown.Should().BeFalse();
        _slack.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Slack_that_cannot_be_reached_has_got_nothing()
    {
        await _slack.DisposeAsync();
        var refusal = await RefusalAsync();
        refusal.IsOutcomeKnown.Should().BeTrue();
        refusal.Message.Should().Be("Slack cannot be reached");
    }

    [Fact]
    public async Task Tells_whose_a_token_is_and_what_it_may_do()
    {
        var identity = await Api.WhoAmIAsync(FakeSlack.BotToken, TestContext.Current.CancellationToken);
        identity.Should().BeEquivalentTo(new { Team = "Newsroom", TeamId = "T1", User = "digestbot", UserId = "U0BOT", Scopes = new[] { "commands", "chat:write" } });
    }

    [Fact]
    public async Task A_response_address_takes_five_answers()
    {
        for (var i = 0; i < FakeSlack.ResponseUses; i++)
        {
            await Api.RespondAsync(_slack.ResponseUrl(), Message(null, "An answer"), TestContext.Current.CancellationToken);
        }

        await FluentActions.Awaiting(() => Api.RespondAsync(_slack.ResponseUrl(), Message(null, "An answer"), TestContext.Current.CancellationToken)).Should().ThrowAsync<SlackException>();
        _slack.Responses.Should().HaveCount(5);
        _slack.Requests.Should().OnlyContain(r => !r.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_digest_whose_answer_was_lost_is_found_in_its_channel_and_not_posted_twice()
    {
        _slack.LoseAnswer("chat.postMessage");
        var post = PostDigestAsync();
        await Turns.AdvanceUntilAsync(_clock, post);
        (await post).Should().Be("1800000000.000001");
        _slack.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task A_digest_that_never_arrived_may_be_posted_again()
    {
        _slack.LoseRequest("chat.postMessage");
        var post = PostDigestAsync();
        await Turns.AdvanceUntilAsync(_clock, post);
        (await post.Invoking(p => p).Should().ThrowAsync<PostException>()).Which.IsOutcomeKnown.Should().BeTrue();
    }

    [Fact]
    public async Task A_lost_digest_in_a_channel_that_cannot_be_read_stays_unknown()
    {
        _slack.LoseAnswer("chat.postMessage");
        _slack.Answer("conversations.history", 200, """{"ok":false,"error":"missing_scope","needed":"channels:history"}""");
        var post = PostDigestAsync();
        await Turns.AdvanceUntilAsync(_clock, post);
        var refusal = (await post.Invoking(p => p).Should().ThrowAsync<PostException>()).Which;
        refusal.IsOutcomeKnown.Should().BeFalse();
        refusal.Message.Should().Contain("channels:history");
    }

    [Fact]
    public async Task A_digest_is_found_by_its_day_after_a_restart()
    {
        (await Channel.FindAsync(Digest("2026-11-24"), TestContext.Current.CancellationToken)).Should().BeNull();
        var id = await PostDigestAsync();
        (await Channel.FindAsync(Digest("2026-11-24"), TestContext.Current.CancellationToken)).Should().Be(id);
        (await Channel.FindAsync(Digest("2026-11-25"), TestContext.Current.CancellationToken)).Should().BeNull();
    }

    private SlackDigestChannel Channel => _services.GetRequiredService<SlackDigestChannel>();

    private Task<string> PostDigestAsync() => Channel.PostAsync(Digest("2026-11-24"), TestContext.Current.CancellationToken);

    private Delivery Digest(string day) => new(1, Channel.Name!, day, DeliveryState.Posting, Channel.Compose(new Reply { Text = "Tuesday: who said what." }), null);

    private async Task<SlackException> RefusalAsync() => (await FluentActions.Awaiting(() => PostAsync("C1", "hello")).Should().ThrowAsync<SlackException>()).Which;

    private Task<string> PostAsync(string channel, string text) => Api.PostAsync(FakeSlack.BotToken, Message(channel, text), TestContext.Current.CancellationToken);

    private static SlackMessage Message(string? channel, string text) => new() { Channel = channel, Text = text };
}
