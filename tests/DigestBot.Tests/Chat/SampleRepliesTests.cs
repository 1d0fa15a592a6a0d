using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Stories;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

/// <summary>The commands over the sample stories, as a reader types and presses them.</summary>
public sealed class SampleRepliesTests : IClassFixture<SampleRepliesTests.Samples>
{
    private readonly CommandHandler _handler;
    private readonly Command _asker = new() { Workspace = "discord:1", Platform = Platform.Discord, User = "7", Channel = "9", Verb = "" };

    public SampleRepliesTests(Samples samples) => _handler = samples.Handler;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Said_tells_what_somebody_said()
    {
        var reply = await SendAsync("said Khatib");
        Lines(reply).Should().NotBeEmpty().And.OnlyContain(l => l.Contains("hatib"));
    }

    [Fact]
    public async Task Pages_hold_other_lines_each_and_lead_back()
    {
        var first = await SendAsync("said Khatib");
        var second = await PressAsync(first, "More");
        Lines(second).Should().NotBeEmpty().And.NotIntersectWith(Lines(first));
        Lines(await PressAsync(second, "‹ Back")).Should().Equal(Lines(first));
    }

    [Fact]
    public async Task A_timeline_goes_from_the_oldest_day_to_the_newest()
    {
        var reply = await SendAsync("timeline Khatib");
        reply.Found.Should().BeTrue();
        DateTimeOffset?[] times = [.. reply.Sections.SelectMany(s => s.Lines).Select(l => l.Citation.Published)];
        times.Should().BeInAscendingOrder().And.NotContainNulls();
    }

    [Fact]
    public async Task A_comparison_has_a_side_for_each()
    {
        var reply = await SendAsync("compare Lavrov and Khatib about:talks");
        reply.Sections.Should().HaveCount(2);
        reply.Sections[0].Heading.Should().Contain("Lavrov");
        reply.Sections[1].Heading.Should().Contain("Khatib");
    }

    [Theory]
    [InlineData("compare Lavrov")]
    [InlineData("compare and")]
    public async Task A_comparison_with_one_name_says_how_it_is_typed(string typed) =>
        (await SendAsync(typed)).Text.Should().Contain("Lavrov and Khatib");

    [Fact]
    public async Task A_story_is_found_by_its_words_and_told()
    {
        var reply = await SendAsync("story Khatib apology Moscow");
        reply.Found.Should().BeTrue();
        reply.Sections.SelectMany(s => s.Lines).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_story_that_is_not_there_is_said_not_to_be() =>
        (await SendAsync("story zeppelin hangars")).Found.Should().BeFalse();

    [Fact]
    public async Task Sources_show_the_paragraphs_word_for_word()
    {
        var reply = await SendAsync("ask what did Khatib demand?");
        var sources = await PressAsync(reply, "Sources");
        sources.IsPrivate.Should().BeTrue();
        sources.Sections.SelectMany(s => s.Items).Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_timeline_of_a_speaker_is_one_press_away_however_stories_spell_the_name()
    {
        var reply = await PressAsync(await SendAsync("ask what did Khatib say?"), "Timeline");
        reply.Found.Should().BeTrue();
        reply.Sections[0].Heading.Should().Contain("2012");
    }

    [Fact]
    public async Task Old_buttons_say_that_their_lines_are_gone() =>
        (await SendAsync("sources 999999999")).Text.Should().Be(SourcesReply.Gone);

    [Fact]
    public async Task A_question_may_lean_on_the_one_before()
    {
        await SendAsync("ask what did Khatib reject?");
        var reply = await SendAsync("ask and Lavrov?");
        Lines(reply).Should().NotBeEmpty().And.OnlyContain(l => l.Contains("Lavrov"));
    }

    [Fact]
    public async Task A_message_is_read_and_not_stored()
    {
        var reply = await _handler.HandleAsync(_asker with { Verb = Verbs.Here, Text = "Minister Ana Ruiz said on Monday: “The bridge will close.”" }, Cancel);
        Lines(reply).Should().ContainSingle().Which.Should().Contain("Ruiz").And.Contain("The bridge will close");
        (await SendAsync("ask what did Ruiz say?")).Found.Should().BeFalse();
    }

    [Fact]
    public async Task A_message_with_many_statements_is_read_page_by_page()
    {
        var message = string.Join(' ', Enumerable.Range(1, 12).Select(i => $"Minister Ana Ruiz said: “Bridge number {i} will close.”"));
        var page = await _handler.HandleAsync(_asker with { Verb = Verbs.Here, Text = message }, Cancel);
        List<string> all = [.. Lines(page)];
        while (page.Buttons.Any(b => b.Label.StartsWith("More", StringComparison.Ordinal)))
        {
            page.Buttons.Should().OnlyContain(b => !b.Typed.Contains("Ruiz") && DigestBot.Chat.Discord.ButtonId.Pack(b.Action) != null);
            page = await PressAsync(page, "More");
            page.IsPrivate.Should().BeTrue();
            Lines(page).Length.Should().BeLessThanOrEqualTo(Pager.Lines);
            all.AddRange(Lines(page));
        }
        all.Should().HaveCount(12).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("discord:1", "8")]
    [InlineData("discord:2", "7")]
    public async Task Pages_of_a_message_are_its_readers_alone_and_forgotten_with_them(string workspace, string user)
    {
        var message = string.Join(' ', Enumerable.Range(1, 7).Select(i => $"Minister Ana Ruiz said: “Road number {i} will close.”"));
        var page = await _handler.HandleAsync(_asker with { Verb = Verbs.Here, Text = message }, Cancel);
        var more = page.Buttons.Single().Typed;
        (await _handler.HandleAsync(more, _asker with { Workspace = workspace, User = user, IsPressed = true }, Cancel)).Text.Should().Contain("do not remember");
        (await _handler.HandleAsync(more, _asker with { IsPressed = true }, Cancel)).Found.Should().BeTrue();
        (await SendAsync("forget-me")).Text.Should().Contain("forgotten");
        (await _handler.HandleAsync(more, _asker with { IsPressed = true }, Cancel)).Text.Should().Contain("do not remember");
    }

    [Fact]
    public async Task A_linked_story_is_told_page_by_page_with_its_buttons()
    {
        var first = await _handler.HandleAsync(_asker with { Verb = Verbs.Here, Text = "Look: https://levant-monitor.example/2012/12/khatib-apology!" }, Cancel);
        first.Should().Match<Reply>(r => r.IsPrivate && r.Found);
        first.Buttons.Select(b => b.Label).Should().Contain(["Sources", "Share", "Wrong speaker"]);
        first.Sections.Sum(s => s.Lines.Count).Should().BeLessThanOrEqualTo(Pager.Lines);
        Lines(await PressAsync(first, "More")).Should().NotBeEmpty().And.NotIntersectWith(Lines(first));
    }

    [Theory]
    [InlineData("https://nowhere.example/story", "not in the archive")]
    [InlineData("good morning", "Nobody says anything")]
    public async Task A_message_without_a_statement_is_said_to_have_none(string message, string told) =>
        (await _handler.HandleAsync(_asker with { Verb = Verbs.Here, Text = message }, Cancel)).Text.Should().Contain(told);

    [Fact]
    public async Task Names_are_proposed_while_one_types_by_any_spelling()
    {
        (await _handler.ChoicesAsync(_asker with { Verb = "said" }, "speaker", "khat", Cancel)).Should().Contain(n => n.Contains("Khatib"));
        (await _handler.ChoicesAsync(_asker with { Verb = "ask" }, "question", "khat", Cancel)).Should().BeEmpty();
        (await _handler.ChoicesAsync(_asker with { Verb = "none" }, "speaker", "khat", Cancel)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("ask", "outlet", "mon", "Levant Monitor")]
    [InlineData("timeline", "outlet", "", "Levant Monitor")]
    [InlineData("digest", "zone", "berl", "Europe/Berlin")]
    [InlineData("digest", "zone", "europe/ber", "Europe/Berlin")]
    [InlineData("digest", "zone", "new y", "America/New_York")]
    [InlineData("digest", "zone", "germ", "Europe/Berlin")]
    [InlineData("digest", "zone", "", "UTC")]
    public async Task Outlets_and_time_zones_are_proposed(string verb, string option, string typed, string proposed) =>
        (await _handler.ChoicesAsync(_asker with { Verb = verb }, option, typed, Cancel)).Should().Contain(proposed).And.HaveCountLessThanOrEqualTo(Picker.Most).And.OnlyHaveUniqueItems();

    [Fact]
    public async Task The_digests_own_zone_is_proposed_first() =>
        (await new Choices(null!, TimeProvider.System, "Asia/Tokyo").FindAsync("w", Pick.Zone, "", Cancel))[0].Should().Be("Asia/Tokyo");

    [Fact]
    public async Task Only_who_manages_the_server_shows_the_digest_to_everybody()
    {
        var refused = await SendAsync("digest now");
        refused.Text.Should().Be("Only those who manage this server may show the digest to everybody.");
        refused.IsPrivate.Should().BeTrue();
        (await SendAsync("digest private:no")).Found.Should().BeFalse();
        (await SendAsync("digest")).Should().Match<Reply>(r => r.Found && r.IsPrivate);
        (await SendAsync("digest preview private:no")).Should().Match<Reply>(r => r.Found && r.IsPrivate);
        var manager = _asker with { MayManage = _ => Task.FromResult(true) };
        (await _handler.HandleAsync("digest now", manager, Cancel)).Should().Match<Reply>(r => r.Found && !r.IsPrivate);
        (await _handler.HandleAsync("digest now", _asker with { Platform = Platform.Local }, Cancel)).Found.Should().BeTrue();
    }

    [Fact]
    public async Task Whether_somebody_manages_is_asked_for_what_needs_it_alone()
    {
        var asked = 0;
        var counted = _asker with { MayManage = _ => Task.FromResult(++asked < 0) };
        foreach (var typed in new[] { "ask what did Khatib demand?", "digest", "digest preview", "people", "help", "forget-me" })
        {
            await _handler.HandleAsync(typed, counted, Cancel);
        }

        asked.Should().Be(0);
        await _handler.HandleAsync("digest now", counted, Cancel);
        asked.Should().Be(1);
    }

    private Task<Reply> SendAsync(string typed) => _handler.HandleAsync(typed, _asker, Cancel);

    private Task<Reply> PressAsync(Reply reply, string label) =>
        _handler.HandleAsync(reply.Buttons.Single(b => b.Label.StartsWith(label, StringComparison.Ordinal)).Typed, _asker with { IsPressed = true }, Cancel);

    private static string[] Lines(Reply reply) => [.. reply.Sections.SelectMany(s => s.Lines).Select(l => $"{l.Speaker} {l.Act} {l.Content}")];

    /// <summary>An archive of the sample stories, read once for all.</summary>
    public sealed class Samples : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private Store _store = null!;

        internal CommandHandler Handler { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);
            Ingester ingester = new(_store, StatementExtractor.Default);
            await ingester.IngestAsync(StoryFiles.Find(Path.Combine(Repository.Root, "config", "stories")).SelectMany(f => StoryFiles.ReadAll(f)), Feed.Folder);
            FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
            Handler = new CommandHandler(Archive.Of(_store, new DigestClock(new DigestSettings(), clock), clock), Verbs.All);
        }

        public ValueTask DisposeAsync()
        {
            _store.Dispose();
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
