namespace DigestBot.Training.Parsing;

/// <summary>Makes trees projective by lifting the shortest crossing arc to the head's head until none is left (Nivre and Nilsson 2005).</summary>
internal static class Projectivity
{
    /// <summary>Heads without crossing arcs; <paramref name="heads"/> (-1 for the root) stays as it is.</summary>
    public static int[] Lift(int[] heads)
    {
        var lifted = (int[])heads.Clone();
        while (ShortestCrossing(lifted) is var word and >= 0)
        {
            lifted[word] = lifted[lifted[word]];
        }

        return lifted;
    }

    private static int ShortestCrossing(int[] heads)
    {
        var (shortest, length) = (-1, int.MaxValue);
        for (var word = 0; word < heads.Length; word++)
        {
            if (heads[word] >= 0 && Math.Abs(heads[word] - word) < length && !IsProjective(heads, word))
            {
                (shortest, length) = (word, Math.Abs(heads[word] - word));
            }
        }

        return shortest;
    }

    // All words between a word and its head hang below that head.
    private static bool IsProjective(int[] heads, int word)
    {
        var (from, to) = (Math.Min(word, heads[word]) + 1, Math.Max(word, heads[word]));
        for (var between = from; between < to; between++)
        {
            var above = between;
            while (above >= 0 && above != heads[word])
            {
                above = heads[above];
            }

            if (above < 0)
            {
                return false;
            }
        }

        return true;
    }
}
