using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Storage;

/// <summary>From a reader's "wrong speaker" to an answer that names the right one.</summary>
public sealed class CorrectionTests : IDisposable
{
    private const string Text = "Bridge to close\n\nMayor Ana Ruiz met the engineer Carlo Bianchi on Monday. Ruiz said the bridge would close.";
    private static readonly Story _told = new() { Id = "s1", Title = "Bridge", Text = Text };
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly CommandHandler _handler;

    public CorrectionTests()
    {
        _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);
        _handler = new CommandHandler(Archive.Of(_store, new DigestClock(new DigestSettings(), TimeProvider.System), TimeProvider.System), Verbs.All);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_reader_is_led_from_the_line_to_the_speaker_and_thanked()
    {
        await AddAsync();
        var who = await PressAsync((await SendAsync("ask what did Ruiz say?")).Buttons.Single(b => b.Label == "Wrong speaker"));
        var bianchi = who.Picker!.Choices.Single(c => c.Label == "Carlo Bianchi");
        (await PressAsync(bianchi)).Text.Should().StartWith("Thank you.");
        (await _store.CorrectionsAsync(cancel: Cancel)).Should().ContainSingle().Which.Should().Match<Correction>(c => c.Speaker == "Ana Ruiz" && c.Proposed == "Carlo Bianchi" && c.Content.Contains("bridge"));
    }

    [Fact]
    public async Task Nothing_changes_before_the_operator_accepts_and_everything_afterwards()
    {
        await AddAsync();
        await CorrectAsync("Carlo Bianchi");
        (await SendAsync("ask what did Bianchi say?")).Found.Should().BeFalse();
        await DecideAsync(CorrectionState.Accepted);
        (await SendAsync("ask what did Bianchi say?")).Sections[0].Lines.Should().ContainSingle().Which.Content.Should().Contain("bridge");
        (await SendAsync("ask what did Ruiz say?")).Found.Should().BeFalse();
    }

    [Fact]
    public async Task An_accepted_correction_holds_when_the_story_comes_again_changed()
    {
        await AddAsync();
        await CorrectAsync("Carlo Bianchi");
        await DecideAsync(CorrectionState.Accepted);
        var changed = _told with { Text = $"{Text} It rained." };
        await _store.AddAsync(changed, StatementExtractor.Default.Read(changed.Text), Feed.Folder, Cancel);
        (await SendAsync("ask what did Bianchi say?")).Found.Should().BeTrue();
    }

    [Fact]
    public async Task A_correction_that_is_taken_back_leaves_the_story_as_it_was_read()
    {
        await AddAsync();
        await CorrectAsync("Carlo Bianchi");
        await DecideAsync(CorrectionState.Accepted);
        await DecideAsync(CorrectionState.Rejected);
        (await SendAsync("ask what did Ruiz say?")).Found.Should().BeTrue();
        (await SendAsync("ask what did Bianchi say?")).Found.Should().BeFalse();
    }

    [Theory]
    [InlineData("Maria Petrova")]
    [InlineData("")]
    public async Task The_right_speaker_may_be_one_whom_the_reading_does_not_know_or_nobody(string proposed)
    {
        await AddAsync();
        await CorrectAsync(proposed);
        await DecideAsync(CorrectionState.Accepted);
        (await _store.StatementsOfAsync("slack:T1", "s1", Cancel)).Should().ContainSingle().Which.Speaker.Should().Be(proposed);
    }

    [Fact]
    public async Task A_second_thought_takes_the_place_of_the_first()
    {
        await AddAsync();
        await CorrectAsync("Carlo Bianchi");
        await CorrectAsync("");
        (await _store.CorrectionsAsync(cancel: Cancel)).Should().ContainSingle().Which.Proposed.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_is_named_nowhere_and_what_was_accepted_stays()
    {
        await AddAsync();
        await CorrectAsync("Carlo Bianchi");
        await DecideAsync(CorrectionState.Accepted);
        (await SendAsync("forget-me")).Text.Should().Contain("corrections");
        (await _store.CorrectionsAsync(null, Cancel)).Should().ContainSingle().Which.User.Should().BeEmpty();
        (await SendAsync("ask what did Bianchi say?")).Found.Should().BeTrue();
    }

    [Fact]
    public async Task The_console_takes_no_corrections_since_a_link_could_make_them()
    {
        await AddAsync();
        var reply = await _handler.HandleAsync("wrong-speaker 1 speaker:Bianchi", new Command { Workspace = Command.LocalWorkspace, Verb = "" }, Cancel);
        reply.Text.Should().Contain("digestbot corrections list");
        (await _store.CorrectionsAsync(null, Cancel)).Should().BeEmpty();
    }

    private static Command Asker => new() { Workspace = "slack:T1", Platform = Platform.Slack, User = "U1", Channel = "C1", Verb = "" };

    private Task<Reply> SendAsync(string typed) => _handler.HandleAsync(typed, Asker, Cancel);

    private Task<Reply> PressAsync(Button button) => _handler.HandleAsync(button.Typed, Asker with { IsPressed = true }, Cancel);

    private Task AddAsync() => _store.AddAsync(_told, StatementExtractor.Default.Read(_told.Text), Feed.Folder, Cancel);

    private async Task CorrectAsync(string proposed)
    {
        var said = (await _store.StatementsOfAsync("slack:T1", "s1", Cancel)).Single();
        await _store.AddCorrectionAsync(new Correction
        {
            Workspace = "slack:T1",
            User = "U1",
            StoryId = said.StoryId,
            Spans = said.Spans,
            Content = said.Content,
            Speaker = said.Speaker,
            Proposed = proposed,
        }, Cancel);
    }

    private async Task DecideAsync(CorrectionState state)
    {
        await _store.DecideCorrectionAsync((await _store.CorrectionsAsync(null, Cancel)).Single().Id, state, Cancel);
        await _store.ReplaceReadingAsync(_told, StatementExtractor.Default.Read(_told.Text), Cancel);
    }
}
