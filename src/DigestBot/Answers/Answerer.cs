using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>
/// Answers questions from stored statements alone: parse, find who is meant, retrieve, rank, choose, join what is told twice, say it.
/// Thread-safe.
/// </summary>
public sealed class Answerer(Store store, TimeProvider clock)
{
    private readonly QuestionReader _reader = new(store, clock);
    private readonly SpeakerFinder _speakerFinder = new(store);
    private readonly StatementChooser _chooser = new(store);
    private readonly NothingFound _nothing = new(store);
    private readonly Comparisons _comparisons = new(store);
    private readonly Weekdays _weekdays = new(store);
    private readonly Misspellings _misspellings = new(store);
    private readonly WhoIs _whoIs = new(store);
    private readonly OtherReadings _otherReadings = new(new SpeakerFinder(store));

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
        var spelled = await _misspellings.SpellAsync(workspace, question, cancel);
        options = options with { Previous = await SpelledAsync(workspace, options.Previous, cancel) };
        var asTyped = await ExplainAsTypedAsync(workspace, spelled.Question, options, cancel);
        if (!asTyped.Answer.Answered && await _misspellings.CorrectAsync(workspace, spelled.Question, cancel) is { } corrected
            && await ExplainAsTypedAsync(workspace, corrected.Question, options, cancel) is { Answer.Answered: true } explained)
        {
            return Noticed(explained, spelled.Notice + corrected.Notice);
        }

        return Noticed(asTyped, spelled.Notice);
    }

    private async Task<IReadOnlyList<string>> SpelledAsync(string workspace, IReadOnlyList<string> questions, CancellationToken cancel)
    {
        List<string> spelled = [];
        foreach (var question in questions)
        {
            spelled.Add((await _misspellings.SpellAsync(workspace, question, cancel)).Question);
        }
        return spelled;
    }

    private static Explanation Noticed(Explanation explained, string notice) => explained with { Answer = explained.Answer with { Text = notice + explained.Answer.Text } };

    private async Task<Explanation> ExplainAsTypedAsync(string workspace, string question, AskOptions options, CancellationToken cancel)
    {
        var read = await _reader.ReadAsync(workspace, question, options, cancel);
        var asked = read.Asked;
        if (asked is { HasPronounSubject: true, IsToBot: false, Speakers.Count: 0, Topic.Count: 0 })
        {
            return new Explanation(asked, [], [], await _nothing.AskWhomAsync(read.Scope, asked, cancel));
        }
        // "who said something?" asks for all of one story, but of the archive for nothing.
        if (asked.IsEmpty && (read.Scope.StoryId is null || asked.Verb.Length == 0))
        {
            return new Explanation(asked, [], [], await _nothing.HelpAsync(read.Scope, cancel));
        }

        if (asked.Form == QuestionForm.WhoIs)
        {
            return new Explanation(asked, read.Speakers, [], await WhoIsAsync(read, cancel));
        }

        return read.IsOfUnknown ? new Explanation(asked, read.Speakers, [], await _nothing.SayAsync(read.Scope, asked, read.Speakers, cancel)) : await AnswerAsync(read, cancel);
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
        var asked = AskedQuestion.Of(speaker, about);
        var scope = AskedQuestion.Scope(workspace, asked, options ?? AskOptions.None);
        FoundSpeakers[] found = [await _speakerFinder.FindAsync(scope, asked.Speakers[0], cancel)];
        var right = found[0].IsKnown ? (await _chooser.ChooseAsync(scope, asked, found, cancel)).Right : [];
        return right.Count == 0 ? await _nothing.SayAsync(scope, asked, found, cancel) : Timelines.Of(asked, found, right);
    }

    /// <summary>What two speakers say on one matter, as many lines of the one as of the other.</summary>
    /// <param name="left">A name or title, as typed.</param>
    /// <param name="right">Another.</param>
    /// <param name="about">The matter, as typed; null for whatever they say.</param>
    public async Task<Comparison> CompareAsync(string workspace, string left, string right, string? about = null, AskOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var asked = AskedQuestion.Of(left, about);
        var scope = AskedQuestion.Scope(workspace, asked, options ?? AskOptions.None);
        return await _comparisons.CompareAsync(scope, asked, AskedNames.Typed(left), AskedNames.Typed(right), cancel);
    }

    private async Task<Explanation> AnswerAsync(ReadQuestion read, CancellationToken cancel)
    {
        (var asked, var scope, var speakers, var notice) = read;
        (var ranked, var right) = await ChooseAsync(scope, asked, speakers, cancel);
        if (right.Count == 0)
        {
            await foreach (var other in _otherReadings.OfAsync(read, cancel))
            {
                if (await ChooseAsync(other.Scope, other.Asked, speakers, cancel) is not { Right.Count: > 0 } instead)
                {
                    continue;
                }

                (asked, scope, notice, (ranked, right)) = (other.Asked, other.Scope, other.Notice + notice, instead);
                break;
            }
        }
        if (asked.Weekday is { } weekday)
        {
            (right, var day) = await _weekdays.KeepNewestAsync(read, weekday, right, cancel);
            notice += right.Count > 0 ? $"The last {weekday} told of is {day:d MMMM yyyy}. " : "";
        }
        var chosen = SameContent.Join(right.Take(Selection.MostCompared));
        var answer = chosen.Count == 0 ? null
            : asked.Form == QuestionForm.YesNo ? ToldAnswer.Judge(asked, speakers, chosen)
            : asked.IsOverTime && speakers.Count == 1 && Timelines.IsOverDays(right) ? Timelines.Of(asked, speakers, right)
            : ToldAnswer.Of(asked, speakers, chosen, right.Count);
        answer ??= await _nothing.SayAsync(scope, asked, speakers, cancel);
        answer = answer with { Text = notice + answer.Text };
        return new Explanation(asked, speakers, ranked, answer);
    }

    /// <summary>Several speakers are looked for one by one, so that none crowds the others out.</summary>
    private async Task<ChosenStatements> ChooseAsync(Scope scope, Question asked, IReadOnlyList<FoundSpeakers> speakers, CancellationToken cancel)
    {
        if (speakers.Count(s => s.IsKnown) < 2)
        {
            return await _chooser.ChooseAsync(scope, asked, speakers, cancel);
        }

        List<ChosenStatements> each = [];
        foreach (var speaker in speakers.Where(s => s.IsKnown))
        {
            each.Add(await _chooser.ChooseAsync(scope, asked, [speaker], cancel));
        }

        var most = Selection.MostCompared / each.Count;
        return new ChosenStatements(
            [.. each.SelectMany(e => e.Ranked).DistinctBy(r => r.Statement.Id).OrderByDescending(r => r.Total)],
            [.. each.SelectMany(e => e.Right.Take(most)).DistinctBy(r => r.Statement.Id).OrderByDescending(r => r.Total)]);
    }

    private async Task<Answer> WhoIsAsync(ReadQuestion read, CancellationToken cancel)
    {
        foreach (var speaker in await _whoIs.MeantAsync(read, cancel))
        {
            var lines = await _whoIs.DescribeAsync(read.Scope, speaker, cancel);
            if (lines.Count > 0)
            {
                return new Answer { Answered = true, Text = AnswerText.WhoIs(speaker, lines), Lines = lines };
            }
        }
        return await _nothing.SayAsync(read.Scope, read.Asked, read.Speakers, cancel);
    }
}
