using DigestBot.Attribution;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Tests.Answers;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Digests;

public sealed class DigestComposerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly DigestComposer _composer;

    public DigestComposerTests()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
        _store = new Store(_folder.File("digestbot.db"), clock);
        _composer = new DigestComposer(_store, clock);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Groups_what_several_outlets_tell_of_one_happening_and_puts_the_most_told_first()
    {
        using AnsweredArchive archive = new();
        var digest = await new DigestComposer(archive.Store, archive.Clock).ComposeAsync("local", cancel: Cancel);
        digest.Stories.Should().HaveCountLessThanOrEqualTo(5);
        digest.Stories.Should().BeInDescendingOrder(s => s.Outlets.Count);
        digest.Stories.Should().Contain(s => s.Outlets.Count == 3 && s.Outlets.Contains("Levant Monitor") && s.Outlets.Contains("Baltic Courier"));
        digest.StoriesRead.Should().Be(13);
    }

    [Fact]
    public async Task Tells_at_most_three_lines_a_story_and_no_content_twice()
    {
        using AnsweredArchive archive = new();
        var digest = await new DigestComposer(archive.Store, archive.Clock).ComposeAsync("local", cancel: Cancel);
        digest.Stories.Should().OnlyContain(s => s.Lines.Count >= 1 && s.Lines.Count <= 3);
        digest.Stories.SelectMany(s => s.Lines).Select(l => l.Content).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Tells_the_same_content_of_two_outlets_once_with_both()
    {
        await _store.SayAsync("Ana Ruiz", "demanded", "a new bridge over the river", SpeechAct.Demands, new Said { Outlet = "River Post", Title = "Mayor Ruiz demands new bridge over river" });
        await _store.SayAsync("Ana Ruiz", "demands", "a new bridge over the river soon", SpeechAct.Demands, new Said { Outlet = "Coast Daily", Title = "Ruiz: new bridge over river" });
        var digest = await _composer.ComposeAsync("local", cancel: Cancel);
        var story = digest.Stories.Should().ContainSingle().Subject;
        story.Outlets.Should().BeEquivalentTo("River Post", "Coast Daily");
        story.Lines.Should().ContainSingle().Which.AlsoIn.Should().ContainSingle();
    }

    [Fact]
    public async Task Puts_demands_together()
    {
        using AnsweredArchive archive = new();
        var digest = await new DigestComposer(archive.Store, archive.Clock).ComposeAsync("local", cancel: Cancel);
        foreach (var story in digest.Stories)
        {
            story.Lines.Select(l => l.Act == SpeechAct.Demands ? 0 : 1).Should().BeInAscendingOrder();
        }

        digest.Stories.SelectMany(s => s.Lines).Should().Contain(l => l.Act == SpeechAct.Demands);
    }

    [Fact]
    public async Task Goes_by_publication_and_by_arrival_where_that_is_unknown()
    {
        DateTimeOffset yesterday = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);
        await _store.SayAsync("Ana Ruiz", "said", "the bridge is old", said: new Said { Published = yesterday.AddYears(-1) });
        await _store.SayAsync("Tom Becker", "said", "winter will be long", said: new Said { Published = null });
        var digest = await _composer.ComposeAsync("local", yesterday, cancel: Cancel);
        digest.Stories.Should().ContainSingle().Which.Lines.Should().ContainSingle().Which.Speaker.Should().Be("Tom Becker");
        (digest.Day, digest.StoriesRead).Should().Be((new DateOnly(2026, 3, 10), 1));
    }

    [Fact]
    public async Task Is_empty_where_there_is_nothing()
    {
        var digest = await _composer.ComposeAsync("local", cancel: Cancel);
        (digest.Stories.Count, digest.StoriesRead).Should().Be((0, 0));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
