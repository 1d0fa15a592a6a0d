using DigestBot.Answers;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>Stories about one happening, with their statements.</summary>
internal sealed record Event(IReadOnlyList<Story> Stories, IReadOnlyList<StoredStatement> Statements)
{
    /// <summary>How many outlets tell it; a story without one counts for itself.</summary>
    public int Told => Stories.Select(s => s.Outlet ?? s.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}

/// <summary>
/// Joins the stories of several outlets about one happening: those whose headlines, speakers and contents share the words that are rare
/// among the stories at hand (cosine over tf-idf, average link, within days of each other).
/// </summary>
internal static class Events
{
    private const double Alike = 0.18;
    private static readonly TimeSpan _near = TimeSpan.FromDays(5);

    /// <summary>All events; a story without a like is one by itself.</summary>
    public static IReadOnlyList<Event> Of(IReadOnlyList<Story> stories, IEnumerable<StoredStatement> statements)
    {
        var said = statements.ToLookup(s => s.StoryId);
        var likeness = Likeness(stories, Vectors(stories, said));
        List<List<int>> groups = [.. Enumerable.Range(0, stories.Count).Select(at => new List<int> { at })];
        List<int>[] groupOf = [.. groups];
        foreach ((var one, var other) in Pairs(stories.Count).Where(p => likeness[p.One, p.Other] >= Alike).OrderByDescending(p => likeness[p.One, p.Other]))
        {
            (var kept, var joined) = (groupOf[one], groupOf[other]);
            if (kept == joined || kept.Average(k => joined.Average(j => likeness[k, j])) < Alike)
            {
                continue;
            }

            kept.AddRange(joined);
            joined.ForEach(at => groupOf[at] = kept);
            groups.Remove(joined);
        }
        return [.. groups.Select(g => new Event([.. g.Select(at => stories[at])], [.. g.SelectMany(at => said[stories[at].Id])]))];
    }

    private static double[,] Likeness(IReadOnlyList<Story> stories, Dictionary<string, double>[] vectors)
    {
        var likeness = new double[stories.Count, stories.Count];
        foreach ((var one, var other) in Pairs(stories.Count))
        {
            if ((Time(stories[one]) - Time(stories[other])).Duration() <= _near)
            {
                likeness[one, other] = likeness[other, one] = Cosine(vectors[one], vectors[other]);
            }
        }
        return likeness;
    }

    private static IEnumerable<(int One, int Other)> Pairs(int count)
    {
        for (var one = 0; one < count; one++)
        {
            for (var other = one + 1; other < count; other++)
            {
                yield return (one, other);
            }
        }
    }

    private static Dictionary<string, double>[] Vectors(IReadOnlyList<Story> stories, ILookup<string, StoredStatement> said)
    {
        Dictionary<string, int>[] counts = [.. stories.Select(s => Counts(s, said[s.Id]))];
        var frequency = counts.SelectMany(c => c.Keys).GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. counts.Select(count => Unit(count.ToDictionary(c => c.Key, c => Math.Sqrt(c.Value) * Math.Log(1 + ((double)stories.Count / frequency[c.Key])), StringComparer.Ordinal)))];
    }

    private static Dictionary<string, int> Counts(Story story, IEnumerable<StoredStatement> statements)
    {
        // Those who speak and are spoken of tell a happening better than the words do.
        var words = TextWords.Of(story.Title).Concat(statements.SelectMany(s => TextWords.Of($"{s.Content} {s.Speaker} {s.Speaker} {s.About} {s.About}")))
            .Where(w => !TopicWords.IsStop(w)).Select(Porter.Stem);
        return words.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(v => v * v));
        return vector.ToDictionary(v => v.Key, v => v.Value / Math.Max(length, double.Epsilon), StringComparer.Ordinal);
    }

    private static double Cosine(Dictionary<string, double> left, Dictionary<string, double> right)
    {
        (var few, var many) = left.Count <= right.Count ? (left, right) : (right, left);
        return few.Sum(word => word.Value * many.GetValueOrDefault(word.Key));
    }

    private static DateTimeOffset Time(Story story) => story.Published ?? story.Arrived;
}
