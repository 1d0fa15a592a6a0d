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
/// among the stories at hand (cosine over tf-idf, single link, within days of each other).
/// </summary>
internal static class Events
{
    private const double Alike = 0.3;
    private static readonly TimeSpan Near = TimeSpan.FromDays(4);

    /// <summary>All events, in the order of their newest story.</summary>
    public static IReadOnlyList<Event> Of(IReadOnlyList<Story> stories, IEnumerable<StoredStatement> statements)
    {
        ILookup<string, StoredStatement> said = statements.ToLookup(s => s.StoryId);
        Dictionary<string, double>[] vectors = Vectors(stories, said);
        int[] roots = [.. Enumerable.Range(0, stories.Count)];
        for (int one = 0; one < stories.Count; one++)
        {
            for (int other = 0; other < one; other++)
            {
                if (Root(roots, one) != Root(roots, other) && (Time(stories[one]) - Time(stories[other])).Duration() <= Near && Cosine(vectors[one], vectors[other]) >= Alike)
                    roots[Root(roots, one)] = Root(roots, other);
            }
        }
        return [.. Enumerable.Range(0, stories.Count).GroupBy(at => Root(roots, at))
            .Select(g => new Event([.. g.Select(at => stories[at])], [.. g.SelectMany(at => said[stories[at].Id])]))];
    }

    private static Dictionary<string, double>[] Vectors(IReadOnlyList<Story> stories, ILookup<string, StoredStatement> said)
    {
        Dictionary<string, int>[] counts = [.. stories.Select(s => Counts(s, said[s.Id]))];
        Dictionary<string, int> frequency = counts.SelectMany(c => c.Keys).GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. counts.Select(count => Unit(count.ToDictionary(c => c.Key, c => Math.Log(1 + c.Value) * Math.Log(1 + ((double)stories.Count / frequency[c.Key])), StringComparer.Ordinal)))];
    }

    private static Dictionary<string, int> Counts(Story story, IEnumerable<StoredStatement> statements)
    {
        IEnumerable<string> words = TextWords.Of(story.Title).Concat(statements.SelectMany(s => TextWords.Of($"{s.Content} {s.Speaker} {s.About}")))
            .Where(w => !TopicWords.IsStop(w)).Select(Porter.Stem);
        return words.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        double length = Math.Sqrt(vector.Values.Sum(v => v * v));
        return vector.ToDictionary(v => v.Key, v => v.Value / Math.Max(length, double.Epsilon), StringComparer.Ordinal);
    }

    private static double Cosine(Dictionary<string, double> left, Dictionary<string, double> right)
    {
        (Dictionary<string, double> few, Dictionary<string, double> many) = left.Count <= right.Count ? (left, right) : (right, left);
        return few.Sum(word => word.Value * many.GetValueOrDefault(word.Key));
    }

    private static int Root(int[] roots, int at)
    {
        while (roots[at] != at)
            at = roots[at];
        return at;
    }

    private static DateTimeOffset Time(Story story) => story.Published ?? story.Arrived;
}
