using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>
/// Answers questions from stored statements alone: parse, find who is meant, retrieve, rank, choose, join what is told twice, say it.
/// Thread-safe.
/// </summary>
public sealed class Answerer(Store store, TimeProvider clock)
{
    private readonly SpeakerFinder speakerFinder = new(store);
    private readonly StatementChooser chooser = new(store);
    private readonly NothingFound nothing = new(store);
    private readonly Comparisons comparisons = new(store);
    private readonly WhoIs whoIs = new(store);

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
        if (asked is { HasPronounSubject: true, IsToBot: false, Speakers.Count: 0, Topic.Count: 0 })
            return new Explanation(asked, [], [], await nothing.AskWhomAsync(scope, asked, cancel));
        if (asked.IsEmpty)
            return new Explanation(asked, [], [], await nothing.HelpAsync(scope, cancel));
        List<FoundSpeakers> speakers = [];
        foreach (string name in asked.Speakers)
            speakers.Add(await speakerFinder.FindAsync(scope, name, cancel));
        if (speakers is [{ IsKnown: false }] && asked.Outlet is null && await store.OutletAsync(workspace, asked.Speakers[0], cancel) is { } teller)
        {
            // "what did the Harbour Gazette report?" asks what stands there.
            (asked, speakers) = (asked with { Outlet = teller, Speakers = [], Act = asked.Act is { Breadth: ActBreadth.Own } ? null : asked.Act }, []);
            scope = AskedQuestion.Scope(workspace, asked, options);
        }
        if (asked.Speakers.Count == 0 && asked is { Form: QuestionForm.Words, Act: null, Topic.Count: > 0 })
            (asked, speakers) = await NameAloneAsync(scope, asked, cancel);
        if (asked.Form == QuestionForm.WhoIs)
            return new Explanation(asked, speakers, [], await WhoIsAsync(scope, asked, speakers, cancel));
        return speakers.Count > 0 && !speakers.Exists(s => s.IsKnown)
            ? new Explanation(asked, speakers, [], await nothing.SayAsync(scope, asked, speakers, cancel))
            : await AnswerAsync(scope, asked, speakers, cancel);
    }

    /// <summary>
    /// What a speaker has said over time, oldest first, with <see cref="AnswerLine.IsTurn"/> where the speaker turns. The best 25 where there are more;
    /// the first five in <see cref="Answer.Lines"/>, those that follow in <see cref="Answer.More"/>.
    /// </summary>
    /// <param name="speaker">A name or title, as typed.</param>
    /// <param name="about">The matter, as typed; null for whatever was said.</param>
    public async Task<Answer> TimelineAsync(string workspace, string speaker, string? about = null, AskOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        Question asked = AskedQuestion.Of(speaker, about);
        Scope scope = AskedQuestion.Scope(workspace, asked, options ?? AskOptions.None);
        FoundSpeakers[] found = [await speakerFinder.FindAsync(scope, speaker, cancel)];
        IReadOnlyList<RankedStatement> right = found[0].IsKnown ? (await chooser.ChooseAsync(scope, asked, found, cancel)).Right : [];
        return right.Count == 0 ? await nothing.SayAsync(scope, asked, found, cancel) : Timelines.Of(asked, found, right);
    }

    /// <summary>What two speakers say on one matter, as many lines of the one as of the other.</summary>
    /// <param name="left">A name or title, as typed.</param>
    /// <param name="right">Another.</param>
    /// <param name="about">The matter, as typed; null for whatever they say.</param>
    public async Task<Comparison> CompareAsync(string workspace, string left, string right, string? about = null, AskOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        Question asked = AskedQuestion.Of(left, about);
        Scope scope = AskedQuestion.Scope(workspace, asked, options ?? AskOptions.None);
        return await comparisons.CompareAsync(scope, asked, left, right, cancel);
    }

    private async Task<Explanation> AnswerAsync(Scope scope, Question asked, IReadOnlyList<FoundSpeakers> speakers, CancellationToken cancel)
    {
        (IReadOnlyList<RankedStatement> ranked, IReadOnlyList<RankedStatement> right) = await chooser.ChooseAsync(scope, asked, speakers, cancel);
        if (right.Count == 0 && asked.AsMatter is { } matter && (await chooser.ChooseAsync(scope, matter, speakers, cancel)) is { Right.Count: > 0 } onMatter)
            (asked, (ranked, right)) = (matter, onMatter);
        IReadOnlyList<RankedStatement> chosen = SameContent.Join(right.Take(Selection.MostCompared));
        Answer answer = chosen.Count == 0 ? await nothing.SayAsync(scope, asked, speakers, cancel)
            : asked.Form != QuestionForm.YesNo ? Told(asked, speakers, chosen, right.Count)
            : Judged(asked, speakers, chosen) ?? await nothing.SayAsync(scope, asked, speakers, cancel);
        return new Explanation(asked, speakers, chosen.Count == 0 ? ranked : chosen, answer);
    }

    private static Answer Told(Question asked, IReadOnlyList<FoundSpeakers> speakers, IReadOnlyList<RankedStatement> chosen, int right)
    {
        AnswerLine[] lines = [.. chosen.Take(Selection.MostPaged).Select(AnswerLines.Of)];
        AnswerLine[] shown = lines[..Math.Min(Selection.Most, lines.Length)];
        // Stories spell a name differently: each speaker is told once.
        string[] tellers = [.. chosen.Take(Selection.Most).DistinctBy(s => s.Statement.SpeakerId?.ToString() ?? s.Statement.Speaker).Select(s => AnswerLines.Speaker(s.Statement))];
        return new Answer
        {
            Answered = true,
            Text = AnswerText.Over(asked, asked.Form == QuestionForm.Who ? AnswerText.WhoSays(tellers) : AnswerText.Subject(speakers), shown, right > Selection.MostCompared ? int.MaxValue : chosen.Count),
            Lines = shown,
            More = lines[shown.Length..],
        };
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
        return await nothing.SayAsync(scope, asked, speakers, cancel);
    }

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
