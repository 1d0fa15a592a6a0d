namespace DigestBot.Chat;

/// <summary>All that the bot can be told to do: the one table behind Discord's command menu, Slack's help and the console's.</summary>
internal static class Verbs
{
    private static readonly VerbOption Since = new("since", "How far back to look: 7d, 24h, or a day such as 2012-12-29");

    private static readonly VerbOption Private = new("private", "Whether only you see the answer") { IsYesNo = true };

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
                new VerbOption("speaker", "Only what this person or body said"),
                new VerbOption("about", "Only what was said about this"),
                Since, Private,
            ],
            Examples = ["what did Khatib demand?", "who wants an apology?", "what did Lavrov say about Assad? since:30d"],
            Run = async (archive, command, cancel) => AnswerReply.Of(await archive.Ask(command, cancel)),
        },
        new Verb
        {
            Name = "digest",
            Description = "The digest: the most told stories, and who said what in them",
            Options = [Since, new VerbOption("until", "Where to stop: a day such as 2012-12-31"), Private],
            Examples = ["", "since:7d"],
            Run = async (archive, command, cancel) => DigestReply.Of(await archive.Compose(command, cancel)),
        },
        new Verb
        {
            Name = "people",
            Description = "Who speaks in the news, how often, and since when",
            Text = new VerbOption("name", "Only this person or body, under any of the names"),
            Options = [Private],
            Examples = ["", "Khatib"],
            Run = PeopleReply.OfAsync,
        },
        new Verb
        {
            Name = "help",
            Description = "What you can ask, with examples",
            Text = new VerbOption("command", "The command that you would like to know more about"),
            Run = (_, command, _) => Task.FromResult(HelpReply.Of(command, All!)),
        },
    ];
}
