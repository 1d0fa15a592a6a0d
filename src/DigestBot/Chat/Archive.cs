using DigestBot.Answers;
using DigestBot.Digests;
using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>Answers a question that came as a command.</summary>
internal delegate Task<Answer> AnswerQuestion(Command command, CancellationToken cancel);

/// <summary>Composes a workspace's digest: of the last day, or of what a command's "since" and "until" say.</summary>
internal delegate Task<Digest> ComposeEdition(Command command, CancellationToken cancel);

/// <summary>Sets what two say side by side.</summary>
internal delegate Task<Comparison> CompareSpeakers(Command command, string left, string right, CancellationToken cancel);

/// <summary>What commands are answered from.</summary>
internal sealed record Archive(Store Store, AnswerQuestion Ask, ComposeEdition Compose)
{
    private const int OutletsNamed = 3;

    /// <summary>What the speaker in a command's text said over time.</summary>
    public required AnswerQuestion Timeline { get; init; }

    /// <summary>What two speakers say on what a command is about.</summary>
    public required CompareSpeakers Compare { get; init; }

    /// <summary>What was asked last, where and by whom.</summary>
    public Conversations Conversations { get; init; } = new(TimeProvider.System);

    /// <summary>Messages that somebody has had read, for the pages after the first (see <see cref="MessageReply"/>).</summary>
    public ShortMemory<string> Messages { get; init; } = MessageReply.Memory(TimeProvider.System);

    /// <summary>What was looked up lately.</summary>
    public LatelyAnswered Lately { get; init; } = new(Store, TimeProvider.System);

    /// <summary>Names that are proposed while one types.</summary>
    public Choices Choices { get; init; } = new(Store, TimeProvider.System);

    /// <summary>The stored stories; days begin and end in the digest's zone.</summary>
    public static Archive Of(Store store, DigestClock time, TimeProvider clock)
    {
        Answerer answerer = new(store, clock);
        DigestComposer composer = new(store, clock);
        return new Archive(
            store,
            async (command, cancel) => await answerer.AnswerAsync(command.Workspace, command.Text, await OptionsAsync(store, command, time.Now, cancel), cancel),
            (command, cancel) => ComposeAsync(composer, command, time, cancel))
        {
            Timeline = async (command, cancel) =>
                await answerer.TimelineAsync(command.Workspace, command.Text, About(command), await OptionsAsync(store, command, time.Now, cancel), cancel),
            Compare = async (command, left, right, cancel) =>
                await answerer.CompareAsync(command.Workspace, left, right, About(command), await OptionsAsync(store, command, time.Now, cancel), cancel),
            Conversations = new Conversations(clock),
            Messages = MessageReply.Memory(clock),
            Lately = new LatelyAnswered(store, clock),
            Choices = new Choices(store, clock, time.Zone),
        };
    }

    private static string? About(Command command) => command.Options.GetValueOrDefault("about");

    private static async Task<AskOptions> OptionsAsync(Store store, Command command, DateTimeOffset now, CancellationToken cancel) => new()
    {
        Since = Time(command, "since", now),
        Until = Time(command, "until", now),
        Speaker = command.Options.GetValueOrDefault("speaker"),
        About = About(command),
        Outlet = await OutletAsync(store, command, cancel),
        Previous = command.Previous,
    };

    private static async Task<string?> OutletAsync(Store store, Command command, CancellationToken cancel)
    {
        if (!command.Options.TryGetValue("outlet", out var typed))
        {
            return null;
        }

        if (await store.OutletAsync(command.Workspace, typed, cancel) is { } outlet)
        {
            return outlet;
        }

        var known = await store.OutletsAsync(command.Workspace, OutletsNamed, cancel);
        throw new UnreadableOptionException($"The archive has no outlet “{PlainText.Cut(typed, 60)}”{(known.Count == 0 ? "." : $"; it has {string.Join(", ", known)}{(known.Count == OutletsNamed ? " and others" : "")}.")}");
    }

    /// <summary>
    /// Without times: the day that has begun in the zone that the command names; else, or where that brought nothing, the last 24 hours; else all that
    /// there is, as after a first start.
    /// </summary>
    private static async Task<Digest> ComposeAsync(DigestComposer composer, Command command, DigestClock time, CancellationToken cancel)
    {
        var zone = command.Options.GetValueOrDefault("zone");
        var local = zone is null ? time : time.In(zone) ?? throw UnknownZone(zone);
        var now = local.Now;
        (var since, var until) = (Time(command, "since", now), Time(command, "until", now));
        var digest = since is null && until is null
            ? await LatestAsync(composer, command.Workspace, zone is null ? [now.AddDays(-1)] : [local.Midnight, now.AddDays(-1)], cancel)
            : await composer.ComposeAsync(command.Workspace, since, until, cancel);
        return digest with { Day = DateOnly.FromDateTime((until?.AddTicks(-1) ?? now).DateTime) };
    }

    private static async Task<Digest> LatestAsync(DigestComposer composer, string workspace, DateTimeOffset[] starts, CancellationToken cancel)
    {
        foreach (var start in starts)
        {
            var digest = await composer.ComposeAsync(workspace, start, cancel: cancel);
            if (digest.Stories.Count > 0)
            {
                return digest;
            }
        }
        return await composer.ComposeAsync(workspace, cancel: cancel);
    }

    private static UnreadableOptionException UnknownZone(string typed)
    {
        var near = TimeZones.Find(typed, null, 3);
        return new UnreadableOptionException($"I know no time zone “{PlainText.Cut(typed, 40)}”: {(near.Count == 0 ? "write an IANA name such as Europe/Berlin." : $"is it {string.Join(" or ", near)}?")}");
    }

    private static DateTimeOffset? Time(Command command, string option, DateTimeOffset now) =>
        !command.Options.TryGetValue(option, out var text) ? null
        : AskedTimes.Parse(text, now) ?? throw new UnreadableOptionException($"I cannot read the time “{PlainText.Cut(text, 40)}” after {option}: write 7d, 24h or a day such as 2012-12-29.");
}

/// <summary>An option's value is not understood; the message tells the asker how it is written.</summary>
internal sealed class UnreadableOptionException(string message) : Exception(message);
