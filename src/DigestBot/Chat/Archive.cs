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
    /// <summary>What the speaker in a command's text said over time.</summary>
    public required AnswerQuestion Timeline { get; init; }

    /// <summary>What two speakers say on what a command is about.</summary>
    public required CompareSpeakers Compare { get; init; }

    /// <summary>What was asked last, where and by whom.</summary>
    public Conversations Conversations { get; init; } = new(TimeProvider.System);

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
            (command, cancel) => answerer.AnswerAsync(command.Workspace, command.Text, Options(command, time.Now), cancel),
            (command, cancel) => ComposeAsync(composer, command, time.Now, cancel))
        {
            Timeline = (command, cancel) => answerer.TimelineAsync(command.Workspace, command.Text, command.Options.GetValueOrDefault("about"), Narrowed(command, time.Now), cancel),
            Compare = (command, left, right, cancel) => answerer.CompareAsync(command.Workspace, left, right, command.Options.GetValueOrDefault("about"), Narrowed(command, time.Now), cancel),
            Conversations = new Conversations(clock),
            Lately = new LatelyAnswered(store, clock),
            Choices = new Choices(store, clock),
        };
    }

    private static AskOptions Narrowed(Command command, DateTimeOffset now) => new()
    {
        Since = Time(command, "since", now),
        Until = Time(command, "until", now),
    };

    private static AskOptions Options(Command command, DateTimeOffset now) => Narrowed(command, now) with
    {
        Speaker = command.Options.GetValueOrDefault("speaker"),
        About = command.Options.GetValueOrDefault("about"),
        Previous = command.Previous,
    };

    /// <summary>Without times: the last day's, or where that brought nothing all that there is, as after a first start.</summary>
    private static async Task<Digest> ComposeAsync(DigestComposer composer, Command command, DateTimeOffset now, CancellationToken cancel)
    {
        (DateTimeOffset? since, DateTimeOffset? until) = (Time(command, "since", now), Time(command, "until", now));
        bool isLatest = since is null && until is null;
        Digest digest = await composer.ComposeAsync(command.Workspace, isLatest ? now.AddDays(-1) : since, until, cancel);
        if (isLatest && digest.Stories.Count == 0)
            digest = await composer.ComposeAsync(command.Workspace, cancel: cancel);
        return digest with { Day = DateOnly.FromDateTime((until?.AddTicks(-1) ?? now).DateTime) };
    }

    private static DateTimeOffset? Time(Command command, string option, DateTimeOffset now) =>
        !command.Options.TryGetValue(option, out string? text) ? null
        : AskedTimes.Parse(text, now) ?? throw new UnreadableOptionException($"I cannot read the time “{PlainText.Cut(text, 40)}” after {option}: write 7d, 24h or a day such as 2012-12-29.");
}

/// <summary>An option's value is not understood; the message tells the asker how it is written.</summary>
internal sealed class UnreadableOptionException(string message) : Exception(message);
