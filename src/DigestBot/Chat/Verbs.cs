using DigestBot.Answers;

namespace DigestBot.Chat;

/// <summary>All that the bot can be told to do: the one table behind Discord's command menu, Slack's help and the console's.</summary>
internal static class Verbs
{
    private static readonly VerbOption _since = new("since", "How far back to look: 7d, 24h, or a day such as 2012-12-29");

    private static readonly VerbOption _private = new("private", "Whether only you see the answer") { IsYesNo = true };

    private static readonly VerbOption _about = new("about", "Only what was said about this") { Pick = Pick.Topic };

    private static readonly VerbOption _outlet = new("outlet", "Only stories of this outlet") { Pick = Pick.Outlet };

    private static readonly VerbOption _zone = new("zone", "Time zone whose day is meant: Europe/Berlin") { Pick = Pick.Zone };

    private static readonly VerbOption _speaker = new("speaker", "Only what this person or body said") { Pick = Pick.Speaker };

    /// <summary>In the order in which help shows them.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        new Verb
        {
            Name = "ask",
            Description = "Ask who said what in the news; every line of the answer cites its story",
            Text = new VerbOption("question", "What you would like to know: what did Khatib demand?") { IsRequired = true },
            Options =
            [
                _speaker, _about, _outlet, _since, _private,
            ],
            IsConversation = true,
            LinesPerPage = Pager.Lines,
            Examples = ["what did Khatib demand?", "who wants an apology?", "what did Lavrov say about Assad? since:30d"],
            Run = async (archive, command, cancel) => AnswerReply.Of(await archive.Ask(command, cancel)),
        },
        new Verb
        {
            Name = "said",
            Description = "What somebody said, the newest first",
            Text = new VerbOption("speaker", "The person or body, under any of the names") { IsRequired = true, Pick = Pick.Speaker },
            Options = [_about, _outlet, _since, _private],
            LinesPerPage = Pager.Lines,
            Examples = ["Khatib", "Lavrov about:Assad outlet:\"Meridian Wire\""],
            Run = async (archive, command, cancel) => AnswerReply.Of(await archive.Ask(Said(command), cancel)),
        },
        new Verb
        {
            Name = "timeline",
            Description = "What somebody said over time, the oldest first, and where the position turned",
            Text = new VerbOption("speaker", "The person or body, under any of the names") { IsRequired = true, Pick = Pick.Speaker },
            Options = [_about, _outlet, _since, _private],
            LinesPerPage = Pager.Lines,
            Examples = ["Khatib", "Khatib about:talks"],
            Run = async (archive, command, cancel) => TimelineReply.Of(await archive.Timeline(command, cancel)),
        },
        new Verb
        {
            Name = "compare",
            Description = "What two say, side by side: up to three lines of each",
            Text = new VerbOption("a", "The one") { IsRequired = true, Pick = Pick.Speaker },
            Options = [new VerbOption("b", "The other") { IsRequired = true, Pick = Pick.Speaker }, _about, _since, _private],
            LinesPerPage = 2 * Comparison.MostOfEach,
            Examples = ["Lavrov and Khatib", "Lavrov and Khatib about:talks"],
            Run = CompareReply.OfAsync,
        },
        new Verb
        {
            Name = "story",
            Description = "Find a story, and who says what in it",
            Text = new VerbOption("query", "Words of its headline or text") { IsRequired = true },
            Options = [_private],
            LinesPerPage = Pager.Lines,
            Examples = ["invitation to Moscow"],
            Run = StoryReply.OfAsync,
        },
        new Verb
        {
            Name = "digest",
            Description = "The digest: the five most told stories, and up to three lines on who said what in each",
            Text = new VerbOption("show", "now: for everybody here, by those who manage the place; preview: only for you, as without it") { Values = [Now, Preview] },
            Options = [_since, new VerbOption("until", "Where to stop: a day such as 2012-12-31"), _zone, _private],
            Examples = ["", "now", "preview since:7d", "preview zone:Asia/Tokyo"],
            IsPrivate = command => !IsDigestForAll(command),
            ForManagers = command => IsDigestForAll(command) ? "show the digest to everybody" : null,
            Run = async (archive, command, cancel) => DigestReply.Of(await archive.Compose(command, cancel)) with { IsPrivate = !IsDigestForAll(command) },
        },
        new Verb
        {
            Name = "people",
            Description = "Who speaks in the news, how often, and since when",
            Text = new VerbOption("name", "Only this person or body, under any of the names") { Pick = Pick.Speaker },
            Options = [_private],
            Examples = ["", "Khatib"],
            LinesPerPage = Pager.Lines,
            Run = PeopleReply.OfAsync,
        },
        new Verb
        {
            Name = "forget-me",
            Description = "Delete what is kept of you: your last questions and your corrections",
            IsPrivate = _ => true,
            Run = ForgetReply.OfAsync,
        },
        new Verb
        {
            Name = "help",
            Description = "What you can ask, with examples",
            Text = new VerbOption("command", "The command that you would like to know more about"),
            IsPrivate = _ => true,
            Run = (_, command, _) => Task.FromResult(HelpReply.Of(command, All!)),
        },
        new Verb
        {
            Name = Here,
            Description = "Who says what in a message, or in the story that it links to",
            Text = new VerbOption("message", "The message's text") { IsRequired = true },
            Options = [new VerbOption(Pager.Option, "Which page of the lines")],
            IsHidden = true,
            IsPrivate = _ => true,
            Run = MessageReply.OfAsync,
        },
        new Verb
        {
            Name = "sources",
            Description = "The paragraphs in which cited lines stand",
            Text = new VerbOption("lines", "Numbers of the lines") { IsRequired = true },
            IsHidden = true,
            Run = SourcesReply.OfAsync,
        },
        new Verb
        {
            Name = CorrectionReply.Verb,
            Description = "Say that somebody else said it; the operator decides",
            Text = new VerbOption("lines", "Numbers of the lines") { IsRequired = true },
            Options = [new VerbOption("speaker", "Who says it")],
            IsHidden = true,
            Run = CorrectionReply.OfAsync,
        },
    ];

    /// <summary>The verb behind "Who said what here?" in a message's menu.</summary>
    public const string Here = "here";

    /// <summary>Whether everybody in the channel is to see the answer, on a platform where by default the asker alone does.</summary>
    public static bool IsForAll(this Command command) =>
        command.Options.TryGetValue(_private.Name, out var chosen) ? chosen is "no" or "false" : command is { Verb: "digest", Text: Now };

    private static bool IsDigestForAll(Command command) => command.Text != Preview && command.IsForAll();

    private const string Now = "now";

    private const string Preview = "preview";

    private static Command Said(Command command) => command.With("speaker", command.Text) with { Text = "what did they say?" };
}
