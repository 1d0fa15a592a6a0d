using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Digests;

/// <summary>Composes digests: the most told happenings of a time, and who said what in them. Thread-safe.</summary>
public sealed class DigestComposer(Store store, TimeProvider clock)
{
    private const int MostStories = 5;
    private const int MostLines = 3;

    // Beyond so many stories of one digest the oldest are not looked at.
    private const int MostRead = 400;

    /// <summary>The digest of the stories of a time, by publication, or by arrival where that is unknown.</summary>
    /// <param name="since">Inclusive; null for all.</param>
    /// <param name="until">Exclusive; null for no bound.</param>
    public async Task<Digest> ComposeAsync(string workspace, DateTimeOffset? since = null, DateTimeOffset? until = null, CancellationToken cancel = default)
    {
        var stories = await store.StoriesAsync(workspace, since, until, MostRead, cancel);
        var statements = await store.FindStatementsAsync(workspace, new StatementFilter { Since = since, Until = until, Limit = 1000 }, cancel);
        List<StoredStatement> told = [];
        List<DigestStory> entries = [];
        foreach (var happening in Events.Of(stories, statements).OrderByDescending(e => e.Told).ThenByDescending(e => e.Statements.Count)
            .ThenByDescending(e => e.Stories.Max(s => s.Published ?? s.Arrived)).ThenBy(e => e.Stories.Min(s => s.Id), StringComparer.Ordinal))
        {
            var lines = Lines(happening, told);
            if (lines.Count == 0)
            {
                continue;
            }

            told.AddRange(lines.Select(l => l.Statement));
            entries.Add(Entry(happening, lines));
            if (entries.Count == MostStories)
            {
                break;
            }
        }
        var day = until is { } end ? TimeZoneInfo.ConvertTime(end.AddTicks(-1), clock.LocalTimeZone) : clock.GetLocalNow();
        return new Digest { Day = DateOnly.FromDateTime(day.DateTime), StoriesRead = stories.Count, Stories = entries };
    }

    private static DigestStory Entry(Event happening, IReadOnlyList<RankedStatement> lines)
    {
        var told = happening.Stories.OrderByDescending(s => lines.Count(l => l.Statement.StoryId == s.Id)).First();
        return new DigestStory
        {
            Title = told.Title,
            Outlets = [.. happening.Stories.OrderBy(s => s != told).Select(s => s.Outlet).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Lines = [.. lines.Select(AnswerLines.Of)],
        };
    }

    /// <summary>Three lines that are not told yet: what weighs most, each speaker before any speaks twice; demands together.</summary>
    private static IReadOnlyList<RankedStatement> Lines(Event happening, List<StoredStatement> told)
    {
        IEnumerable<RankedStatement> ranked = happening.Statements.Where(s => s.Speaker.Length > 0)
            .Select(s => new RankedStatement(s) { Verb = Weight(s) })
            .OrderByDescending(r => r.Verb).ThenBy(r => r.Statement.Id);
        RankedStatement[] distinct = [.. SameContent.Join(ranked).Where(r => !told.Exists(t => SameContent.IsSame(t, r.Statement)))];
        RankedStatement[] chosen = [.. distinct.GroupBy(r => (r.Statement.SpeakerId, r.Statement.Speaker))
            .SelectMany(g => g.Select((line, turn) => (Line: line, Score: line.Verb + (0.1 * line.Same.Count) - (0.5 * turn))))
            .OrderByDescending(p => p.Score).ThenBy(p => p.Line.Statement.Id).Take(MostLines).Select(p => p.Line)];
        return [.. chosen.OrderBy(r => r.Statement.Act == SpeechAct.Demands ? 0 : 1)];
    }

    // Headlines shorten what their story tells better, and the digest shows them already.
    private static bool IsHeadline(StoredStatement statement) => statement.Spans[0].Start < statement.Title.Length;

    /// <summary>More than saying, in full clauses, by the named, surely read.</summary>
    private static double Weight(StoredStatement statement)
    {
        var act = statement.Act switch
        {
            SpeechAct.Demands or SpeechAct.Rejects or SpeechAct.Offers or SpeechAct.Accepts => 1,
            SpeechAct.Says or SpeechAct.Thinks or SpeechAct.Asks => 0.4,
            _ => 0.8,
        };
        var words = statement.Content.Count(char.IsWhiteSpace) + 1;
        var length = words < 4 ? 0 : words > 45 ? 0.5 : 1;
        return act + (0.5 * length) + (0.3 * statement.Confidence) + (statement.SpeakerId is null ? 0 : 0.4) + (statement.Kind == QuoteKind.Indirect ? 0 : 0.1) - (IsHeadline(statement) ? 0.6 : 0);
    }
}
