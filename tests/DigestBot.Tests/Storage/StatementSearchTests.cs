using System.Text;
using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;
using DigestBot.Tests.Answers;

namespace DigestBot.Tests.Storage;

/// <summary>Searches by words that stand in thousands of statements, where ranking them all would take too long.</summary>
public sealed class StatementSearchTests : IAsyncLifetime
{
    private const int Everywhere = 4_100;

    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;

    public StatementSearchTests() => _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        StringBuilder text = new();
        List<Statement> statements = [];
        for (var at = 0; at < Everywhere; at++)
        {
            var said = text.Length;
            text.Append($"rain and wind and cold came for the {at}th time\n");
            statements.Add(new Statement { SpeakerId = 0, SpeakerSpans = [], CueSpans = [], ContentSpans = [new TextSpan(said, text.Length - 1)], Kind = QuoteKind.Indirect, Act = SpeechAct.Says });
        }
        Reading reading = new() { Speakers = [new Speaker { Id = 0, Name = "Ana Ruiz", Kind = SpeakerKind.Person, Mentions = [], Aliases = ["Ana Ruiz"] }], Statements = statements };
        await _store.AddAsync(new Story { Id = "weather", Title = "Weather", Text = $"{text}" }, reading, Feed.Terminal, Cancel);
        await _store.SayAsync("Otto Brandt", "said", "that the bridge withstood rain", said: new Said { Id = "content" });
        await _store.SayAsync("Otto Brandt", "said", "that rain fell", said: new Said { Id = "headline", Title = "The bridge" });
        await _store.SayAsync("Otto Brandt", "said", "that cold and wind came", said: new Said { Id = "two" });
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_words_are_found_first_where_they_are_said_and_then_where_they_stand_around_it() =>
        (await StoriesAsync(["rain", "bridge"])).Should().Equal("content", "headline");

    [Fact]
    public async Task A_word_that_is_everywhere_is_left_out_where_any_word_will_do() =>
        (await StoriesAsync(["rain", "bridge"], all: false)).Should().BeEquivalentTo("content", "headline");

    [Fact]
    public async Task Of_words_that_are_all_everywhere_two_are_better_than_one() =>
        (await StoriesAsync(["wind", "cold", "rain"], all: false, speaker: "Brandt")).Should().StartWith("two").And.BeEquivalentTo("two", "content", "headline");

    [Fact]
    public async Task Speaker_and_time_narrow_what_is_found_by_words_that_are_everywhere()
    {
        (await StoriesAsync(["rain"], speaker: "Brandt")).Should().BeEquivalentTo("content", "headline");
        (await StoriesAsync(["rain"], speaker: "Brandt", since: new Said().Published!.Value.AddDays(1))).Should().BeEmpty();
    }

    [Fact]
    public async Task Knows_whether_a_word_stands_in_any_story_that_the_workspace_sees()
    {
        await _store.SayAsync("Eva Kern", "said", "that the tunnel leaks", said: new Said { Feed = new Feed("https://news.example/feed", IsShared: false) });
        (await _store.HasWordAsync("discord:1", "bridges", Cancel)).Should().BeTrue();
        (await _store.HasWordAsync("discord:1", "tunnel", Cancel)).Should().BeFalse();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<IEnumerable<string>> StoriesAsync(string[] words, bool all = true, string? speaker = null, DateTimeOffset? since = null)
    {
        long[]? speakers = speaker is null ? null : [(await _store.AliasesAsync("local", SpeakerKeys.Of(speaker), Cancel))[0].SpeakerId];
        StatementFilter filter = new() { Words = words, AllWords = all, Speakers = speakers, Since = since, Limit = 20 };
        return (await _store.FindStatementsAsync("local", filter, Cancel)).Select(s => s.StoryId);
    }
}
