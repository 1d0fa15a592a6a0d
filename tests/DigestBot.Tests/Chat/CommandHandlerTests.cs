using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Chat;

public sealed class CommandHandlerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly CommandHandler _handler;

    public CommandHandlerTests()
    {
        _store = new Store(_folder.File("digestbot.db"), TimeProvider.System);
        _handler = new CommandHandler(TestArchive.Of(_store), Verbs.All);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Answers_a_question() =>
        (await SendAsync("/ask what did Khatib demand?")).Text.Should().Be("Answered: what did Khatib demand?");

    [Fact]
    public async Task Names_the_nearest_verb_for_an_unknown_one()
    {
        var reply = await SendAsync("/digets");
        reply.Text.Should().Contain("Did you mean /digest?");
        reply.IsPrivate.Should().BeTrue();
    }

    [Fact]
    public async Task An_empty_question_is_answered_with_examples()
    {
        var reply = await SendAsync("ask");
        reply.Sections.SelectMany(s => s.Items).Should().Contain("/ask what did Khatib demand?");
    }

    [Theory]
    [InlineData("/", "/ask QUESTION: ")]
    [InlineData("/digestbot ", "/digestbot ask QUESTION: ")]
    public async Task Help_shows_every_verb_as_one_types_it_there(string prefix, string usage)
    {
        var reply = await _handler.HandleAsync("help", new Command { Workspace = "w", Prefix = prefix, Verb = "help" }, TestContext.Current.CancellationToken);
        reply.Sections[0].Items.Should().HaveCount(Verbs.All.Count(v => !v.IsHidden));
        reply.Sections[0].Items[0].Should().StartWith(usage);
    }

    [Fact]
    public async Task People_are_found_under_any_of_their_names()
    {
        await AddAsync("Ana Ruiz");
        (await SendAsync("people")).Sections[0].Items.Should().ContainSingle().Which.Should().StartWith("Ana Ruiz: 1 statement in 1 story");
        (await SendAsync("people Ruiz")).Sections[0].Items.Should().ContainSingle();
        var none = await SendAsync("people Putin");
        none.Found.Should().BeFalse();
        none.Text.Should().Contain("“Putin”");
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_end_the_look_up_of_another_who_asks_the_same()
    {
        TaskCompletionSource looked = new();
        var slow = ChatHost.TestVerb("ask", async (_, cancel) =>
        {
            await looked.Task.WaitAsync(cancel);
            return new Reply { Text = "found" };
        }) with { LinesPerPage = 5 };
        CommandHandler shared = new(TestArchive.Of(_store), [slow]);
        Command asked = new() { Workspace = "w", Verb = "ask", Text = "why?" };
        using CancellationTokenSource impatient = new();
        var first = shared.HandleAsync(asked, impatient.Token);
        var second = shared.HandleAsync(asked, TestContext.Current.CancellationToken);
        await impatient.CancelAsync();
        await first.Awaiting(f => f).Should().ThrowAsync<OperationCanceledException>();
        looked.SetResult();
        (await second).Text.Should().Be("found");
    }

    private Task<Reply> SendAsync(string typed) =>
        _handler.HandleAsync(typed, new Command { Workspace = Command.LocalWorkspace, Verb = "help" }, TestContext.Current.CancellationToken);

    private async Task AddAsync(string name)
    {
        var text = $"{name} said it rained.";
        TextSpan speaker = new(0, name.Length);
        Reading reading = new()
        {
            Speakers = [new Speaker { Id = 0, Name = name, Kind = SpeakerKind.Person, Mentions = [new Mention(speaker, IsPronoun: false)], Aliases = [name] }],
            Statements =
            [
                new Statement
                {
                    SpeakerId = 0,
                    SpeakerSpans = [speaker],
                    CueSpans = [new TextSpan(name.Length + 1, name.Length + 5)],
                    ContentSpans = [new TextSpan(name.Length + 6, text.Length - 1)],
                    Kind = QuoteKind.Indirect,
                    Act = SpeechAct.Says,
                },
            ],
        };
        await _store.AddAsync(new Story { Id = "s1", Title = "Rain", Text = text }, reading, Feed.Folder, TestContext.Current.CancellationToken);
    }
}
