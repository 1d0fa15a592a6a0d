using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Tells on which day something was said, where a story tells it by the weekday ("on Friday"): the last such day up to the story's own date.</summary>
internal sealed class Weekdays(Store store)
{
    private readonly StatementFinder _finder = new(store);

    /// <summary>Of the statements those of the newest such weekday that is told of, with its date; where none is of one, of those that name it.</summary>
    public async Task<(IReadOnlyList<RankedStatement> Said, DateTimeOffset Day)> KeepNewestAsync(ReadQuestion read, DayOfWeek weekday, IReadOnlyList<RankedStatement> right, CancellationToken cancel)
    {
        if (await KeepNewestAsync(read.Scope, weekday, right, cancel) is { Said.Count: > 0 } kept)
        {
            return kept;
        }

        Topic topic = new(read.Asked.Topic);
        Topic named = new([.. read.Asked.Topic, $"{weekday}".ToLowerInvariant()]);
        var found = await _finder.FindAsync(read.Scope, read.Asked, named, read.Speakers.Count == 0 ? null : read.Speakers, cancel);
        return found.HaveAllWords ? await KeepNewestAsync(read.Scope, weekday, Selection.Choose(read.Asked, topic, Ranking.Rank(read.Asked, topic, found)), cancel) : ([], default);
    }

    private async Task<(IReadOnlyList<RankedStatement> Said, DateTimeOffset Day)> KeepNewestAsync(Scope scope, DayOfWeek weekday, IReadOnlyList<RankedStatement> right, CancellationToken cancel)
    {
        Dictionary<string, string> texts = [];
        List<(RankedStatement Said, DateTimeOffset Day)> dated = [];
        foreach (var ranked in right.Take(Selection.MostCompared))
        {
            var id = ranked.Statement.StoryId;
            if (!texts.TryGetValue(id, out var text))
            {
                texts[id] = text = (await store.GetStoryAsync(scope.Workspace, id, cancel))?.Text ?? "";
            }

            if (DayOf(ranked.Statement, text, weekday) is { } day)
            {
                dated.Add((ranked, day));
            }
        }
        var newest = dated.Count == 0 ? default : dated.Max(d => d.Day);
        return ([.. dated.Where(d => d.Day == newest).Select(d => d.Said)], newest);
    }

    /// <summary>The day on which it was said, if it was one of those weekdays; null otherwise.</summary>
    public static DateTimeOffset? DayOf(StoredStatement statement, string text, DayOfWeek weekday)
    {
        DateTimeOffset told = new(statement.Time.UtcDateTime.Date, TimeSpan.Zero);
        HashSet<DayOfWeek> named = [.. TextWords.Of(Sentence(statement, text)).Select(w => AskedTimes.DayOfWeek(w)).OfType<DayOfWeek>()];
        if (named.Contains(weekday))
        {
            return told.AddDays(-(((int)told.DayOfWeek - (int)weekday + 7) % 7));
        }

        return named.Count == 0 && told.DayOfWeek == weekday ? told : null;
    }

    private static string Sentence(StoredStatement statement, string text)
    {
        TextSpan[] spans = [.. statement.CueSpans.Concat(statement.Spans)];
        var start = spans.Min(s => s.Start);
        var end = spans.Max(s => s.End);
        if (end > text.Length)
        {
            return statement.Content;
        }

        while (start > 0 && !IsEnd(text, start - 1))
        {
            start--;
        }

        while (end < text.Length && !IsEnd(text, end))
        {
            end++;
        }

        return text[start..end];
    }

    private static bool IsEnd(string text, int at) => text[at] == '\n' || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));
}
