using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Chat;

/// <summary>Twenty guilds with a feed of their own each, over one archive: no line of one is ever told to another.</summary>
public sealed class TenantTests : IDisposable
{
    private const int Guilds = 20;
    private const int Questions = 10_000;

    private static readonly string[] _typed =
    [
        "ask what did Ruiz say?", "ask what did Ruiz demand?", "ask who wants a bridge?", "said Ruiz", "said Bianchi", "timeline Ruiz", "timeline Bianchi about:bridge",
        "compare Ruiz and Bianchi about:bridge", "compare Ruiz, Bianchi", "story bridge", "story Harbour", "people", "people Ruiz", "digest", "digest since:3650d",
        "ask who is Bianchi?", "ask what's new on the bridge?", "ask did Bianchi refuse the money?", "ask and Bianchi?", "ask xyzzy", "ask what did Putin say?", "sources 1 2 3 4 5 6 7 8 9 10",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly CommandHandler _handler;

    public TenantTests()
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
    public async Task No_line_crosses_from_one_guild_to_another_in_ten_thousand_questions()
    {
        for (var guild = 0; guild < Guilds; guild++)
        {
            await PlantAsync(guild);
        }

        var found = 0;
        Random random = new(1);
        (int Guild, string Typed)[] asked = [.. Enumerable.Range(0, Questions).Select(_ => (random.Next(Guilds), _typed[random.Next(_typed.Length)]))];
        await Parallel.ForEachAsync(asked, Cancel, async (question, cancel) =>
        {
            var reply = await _handler.HandleAsync(question.Typed, Asker(question.Guild), cancel);
            var told = string.Join('\n', Told(reply));
            foreach (var mark in Marks(told))
            {
                mark.Should().Be(Mark(question.Guild), $"“{question.Typed}” was asked in guild {question.Guild}");
            }

            if (told.Contains(Mark(question.Guild), StringComparison.Ordinal))
            {
                Interlocked.Increment(ref found);
            }
        });
        found.Should().BeGreaterThan(Questions / 3, "guilds must find what is their own");
    }

    [Fact]
    public async Task Proposals_and_corrections_stay_in_their_guild()
    {
        await PlantAsync(3);
        await PlantAsync(4);
        (await _handler.ChoicesAsync(Asker(3) with { Verb = "said" }, "speaker", "", Cancel)).Should().Contain(n => n.Contains(Mark(3))).And.NotContain(n => n.Contains(Mark(4)));
        (await _handler.ChoicesAsync(Asker(3) with { Verb = "ask" }, "outlet", "", Cancel)).Should().Equal($"{Mark(3)} Herald");
        (await _handler.HandleAsync($"said Ruiz outlet:\"{Mark(4)} Herald\"", Asker(3), Cancel)).Text.Should().Contain("no outlet").And.Contain($"it has {Mark(3)} Herald.");
        var foreign = (await _store.FindStatementsAsync("discord:4", new StatementFilter { Limit = 1 }, Cancel)).Single().Id;
        (await _handler.HandleAsync($"wrong-speaker {foreign} speaker:nobody", Asker(3), Cancel)).Text.Should().Be(SourcesReply.Gone);
        (await _store.CorrectionsAsync(null, Cancel)).Should().BeEmpty();
    }

    private static Command Asker(int guild) => new() { Workspace = $"discord:{guild}", Platform = Platform.Discord, User = "7", Channel = "9", Verb = "" };

    /// <summary>A word that stands in one guild's stories alone: in a headline, a name, a line and an outlet.</summary>
    private static string Mark(int guild) => $"Zq{(char)('a' + guild)}x";

    private static IEnumerable<string> Marks(string text) => System.Text.RegularExpressions.Regex.Matches(text, "Zq[a-z]x").Select(m => m.Value);

    private static IEnumerable<string> Told(Reply reply)
    {
        yield return reply.Text;
        foreach (var button in reply.Buttons)
        {
            yield return button.Typed;
        }

        foreach (var section in reply.Sections)
        {
            yield return $"{section.Heading} {section.Note} {string.Join(' ', section.Items)}";
            foreach (var line in section.Lines)
            {
                yield return $"{line.Speaker} {line.Content} {line.Citation.Title} {line.Citation.Outlet} {string.Join(' ', line.AlsoIn.Select(c => c.Title))}";
            }
        }
    }

    private async Task PlantAsync(int guild)
    {
        var mark = Mark(guild);
        Feed feed = new($"https://feeds.example/{guild}", IsShared: false);
        await _store.SubscribeAsync($"discord:{guild}", feed, Cancel);
        // The same id and nearly the same words in each guild: what is alike must not be joined over them.
        Story[] stories =
        [
            Story("1", $"Bridge {mark} to close", $"Mayor Ana {mark}a Ruiz said the {mark} bridge would close on Monday. “I want a new bridge over the {mark} river,” Ruiz said. She demanded money from the {mark} council."),
            Story("2", $"Bianchi refuses {mark} money", $"Engineer Carlo Bianchi rejected the offer of the {mark} council on Tuesday. “We will not take {mark} money,” Bianchi said. Harbour officials said the {mark} bridge was safe."),
        ];
        foreach (var story in stories)
        {
            await _store.AddAsync(story, StatementExtractor.Default.Read(story.Text), feed, Cancel);
        }

        Story Story(string id, string title, string body) => new()
        {
            Id = id,
            Title = title,
            Outlet = $"{mark} Herald",
            Published = DateTimeOffset.UtcNow.AddHours(-2),
            Text = $"{title}\n\n{body}",
        };
    }
}
