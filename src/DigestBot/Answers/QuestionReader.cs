using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>A question with what the archive knows of the names and times in it.</summary>
/// <param name="Asked">The question.</param>
/// <param name="Scope">Where it is to be looked for.</param>
/// <param name="Speakers">Who is meant, for each name asked for.</param>
/// <param name="Notice">A sentence on what a word was taken for, with a blank behind it; "" for none.</param>
internal sealed record ReadQuestion(Question Asked, Scope Scope, IReadOnlyList<FoundSpeakers> Speakers, string Notice)
{
    /// <summary>There are names, and nobody of any of them is known.</summary>
    public bool IsOfUnknown => Speakers.Count > 0 && !Speakers.Any(s => s.IsKnown);
}

/// <summary>Reads a question against the archive: outlets, speakers, and the day of "since the summit".</summary>
internal sealed class QuestionReader(Store store, TimeProvider clock)
{
    private readonly SpeakerFinder _speakerFinder = new(store);
    private readonly EventFinder _eventFinder = new(store);

    /// <summary>The question with its names found.</summary>
    public async Task<ReadQuestion> ReadAsync(string workspace, string question, AskOptions options, CancellationToken cancel)
    {
        var asked = AskedQuestion.Of(question, options, clock.GetLocalNow());
        asked = options.Outlet is { } only ? asked with { Outlet = only } : await WithOutletAsync(workspace, asked, cancel);
        (asked, var notice) = await DatedAsync(workspace, asked, options, cancel);
        var scope = AskedQuestion.Scope(workspace, asked, options);
        List<FoundSpeakers> speakers = [];
        foreach (var name in asked.Speakers)
        {
            speakers.Add(await _speakerFinder.FindAsync(scope, name, cancel));
        }

        if (asked.IsByNoun && speakers is [{ IsKnown: false } or { IsMistyped: true }] && await WithinAsync(scope, asked, cancel) is { } within)
        {
            (asked, speakers) = within;
        }

        if (speakers is [{ IsKnown: false }] && asked.Outlet is null && await store.OutletAsync(workspace, asked.Speakers[0], cancel) is { } teller)
        {
            // "what did the Harbour Gazette report?" asks what stands there.
            (asked, speakers) = (asked with { Outlet = teller, Speakers = [], Act = asked.Act is { Breadth: ActBreadth.Own } ? null : asked.Act }, []);
            scope = AskedQuestion.Scope(workspace, asked, options);
        }
        if (asked.Speakers.Count == 0 && asked is { Form: QuestionForm.Words, Act: null, Topic.Count: > 0 })
        {
            (asked, speakers) = await NameAloneAsync(scope, asked, cancel);
        }

        return new ReadQuestion(asked, scope, speakers, notice);
    }

    /// <summary>"Khatib" alone asks what Khatib says, "Khatib vs Lavrov" what both say.</summary>
    private async Task<(Question Asked, List<FoundSpeakers> Speakers)> NameAloneAsync(Scope scope, Question asked, CancellationToken cancel)
    {
        List<FoundSpeakers> named = [];
        foreach (var name in asked.Named)
        {
            named.Add(await _speakerFinder.FindAsync(scope, name, cancel));
        }

        return named.Count > 0 && named.TrueForAll(n => n.Speakers.Any(s => s.Statements > 0)) ? (asked with { Speakers = asked.Named, Topic = [] }, named) : (asked, []);
    }

    /// <summary>Of the words beside the noun of an act the name: "Becker cost [estimate]", "[what allegation did] Lind level at Carver"; null where none of their beginnings is one.</summary>
    private async Task<(Question Asked, List<FoundSpeakers> Speakers)?> WithinAsync(Scope scope, Question asked, CancellationToken cancel)
    {
        var words = QuestionTokens.Read(asked.Speakers[0]);
        if (AskedNames.IsOfAnother(asked.Speakers[0]) && !words.Skip(1).Any(t => AskedNames.IsRelation(t.Lower)))
        {
            return null;
        }

        for (var length = words.Count - 1; length > 0; length--)
        {
            var name = AskedNames.Bare(words.Take(length));
            if (name.Length == 0 || await _speakerFinder.FindAsync(scope, name, cancel) is not { IsMistyped: false, SpeaksFor: null, Speakers: [{ Statements: > 0 }, ..] } found)
            {
                continue;
            }

            // A verb of which nothing is known leads to the matter by a preposition.
            var led = words.FindIndex(length, t => AskedNames.IsRelation(t.Lower) || t.Lower is "at" or "on");
            var rest = led >= 0 ? words.Skip(led) : asked.Form == QuestionForm.Words ? words.Skip(length) : [];
            return (asked with { Speakers = [name], Topic = [.. TopicWords.Of(rest).Concat(asked.Topic).Distinct(StringComparer.Ordinal)] }, [found]);
        }
        return null;
    }

    private async Task<Question> WithOutletAsync(string workspace, Question asked, CancellationToken cancel)
    {
        var outlet = asked.Outlet is { } name ? await store.OutletAsync(workspace, name, cancel) : null;
        if (outlet is null)
        {
            return asked with { Outlet = null };
        }

        HashSet<string> words = [.. TextWords.Of(outlet)];
        return asked with { Outlet = outlet, Topic = [.. asked.Topic.Where(w => !words.Contains(w))] };
    }

    /// <summary>"Since the summit" with its day; within one story, or where no statement tells of a summit, it is what is asked about.</summary>
    private async Task<(Question Asked, string Notice)> DatedAsync(string workspace, Question asked, AskOptions options, CancellationToken cancel)
    {
        if (asked.Happening is not { } happening)
        {
            return (asked, "");
        }

        if (options.StoryId is not null || await _eventFinder.StartAsync(workspace, happening, asked.Speakers, cancel) is not { } start)
        {
            return (asked with { Topic = [.. asked.Topic.Concat(happening.Words).Distinct(StringComparer.Ordinal)] }, "");
        }

        return (happening.IsEnd ? asked with { Until = start } : asked with { Since = start }, $"“{happening.Name}” is first told of on {start:d MMMM yyyy}. ");
    }
}
