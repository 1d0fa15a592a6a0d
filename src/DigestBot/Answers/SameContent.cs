using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Recognises one content told twice: by two outlets, or in a headline and its story.</summary>
internal static class SameContent
{
    // Dice over stems: outlets shorten and reorder, but a different statement shares less.
    private const double Alike = 0.7;

    // Another outlet's shorter version: nearly all of it stands in the longer one.
    private const double Contained = 0.65;

    private static readonly HashSet<string> _negations = ["not", "never", "no", "n't", "without", "cannot"];

    /// <summary>Of contents that are alike only the best ranked, with the others as where else it stands.</summary>
    public static IReadOnlyList<RankedStatement> Join(IEnumerable<RankedStatement> ranked)
    {
        List<(RankedStatement Line, HashSet<string> Stems, List<StoredStatement> Same)> lines = [];
        foreach (var next in ranked)
        {
            var stems = Stems(next.Statement.Content);
            var at = lines.FindIndex(l => IsSame(l.Line.Statement, l.Stems, next.Statement, stems));
            if (at >= 0)
            {
                lines[at].Same.Add(next.Statement);
            }
            else
            {
                lines.Add((next, stems, []));
            }
        }
        return [.. lines.Select(l => l.Line with { Same = l.Same })];
    }

    /// <summary>Whether the two say the same, by the same speaker.</summary>
    public static bool IsSame(StoredStatement left, StoredStatement right) => IsSame(left, Stems(left.Content), right, Stems(right.Content));

    private static bool IsSame(StoredStatement left, HashSet<string> leftStems, StoredStatement right, HashSet<string> rightStems)
    {
        if (left.SpeakerId != right.SpeakerId || left.IsNegated != right.IsNegated || Turns.AreOpposed(left, right))
        {
            return false;
        }

        if (left.StoryId == right.StoryId && Covers(left, right))
        {
            return true;
        }

        if (leftStems.Overlaps(_negations) != rightStems.Overlaps(_negations) || HaveOtherNumbers(leftStems, rightStems))
        {
            return false;
        }

        var shared = leftStems.Count(rightStems.Contains);
        return (shared > 0 && 2.0 * shared / (leftStems.Count + rightStems.Count) >= Alike)
            || (shared > 1 && left.StoryId != right.StoryId && left.Act == right.Act && shared >= Contained * Math.Min(leftStems.Count, rightStems.Count));
    }

    // "Rise by 8 percent" and "rise by 3 percent" are two statements, whatever else they share.
    private static bool HaveOtherNumbers(HashSet<string> left, HashSet<string> right)
    {
        string[] numbers = [.. left.Where(s => char.IsDigit(s[0]))];
        return numbers.Length > 0 && right.Any(s => char.IsDigit(s[0])) && !right.Overlaps(numbers);
    }

    private static bool Covers(StoredStatement left, StoredStatement right)
    {
        var shared = left.Spans.Sum(a => right.Spans.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        return shared * 10 >= 8 * Math.Max(Length(left), Length(right));
    }

    private static int Length(StoredStatement statement) => statement.Spans.Sum(s => s.Length);

    private static HashSet<string> Stems(string content) =>
        TextWords.Of(content).Where(w => !TopicWords.IsStop(w) || _negations.Contains(w)).Select(Porter.Stem).ToHashSet(StringComparer.Ordinal);
}
