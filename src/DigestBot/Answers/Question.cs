namespace DigestBot.Answers;

/// <summary>What sort of thing a question asks for.</summary>
internal enum QuestionForm
{
    /// <summary>What somebody says: "what did Khatib demand?".</summary>
    What,

    /// <summary>Who says something: "who wants an apology?".</summary>
    Who,

    /// <summary>Who somebody is.</summary>
    WhoIs,

    /// <summary>A place.</summary>
    Where,

    /// <summary>A time.</summary>
    When,

    /// <summary>A reason.</summary>
    Why,

    /// <summary>A number.</summary>
    HowMany,

    /// <summary>A condition.</summary>
    Condition,

    /// <summary>The manner, or what came of it: "how did Khatib respond?".</summary>
    How,

    /// <summary>Whether somebody says or does something.</summary>
    YesNo,

    /// <summary>What is new on a matter or from somebody.</summary>
    News,

    /// <summary>Words without a question around them: "Lavrov on Assad", "apology".</summary>
    Words,
}

/// <summary>A parsed ask. What a member does not say is not asked for.</summary>
internal sealed record Question
{
    /// <summary>As typed.</summary>
    public required string Text { get; init; }

    /// <summary>What sort of thing is asked for.</summary>
    public required QuestionForm Form { get; init; }

    /// <summary>Whose statements, as asked, without articles: "Khatib", "foreign minister"; empty for anybody's.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The subject is "he", "she" or "they": the speaker of the question before.</summary>
    public bool HasPronounSubject { get; init; }

    /// <summary>It is the bot that is asked about: "what can you do?".</summary>
    public bool IsToBot { get; init; }

    /// <summary>The act asked for; null where none is.</summary>
    public ActGroup? Act { get; init; }

    /// <summary>The act's word in base form: "demand", "call for"; "" where no act is asked for.</summary>
    public string Verb { get; init; } = "";

    /// <summary>The act is asked for by a noun ("Becker's cost estimate"): what stands beside that need not be of the name.</summary>
    public bool IsByNoun { get; init; }

    /// <summary>Whom it is said to or demanded of, as asked; also among the topic's words.</summary>
    public string? Addressee { get; init; }

    /// <summary>By whom it is not to be: "who else?" after a question about Khatib, "who besides Khatib".</summary>
    public IReadOnlyList<string> NotBy { get; init; } = [];

    /// <summary>What it is about: the words that carry meaning, lower case, in order.</summary>
    public IReadOnlyList<string> Topic { get; init; } = [];

    /// <summary>Whom words without a verb may name: "Carver vs Lind".</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>What the "about" option says, as typed; "" without it.</summary>
    public string About { get; init; } = "";

    /// <summary>The topic to be shown to the asker: each word as it was typed.</summary>
    public string TopicAsTyped
    {
        get
        {
            List<QuestionToken> typed = [.. QuestionTokens.Read(Text), .. QuestionTokens.Read(About)];
            return string.Join(' ', Topic.Select(word => typed.Find(t => t.Lower == word)?.Text ?? word));
        }
    }

    /// <summary>Those of the topic's words that an answer cannot do without: names and numbers.</summary>
    public IReadOnlySet<string> Indispensable { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Not before.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The words of a month, year or date that the question names; none of "yesterday" or "last week".</summary>
    public IReadOnlyList<string> DayWords { get; init; } = [];

    /// <summary>"On Friday": of the newest Friday that the stories tell of.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>"Since the summit": a bound that the archive itself has to date.</summary>
    public EventBound? Happening { get; init; }

    /// <summary>What somebody has said up to now, to be told oldest first.</summary>
    public bool IsOverTime { get; init; }

    /// <summary>Only stories of this outlet, where the archive has one of that name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The act is asked for as not done: "what did he not say?".</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether any act will do.</summary>
    public bool WantsAnyAct => Act is null or { Breadth: ActBreadth.Any };

    /// <summary>"When did Blatter resign?", "did Lavrov visit Damascus?": not something said is asked for, but something done.</summary>
    public bool IsOfDeed => Act is null && Speakers.Count == 0 && Form is QuestionForm.When or QuestionForm.YesNo;

    /// <summary>"Khatib apology": of a bare noun that nobody's act is, what is said on it; null where the act itself is asked for.</summary>
    public Question? AsMatter => Form == QuestionForm.Words && !WantsAnyAct && !Text.Contains(" of ", StringComparison.Ordinal) && !Text.Contains("'s ", StringComparison.Ordinal) && !Text.Contains("’s ", StringComparison.Ordinal)
        ? this with { Act = null, Verb = "", Topic = [.. TextWords.Of(Verb).Concat(Topic).Distinct(StringComparer.Ordinal)] }
        : null;

    /// <summary>Neither speaker nor act nor topic: there is nothing to look for.</summary>
    public bool IsEmpty => IsToBot || Speakers.Count == 0 && Topic.Count == 0 && WantsAnyAct && Form != QuestionForm.News && Since is null && Weekday is null && Outlet is null;
}
