using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Stories;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 10, 20, 0, 0, TimeSpan.Zero));
    private readonly Store _store;
    private readonly CommandHandler _handler;

    public ArchiveTests()
    {
        _store = new Store(_folder.File("digestbot.db"), _clock);
        _handler = new CommandHandler(Archive.Of(_store, new DigestBot.Digests.DigestClock(new DigestSettings { Zone = "Asia/Tokyo" }, _clock), _clock), Verbs.All);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_digest_is_the_last_days_and_of_everything_where_that_brought_nothing()
    {
        await AddAsync("old", new DateTimeOffset(2012, 12, 29, 0, 0, 0, TimeSpan.Zero));
        (await TitlesAsync("/digest")).Should().Equal("old");
        await AddAsync("new", _clock.GetUtcNow().AddHours(-2));
        (await TitlesAsync("/digest")).Should().Equal("new");
    }

    [Fact]
    public async Task A_day_is_a_day_of_the_digests_zone()
    {
        await AddAsync("before", new DateTimeOffset(2026, 3, 9, 14, 59, 0, TimeSpan.Zero));
        await AddAsync("within", new DateTimeOffset(2026, 3, 9, 15, 1, 0, TimeSpan.Zero));
        (await TitlesAsync("/digest since:2026-03-10 until:2026-03-11")).Should().Equal("within");
        (await AskAsync("/digest since:2026-03-10 until:2026-03-11")).Text.Should().Contain("10 March 2026");
        // 20:00 in Greenwich is the next day in Tokyo.
        (await AskAsync("/digest")).Text.Should().Contain("11 March 2026");
    }

    [Theory]
    [InlineData("/digest since:gibberish")]
    [InlineData("/ask what did Ruiz say? since:gibberish")]
    public async Task Says_how_a_time_is_written(string typed)
    {
        var reply = await AskAsync(typed);
        reply.Text.Should().Contain("“gibberish”").And.Contain("2012-12-29");
        reply.Found.Should().BeFalse();
    }

    [Fact]
    public async Task A_named_zone_says_whose_day_is_digested()
    {
        // Now it is 13:00 of the 10th in Los Angeles, 5:00 of the 11th in Tokyo.
        await AddAsync("yesterday there", new DateTimeOffset(2026, 3, 10, 6, 0, 0, TimeSpan.Zero));
        await AddAsync("today there", new DateTimeOffset(2026, 3, 10, 8, 0, 0, TimeSpan.Zero));
        (await TitlesAsync("/digest zone:america/los_angeles")).Should().Equal("today there");
        (await AskAsync("/digest zone:America/Los_Angeles")).Text.Should().Contain("10 March 2026");
        (await TitlesAsync("/digest preview zone:America/Los_Angeles since:2026-03-09 until:2026-03-10")).Should().Equal("yesterday there");
        (await AskAsync("/digest")).Text.Should().Contain("11 March 2026");
        // In Tokyo the day is five hours old, and nothing was told in them: then it is the last 24 hours, not the years before.
        await AddAsync("old", new DateTimeOffset(2012, 12, 29, 0, 0, 0, TimeSpan.Zero));
        (await TitlesAsync("/digest zone:Asia/Tokyo")).Should().ContainSingle().Which.Should().EndWith("there");
    }

    [Theory]
    [InlineData("Berlin", "is it Europe/Berlin?")]
    [InlineData("Mars/Phobos", "such as Europe/Berlin")]
    public async Task Says_how_a_zone_is_written(string typed, string told)
    {
        var reply = await AskAsync($"/digest zone:{typed}");
        reply.Text.Should().Contain($"“{typed}”").And.Contain(told);
        reply.Found.Should().BeFalse();
    }

    [Theory]
    [InlineData("/ask what did Ruiz demand? outlet:\"the harbour gazette\"")]
    [InlineData("/said Ruiz outlet:\"harbour gazette\"")]
    [InlineData("/timeline Ruiz outlet:\"Harbour Gazette\"")]
    public async Task An_outlet_narrows_to_its_stories_whatever_the_case(string typed)
    {
        await AddAsync("one", _clock.GetUtcNow().AddDays(-1), "The Harbour Gazette");
        await AddAsync("two", _clock.GetUtcNow().AddDays(-2), "Meridian Wire");
        var reply = await AskAsync(typed);
        reply.Found.Should().BeTrue();
        reply.Sections.SelectMany(s => s.Lines).Select(l => l.Citation.Outlet).Should().Equal("The Harbour Gazette");
    }

    [Fact]
    public async Task An_outlet_that_is_not_there_is_said_not_to_be_with_those_that_are()
    {
        (await AskAsync("/said Ruiz outlet:Nowhere")).Text.Should().Be("The archive has no outlet “Nowhere”.");
        await AddAsync("one", _clock.GetUtcNow(), "Meridian Wire");
        var reply = await AskAsync("/said Ruiz outlet:Nowhere");
        reply.Text.Should().Be("The archive has no outlet “Nowhere”; it has Meridian Wire.");
        reply.IsPrivate.Should().BeTrue();
    }

    private Task<Reply> AskAsync(string typed) =>
        _handler.HandleAsync(typed, new Command { Workspace = Command.LocalWorkspace, Verb = "" }, TestContext.Current.CancellationToken);

    private async Task<IEnumerable<string?>> TitlesAsync(string typed) => (await AskAsync(typed)).Sections.Select(s => s.Heading);

    private Task<AddResult> AddAsync(string id, DateTimeOffset published, string? outlet = null)
    {
        var text = $"Ana Ruiz demanded a new bridge over the river {id}.";
        Reading reading = new()
        {
            Speakers = [new Speaker { Id = 0, Name = "Ana Ruiz", Kind = SpeakerKind.Person, Mentions = [], Aliases = ["Ana Ruiz"] }],
            Statements = [new Statement { SpeakerId = 0, SpeakerSpans = [new(0, 8)], CueSpans = [new(9, 17)], ContentSpans = [new(18, text.Length - 1)], Kind = QuoteKind.Indirect, Act = SpeechAct.Demands }],
        };
        return _store.AddAsync(new Story { Id = id, Title = id, Text = text, Published = published, Outlet = outlet }, reading, Feed.Terminal, TestContext.Current.CancellationToken);
    }
}
