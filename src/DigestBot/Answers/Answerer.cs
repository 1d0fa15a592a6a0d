using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>
/// Answers questions from stored statements alone: parse, find who is meant, retrieve, rank, choose, join what is told twice, say it.
/// Thread-safe.
/// </summary>
public sealed class Answerer(Store store, TimeProvider clock)
{
    private readonly SpeakerFinder speakerFinder = new(store);
    private readonly StatementFinder statementFinder = new(store);
    private readonly Nearest nearest = new(store);
    private readonly WhoIs whoIs = new(store);
    private readonly Suggestions suggestions = new(store);

    /// <summary>The answer; where nothing answers one that says so, with the nearest there is.</summary>
    /// <param name="workspace">Whose archive: only what it may see is ever shown.</param>
    /// <param name="question">As typed; any text.</param>
    public async Task<Answer> AnswerAsync(string workspace, string question, AskOptions? options = null, CancellationToken cancel = default) =>
        (await ExplainAsync(workspace, question, options, cancel)).Answer;

    /// <summary>The answer and how it came about.</summary>
    public async Task<Explanation> ExplainAsync(string workspace, string question, AskOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        options ??= AskOptions.None;
        Question asked = await WithOutletAsync(workspace, AskedQuestion.Of(question, options, clock.GetLocalNow()), cancel);
        Scope scope = AskedQuestion.Scope(workspace, asked, options);
        if (asked is { HasPronounSubject: true, Speakers.Count: 0, Topic.Count: 0 })
            return new Explanation(asked, [], [], await WhomAsync(scope, asked, cancel));
        if (asked.IsEmpty)
            return new Explanation(asked, [], [], await HelpAsync(scope, cancel));
        List<FoundSpeakers> speakers = [];
        foreach (string name in asked.Speakers)
            speakers.Add(await speakerFinder.FindAsync(scope, name, cancel));
        if (asked.Speakers.Count == 0 && asked is { Form: QuestionForm.Words, Act: null, Topic.Count: > 0 })
            (asked, speakers) = await NameAloneAsync(scope, asked, cancel);
        if (asked.Form == QuestionForm.WhoIs)
            return new Explanation(asked, speakers, [], await WhoIsAsync(scope, asked, speakers, cancel));
        return speakers.Count > 0 && !speakers.Exists(s => s.IsKnown)
            ? new Explanation(asked, speakers, [], await NothingAsync(scope, asked, speakers, cancel))
            : await AnswerAsync(scope, asked, speakers, cancel);
    }

    private async Task<Explanation> AnswerAsync(Scope scope, Question asked, IReadOnlyList<FoundSpeakers> speakers, CancellationToken cancel)
    {
        Topic topic = new(asked.Topic);
        Question retrieved = asked.Form == QuestionForm.YesNo ? asked with { Act = null } : asked;
        FoundStatements found = await statementFinder.FindAsync(scope, retrieved, topic, speakers.Count == 0 ? null : speakers, cancel);
        IReadOnlyList<RankedStatement> ranked = Ranking.Rank(asked, topic, found);
        IReadOnlyList<RankedStatement> right = Selection.Choose(asked, topic, ranked);
        IReadOnlyList<RankedStatement> chosen = SameContent.Join(right.Take(Selection.MostCompared));
        Answer answer = chosen.Count == 0 ? await NothingAsync(scope, asked, speakers, cancel)
            : asked.Form != QuestionForm.YesNo ? Told(asked, speakers, chosen, right.Count)
            : Judged(asked, speakers, chosen) ?? await NothingAsync(scope, asked, speakers, cancel);
        return new Explanation(asked, speakers, chosen.Count == 0 ? ranked : chosen, answer);
    }

    private static Answer Told(Question asked, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> chosen, int right)
    {
        RankedStatement[] shown = [.. chosen.Take(Selection.Most)];
        AnswerLine[] lines = [.. shown.Select(AnswerLines.Of)];
        // Stories spell a name differently: each speaker is told once.
        string[] tellers = [.. shown.DistinctBy(s => s.Statement.SpeakerId?.ToString() ?? s.Statement.Speaker).Select(s => AnswerLines.Speaker(s.Statement))];
        return new Answer { Answered = true, Text = AnswerText.Over(asked, asked.Form == QuestionForm.Who ? AnswerText.WhoSays(tellers) : AnswerText.Subject(speakers), lines, right > Selection.MostCompared ? int.MaxValue : chosen.Count), Lines = lines };
    }

    /// <summary>A yes, a no, or what is said on the matter; null where not even that is to the point.</summary>
    private static Answer? Judged(Question asked, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> chosen)
    {
        ILookup<Verdict, RankedStatement> verdicts = chosen.ToLookup(c => Verdicts.Of(asked, c.Statement));
        Verdict verdict = verdicts.Contains(Verdict.Yes) == verdicts.Contains(Verdict.No) ? Verdict.Open : verdicts.Contains(Verdict.Yes) ? Verdict.Yes : Verdict.No;
        if (verdict == Verdict.Open && asked.Topic.Count == 0 && !asked.WantsAnyAct)
            return null;
        AnswerLine[] lines = [.. (verdict == Verdict.Open ? chosen : verdicts[verdict]).Take(Selection.Most).Select(AnswerLines.Of)];
        return new Answer { Answered = true, Text = AnswerText.Of(verdict, speakers, lines[0]), Lines = lines };
    }

    private async Task<Answer> WhoIsAsync(Scope scope, Question asked, IReadOnlyList<FoundSpeakers> speakers, CancellationToken cancel)
    {
        foreach (StoredSpeaker speaker in speakers.SelectMany(s => s.Speakers))
        {
            IReadOnlyList<AnswerLine> lines = await whoIs.DescribeAsync(scope, speaker, cancel);
            if (lines.Count > 0)
                return new Answer { Answered = true, Text = AnswerText.WhoIs(speaker, lines), Lines = lines };
        }
        return await NothingAsync(scope, asked, speakers, cancel);
    }

    private async Task<Answer> NothingAsync(Scope scope, Question asked, IReadOnlyList<FoundSpeakers> speakers, CancellationToken cancel)
    {
        IReadOnlyList<AnswerLine> near = await nearest.FindAsync(scope, asked, speakers, cancel);
        return new Answer
        {
            Answered = false,
            Text = NothingText.Of(asked, speakers, await store.ExtentAsync(scope.Workspace, cancel), scope),
            Nearest = near,
            Suggestions = near.Count == 0 && scope.StoryId is null ? await suggestions.FindAsync(scope, cancel) : [],
        };
    }

    private async Task<Answer> WhomAsync(Scope scope, Question asked, CancellationToken cancel) => new()
    {
        Answered = false,
        Text = "Whom do you mean? Ask again with the name.",
        Nearest = await nearest.FindAsync(scope, asked, [], cancel),
        Suggestions = await suggestions.FindAsync(scope, cancel),
    };

    private async Task<Answer> HelpAsync(Scope scope, CancellationToken cancel) => new()
    {
        Answered = false,
        Text = "Ask who said what, about whom or what, and when: name a speaker, an act or a matter.",
        Suggestions = await suggestions.FindAsync(scope, cancel),
    };

    /// <summary>"Khatib" alone asks what Khatib says.</summary>
    private async Task<(Question Asked, List<FoundSpeakers> Speakers)> NameAloneAsync(Scope scope, Question asked, CancellationToken cancel)
    {
        FoundSpeakers named = await speakerFinder.FindAsync(scope, AskedNames.Bare(QuestionTokens.Read(asked.Text)), cancel);
        return named.Speakers.Any(s => s.Statements > 0) ? (asked with { Speakers = [named.Asked], Topic = [] }, [named]) : (asked, []);
    }

    private async Task<Question> WithOutletAsync(string workspace, Question asked, CancellationToken cancel)
    {
        string? outlet = asked.Outlet is { } name ? await store.OutletAsync(workspace, name, cancel) : null;
        if (outlet is null)
            return asked with { Outlet = null };
        HashSet<string> words = [.. TextWords.Of(outlet)];
        return asked with { Outlet = outlet, Topic = [.. asked.Topic.Where(w => !words.Contains(w))] };
    }
}
