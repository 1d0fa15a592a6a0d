using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Storage;

public sealed class StoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;

    public StoreTests() => _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_end_of_another_archive_in_the_process_leaves_this_ones_connections_open()
    {
        await AddAsync("s1", "Ana Ruiz said it rained.", "Ana Ruiz", "it rained");
        new Store(_folder.File("other.db"), TimeProvider.System).Dispose();
        // The last connection that is closed takes SQLite's log away.
        (File.Exists($"{_store.Path}-wal"), File.Exists(_folder.File("other.db-wal"))).Should().Be((true, false));
    }

    [Fact]
    public async Task Finds_what_was_stored_by_speaker_act_and_word()
    {
        await AddAsync("s1", "Mayor Ana Ruiz demanded a new bridge over the river.", "Ana Ruiz", "a new bridge over the river", SpeechAct.Demands);
        var aliases = await _store.AliasesAsync("local", SpeakerKeys.Of("Ruiz"), Cancel);
        var found = await _store.FindStatementsAsync("local", new StatementFilter
        {
            Speakers = [aliases.Single().SpeakerId],
            Acts = [SpeechAct.Demands],
            Words = ["bridges"],
        }, Cancel);
        found.Should().ContainSingle().Which.Content.Should().Be("a new bridge over the river");
        found[0].Spans.Should().Equal(new TextSpan(24, 51));
        (await _store.FindStatementsAsync("local", new StatementFilter { Words = ["tunnel"] }, Cancel)).Should().BeEmpty();
    }

    [Fact]
    public async Task Stores_the_same_words_once_and_new_words_under_the_same_id_in_their_place()
    {
        (await AddAsync("s1", "Ana Ruiz said it rained.", "Ana Ruiz", "it rained")).Should().Be(AddResult.Stored);
        (await AddAsync("s2", "Ana Ruiz  said it rained.", "Ana Ruiz", "it rained")).Should().Be(AddResult.Known);
        (await AddAsync("s1", "Ana Ruiz said it snowed.", "Ana Ruiz", "it snowed")).Should().Be(AddResult.Updated);
        (await _store.StoriesAsync("local", cancel: Cancel)).Should().ContainSingle();
        (await _store.FindStatementsAsync("local", new StatementFilter { Words = ["rained"] }, Cancel)).Should().BeEmpty();
        (await _store.FindStatementsAsync("local", new StatementFilter { Words = ["snowed"] }, Cancel)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_known_story_that_comes_again_with_its_day_and_outlet_is_completed_by_them_and_by_nothing_else()
    {
        await AddAsync("s1", "Ana Ruiz said it rained.", "Ana Ruiz", "it rained");
        Story again = new() { Id = "s2", Title = "Other", Text = "Ana Ruiz said it rained.", Published = new DateTimeOffset(2012, 12, 29, 0, 0, 0, TimeSpan.Zero), Outlet = "Herald" };
        (await _store.LinkIfKnownAsync(again, Feed.Terminal, Cancel)).Should().BeTrue();
        (await _store.LinkIfKnownAsync(again with { Outlet = "Tribune", Published = again.Published!.Value.AddDays(1) }, Feed.Terminal, Cancel)).Should().BeTrue();
        var story = (await _store.GetStoryAsync("local", "s1", Cancel))!;
        (story.Published, story.Outlet).Should().Be((again.Published, "Herald"));
        StatementFilter day = new() { Words = ["rained"], Since = again.Published, Until = again.Published.Value.AddDays(1) };
        (await _store.FindStatementsAsync("local", day, Cancel)).Should().ContainSingle();
    }

    [Fact]
    public async Task Shows_a_workspace_nothing_that_a_foreign_feed_has_brought()
    {
        await AddAsync("s1", "Ana Ruiz said it rained.", "Ana Ruiz", "it rained", feed: new Feed("https://news.example/feed", IsShared: false));
        (await _store.StoriesAsync("discord:1", cancel: Cancel)).Should().BeEmpty();
        (await _store.GetStoryAsync("discord:1", "s1", Cancel)).Should().BeNull();
        (await _store.FindStatementsAsync("discord:1", new StatementFilter { Words = ["rained"] }, Cancel)).Should().BeEmpty();
        (await _store.AliasesAsync("discord:1", SpeakerKeys.Of("Ruiz"), Cancel)).Should().BeEmpty();
        (await _store.SpeakersAsync("discord:1", cancel: Cancel)).Should().BeEmpty();
        (await _store.ExtentAsync("discord:1", Cancel)).Stories.Should().Be(0);
    }

    [Fact]
    public async Task A_feed_never_puts_its_words_in_the_place_of_another_workspaces_story()
    {
        Feed other = new("https://news.example/feed", IsShared: false);
        await AddAsync("1", "Ana Ruiz said it rained.", "Ana Ruiz", "it rained");
        await _store.SubscribeAsync("discord:1", other, Cancel);
        (await AddAsync("1", "Ana Ruiz said it snowed.", "Ana Ruiz", "it snowed", feed: other)).Should().Be(AddResult.Stored);
        (await _store.GetStoryAsync("local", "1", Cancel))!.Text.Should().Contain("rained");
        (await _store.StoriesAsync("discord:1", cancel: Cancel)).Should().HaveCount(2);
        (await _store.StoriesAsync("local", cancel: Cancel)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_workspace_that_leaves_takes_what_nobody_else_sees_with_it()
    {
        Feed own = new("https://news.example/own", IsShared: false);
        Feed both = new("https://news.example/both", IsShared: false);
        await _store.SubscribeAsync("discord:1", own, Cancel);
        await _store.SubscribeAsync("discord:1", both, Cancel);
        await _store.SubscribeAsync("discord:2", both, Cancel);
        await AddAsync("s1", "Ana Ruiz said it rained.", "Ana Ruiz", "it rained", feed: own);
        await AddAsync("s2", "Ana Ruiz said it snowed.", "Ana Ruiz", "it snowed", feed: both);
        await AddAsync("s3", "Ana Ruiz said it hailed.", "Ana Ruiz", "it hailed");
        await _store.ForgetWorkspaceAsync("discord:1", Cancel);
        (await _store.StoriesAsync("discord:1", cancel: Cancel)).Select(s => s.Id).Should().Equal("s3");
        (await _store.StoriesAsync("discord:2", cancel: Cancel)).Select(s => s.Id).Should().BeEquivalentTo("s2", "s3");
        await _store.SubscribeAsync("discord:1", own, Cancel);
        (await _store.StoriesAsync("discord:1", cancel: Cancel)).Should().ContainSingle("the story itself is gone, not only hidden");
    }

    [Fact]
    public async Task Counts_of_a_speaker_those_stories_and_statements_that_are_still_there()
    {
        Feed own = new("https://news.example/own", IsShared: false);
        await _store.SubscribeAsync("discord:1", own, Cancel);
        await AddAsync("s1", "Ana Ruiz said it rained.", "Ana Ruiz", "it rained", feed: own);
        await AddAsync("s2", "Ana Ruiz said it snowed.", "Ana Ruiz", "it snowed");
        await AddAsync("s3", "Mrs Ruiz said it hailed.", "Ruiz", "it hailed");
        await AddAsync("s2", "Ana Ruiz said it froze.", "Ana Ruiz", "it froze");
        (await CountAsync()).Should().Be((3, 3));
        await _store.ForgetWorkspaceAsync("discord:1", Cancel);
        (await CountAsync()).Should().Be((2, 2));

        async Task<(int Stories, int Statements)> CountAsync()
        {
            var ruiz = (await _store.AliasesAsync("discord:1", SpeakerKeys.Of("Ruiz"), Cancel))[0].SpeakerId;
            var bearer = (await _store.BearersAsync("discord:1", [ruiz], cancel: Cancel)).Single();
            return (bearer.Stories, bearer.Statements);
        }
    }

    [Fact]
    public async Task Joins_a_family_name_to_its_bearer_in_another_story()
    {
        await AddAsync("s1", "Ana Ruiz said it rained.", "Ana Ruiz", "it rained");
        await AddAsync("s2", "Ruiz said it snowed.", "Ruiz", "it snowed");
        await AddAsync("s3", "Otto Ruiz said it froze.", "Otto Ruiz", "it froze");
        var speakers = await _store.SpeakersAsync("local", cancel: Cancel);
        speakers.Select(s => (s.Name, s.Statements)).Should().BeEquivalentTo([("Ana Ruiz", 2), ("Otto Ruiz", 1)]);
    }

    [Fact]
    public async Task Keeps_a_statement_of_two_for_both_and_none_for_a_mere_possessor()
    {
        await AddTwoAsync("s1", "Ana Ruiz and Minister Tom Becker said it rained.");
        await AddTwoAsync("s2", "Ana Ruiz and Tom Becker's lawyer said it snowed.");
        var becker = (await _store.AliasesAsync("local", SpeakerKeys.Of("Becker"), Cancel))[0].SpeakerId;
        var statement = (await _store.FindStatementsAsync("local", new StatementFilter { Speakers = [becker] }, Cancel)).Should().ContainSingle().Subject;
        (statement.Speaker, statement.Content).Should().Be(("Ana Ruiz and Tom Becker", "it rained"));
        (await _store.SpeakersAsync("local", [becker], cancel: Cancel)).Single().Statements.Should().Be(1);
        (await _store.FindStatementsAsync("local", new StatementFilter { Speakers = [becker], Words = ["rained"] }, Cancel)).Should().ContainSingle();
    }

    private Task<AddResult> AddTwoAsync(string id, string text)
    {
        TextSpan Span(string part) => new(text.IndexOf(part, StringComparison.Ordinal), text.IndexOf(part, StringComparison.Ordinal) + part.Length);
        Speaker Person(int number, string name) => new() { Id = number, Name = name, Kind = SpeakerKind.Person, Mentions = [new Mention(Span(name), IsPronoun: false)], Aliases = [name] };
        var said = text.IndexOf(" said ", StringComparison.Ordinal);
        Reading reading = new()
        {
            Speakers = [Person(0, "Ana Ruiz"), Person(1, "Tom Becker")],
            Statements = [new Statement { SpeakerId = 0, SpeakerSpans = [new TextSpan(0, said)], CueSpans = [Span("said")], ContentSpans = [new TextSpan(said + 6, text.Length - 1)], Kind = QuoteKind.Indirect, Act = SpeechAct.Says }],
        };
        return _store.AddAsync(new Story { Id = id, Title = "Title", Text = text }, reading, Feed.Terminal, Cancel);
    }

    [Theory]
    [InlineData("\" OR 1 = 1 --")]
    [InlineData("NEAR(a b)")]
    [InlineData("*")]
    [InlineData("content:")]
    public async Task Takes_query_syntax_for_words(string words) =>
        (await _store.FindStatementsAsync("local", new StatementFilter { Words = [words] }, Cancel)).Should().BeEmpty();

    [Fact]
    public async Task Moves_a_delivery_on_only_from_the_state_it_was_seen_in()
    {
        var delivery = await _store.ComposeDeliveryAsync("slack:C1", new DateOnly(2026, 1, 2), "text", Cancel);
        (await _store.ComposeDeliveryAsync("slack:C1", new DateOnly(2026, 1, 2), "other", Cancel)).Should().Be(delivery);
        (await _store.MoveDeliveryAsync(delivery, DeliveryState.Posting, cancel: Cancel)).Should().BeTrue();
        (await _store.MoveDeliveryAsync(delivery, DeliveryState.Posting, cancel: Cancel)).Should().BeFalse();
        (await _store.FindDeliveryAsync("slack:C1", new DateOnly(2026, 1, 2), Cancel))!.State.Should().Be(DeliveryState.Posting);
    }

    [Fact]
    public void Says_what_to_do_when_the_file_is_no_archive()
    {
        File.WriteAllText(_folder.File("other.db"), new string('x', 10000));
        Func<Store> open = () => new Store(_folder.File("other.db"), TimeProvider.System);
        open.Should().Throw<StoreException>().WithMessage("*--data DIR*");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<AddResult> AddAsync(string id, string text, string speaker, string content, SpeechAct act = SpeechAct.Says, Feed? feed = null)
    {
        TextSpan Span(string part) => new(text.IndexOf(part, StringComparison.Ordinal), text.IndexOf(part, StringComparison.Ordinal) + part.Length);
        Reading reading = new()
        {
            Speakers = [new Speaker { Id = 0, Name = speaker, Kind = SpeakerKind.Person, Mentions = [new Mention(Span(speaker), IsPronoun: false)], Aliases = [speaker] }],
            Statements = [new Statement { SpeakerId = 0, SpeakerSpans = [Span(speaker)], CueSpans = [], ContentSpans = [Span(content)], Kind = QuoteKind.Indirect, Act = act }],
        };
        return _store.AddAsync(new Story { Id = id, Title = "Title", Text = text }, reading, feed ?? Feed.Terminal, Cancel);
    }
}
