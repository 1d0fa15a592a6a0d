using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Stories;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

public sealed class DigestPosterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
    private readonly RecordedChannel _channel = new();
    private Store _store;

    public DigestPosterTests() => _store = new Store(_folder.File("digestbot.db"), _clock);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Posts_once_a_day_when_the_time_has_come_also_over_restarts()
    {
        await AddAsync("Minister Ana Ruiz said the bridge would open on Friday.");
        await DailyAsync();
        _channel.Posts.Should().BeEmpty("07:30 has not come");
        _clock.Advance(TimeSpan.FromHours(2));
        await DailyAsync();
        Restart();
        await DailyAsync();
        _channel.Posts.Should().ContainSingle().Which.Should().Contain("bridge");
    }

    [Fact]
    public async Task The_next_day_tells_only_what_is_new()
    {
        await AddAsync("Minister Ana Ruiz said the bridge would open on Friday.");
        _clock.Advance(TimeSpan.FromHours(2));
        await DailyAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        await DailyAsync();
        _channel.Posts.Should().HaveCount(1, "nobody said anything new");
        await AddAsync("Mayor Otto Brandt warned that the ferry would stop in May.");
        _clock.Advance(TimeSpan.FromDays(1));
        await DailyAsync();
        _channel.Posts.Should().HaveCount(2);
        _channel.Posts[1].Should().Contain("ferry").And.NotContain("bridge");
    }

    [Fact]
    public async Task Does_not_repeat_a_post_whose_outcome_is_unknown()
    {
        await AddAsync("Minister Ana Ruiz said the bridge would open on Friday.");
        _channel.Failure = new PostException("the connection broke", isOutcomeKnown: false, new HttpRequestException());
        (await PostTodayAsync()).Should().Be(PostResult.Unknown);
        _channel.Failure = null;
        (await PostTodayAsync()).Should().Be(PostResult.Unknown);
        _channel.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_bot_that_was_down_when_the_digest_was_due_posts_it_once_when_it_comes_up_the_same_day()
    {
        await AddAsync("Minister Ana Ruiz said the bridge would open on Friday.");
        _clock.Advance(TimeSpan.FromHours(17.9));
        for (var i = 0; i < 3; i++)
        {
            Restart();
            await DailyAsync();
        }
        _channel.Posts.Should().ContainSingle().Which.Should().Contain("bridge");
    }

    [Fact]
    public async Task A_day_on_which_the_bot_was_down_is_not_made_up_for_and_what_it_brought_is_in_the_next_digest()
    {
        await AddAsync("Minister Ana Ruiz said the bridge would open on Friday.");
        _clock.Advance(TimeSpan.FromHours(18.5));
        Restart();
        await DailyAsync();
        _channel.Posts.Should().BeEmpty("a new day has begun, and its time has not come");
        _clock.Advance(TimeSpan.FromHours(8));
        await DailyAsync();
        _channel.Posts.Should().ContainSingle().Which.Should().Contain("bridge");
    }

    [Fact]
    public async Task What_a_channel_refused_all_day_is_in_the_next_days_digest()
    {
        await AddAsync("Minister Ana Ruiz said the bridge would open on Friday.");
        _channel.Failure = new PostException("the bot may not write there", isOutcomeKnown: true, new HttpRequestException());
        (await PostTodayAsync()).Should().Be(PostResult.Refused);
        _channel.Failure = null;
        _clock.Advance(TimeSpan.FromDays(1));
        await AddAsync("Mayor Otto Brandt warned that the ferry would stop in May.");
        (await PostTodayAsync()).Should().Be(PostResult.Posted);
        _channel.Posts.Should().ContainSingle().Which.Should().Contain("bridge").And.Contain("ferry");
    }

    [Theory]
    [InlineData("7", nameof(PostResult.Posted), 0)]
    [InlineData(null, nameof(PostResult.Posted), 1)]
    [InlineData("?", nameof(PostResult.Unknown), 0)]
    public async Task A_post_that_a_kill_has_interrupted_is_looked_for_in_the_channel_and_posted_where_it_is_not(string? found, string result, int posts)
    {
        var delivery = await _store.ComposeDeliveryAsync(_channel.Name, new DateOnly(2026, 3, 2), "text", Cancel);
        await _store.MoveDeliveryAsync(delivery, DeliveryState.Posting, cancel: Cancel);
        Restart();
        _channel.Found = found;
        (await PostTodayAsync()).Should().Be(PostResult.BeingPosted, "another process may be at it");
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await PostTodayAsync()).ToString().Should().Be(result);
        (await PostTodayAsync()).Should().Be(found == "?" ? PostResult.Unknown : PostResult.AlreadyPosted);
        _channel.Posts.Should().HaveCount(posts);
    }

    [Fact]
    public async Task Posts_what_a_kill_left_composed()
    {
        await _store.ComposeDeliveryAsync(_channel.Name, new DateOnly(2026, 3, 2), "text", Cancel);
        Restart();
        (await PostTodayAsync()).Should().Be(PostResult.Posted);
        _channel.Posts.Should().Equal("text");
    }

    [Fact]
    public async Task Tries_a_refused_post_again()
    {
        await AddAsync("Minister Ana Ruiz said the bridge would open on Friday.");
        _channel.Failure = new PostException("the bot may not write there", isOutcomeKnown: true, new HttpRequestException());
        (await PostTodayAsync()).Should().Be(PostResult.Refused);
        _channel.Failure = null;
        (await PostTodayAsync()).Should().Be(PostResult.Posted);
    }

    [Theory]
    // Clocks go forward at 02:00 on 29 March 2026 in Berlin: 02:30 does not exist, and the digest goes out when 03:00 has come.
    [InlineData("2026-03-29T00:59:00Z", "02:30", false)]
    [InlineData("2026-03-29T01:00:00Z", "02:30", true)]
    // Clocks go back at 03:00 on 25 October 2026: the first 02:30 counts.
    [InlineData("2026-10-25T00:29:00Z", "02:30", false)]
    [InlineData("2026-10-25T00:30:00Z", "02:30", true)]
    [InlineData("2026-01-05T06:29:00Z", "07:30", false)]
    [InlineData("2026-01-05T06:30:00Z", "07:30", true)]
    public void Is_due_at_the_local_time_also_when_clocks_change(string utc, string at, bool isDue) =>
        new DigestClock(new DigestSettings { At = at, Zone = "Europe/Berlin" }, new FakeTimeProvider(DateTimeOffset.Parse(utc))).IsDue.Should().Be(isDue);

    [Theory]
    [InlineData("Europe/Berlim", "07:30", "*IANA name*")]
    [InlineData("UTC", "half past seven", "*like 07:30*")]
    public void Says_how_a_zone_and_a_time_are_written(string zone, string at, string message)
    {
        Func<DigestClock> make = () => new DigestClock(new DigestSettings { At = at, Zone = zone }, _clock);
        make.Should().Throw<FormatException>().WithMessage(message);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private void Restart()
    {
        _store.Dispose();
        _store = new Store(_folder.File("digestbot.db"), _clock);
    }

    private DigestPoster Poster() => new(_store, new DigestEdition(new DigestComposer(_store, _clock), new DigestClock(new DigestSettings(), _clock)), new DigestClock(new DigestSettings(), _clock), [_channel], NullLogger<DigestPoster>.Instance);

    private async Task<PostResult> PostTodayAsync()
    {
        using var poster = Poster();
        return await poster.PostTodayAsync(_channel, Cancel);
    }

    private async Task DailyAsync()
    {
        using var poster = Poster();
        using StoryFolder stories = new(new Settings { Stories = _folder.Path }, new Ingester(_store, StatementExtractor.Default), _clock, NullLogger<StoryFolder>.Instance);
        using DailyDigest daily = new(poster, stories, new DigestClock(new DigestSettings(), _clock), _clock, NullLogger<DailyDigest>.Instance);
        await daily.PostDueAsync(Cancel);
        await daily.PostDueAsync(Cancel);
    }

    private Task<AddResult> AddAsync(string text)
    {
        var whole = $"{text.Split(' ')[1]} speaks\n\n{text}";
        return _store.AddAsync(new Story { Id = StoryId.FromText(whole), Title = whole.Split('\n')[0], Text = whole }, StatementExtractor.Default.Read(whole), Feed.Terminal, Cancel);
    }

    private sealed class RecordedChannel : IDigestChannel
    {
        public List<string> Posts { get; } = [];

        public PostException? Failure { get; set; }

        /// <summary>The id under which a digest stands there; "?" where nobody can see.</summary>
        public string? Found { get; set; }

        public string Name => "test:1";

        public Task<string?> FindAsync(Delivery delivery, CancellationToken cancel) =>
            Found == "?" ? throw new PostException("the bot may not read there", isOutcomeKnown: false, new HttpRequestException()) : Task.FromResult(Found);

        public string Compose(Reply digest) => string.Join('\n', digest.Sections.SelectMany(s => s.Lines).Select(l => l.Content));

        public Task<string> PostAsync(Delivery delivery, CancellationToken cancel)
        {
            if (Failure is { } failure)
            {
                throw failure;
            }

            Posts.Add(delivery.Message);
            return Task.FromResult("1");
        }
    }
}
