namespace DigestBot.Attribution.Judging;

/// <summary>The best sequence of roles so far, for each role of the last token (Viterbi 1967).</summary>
internal sealed class RolePath(int length)
{
    private const int Roles = RoleTagger.Roles;
    private readonly byte[] from = new byte[length * Roles];
    private readonly float[] best = new float[Roles];

    /// <summary>Goes on to token <paramref name="index"/> (from 0, in order).</summary>
    /// <param name="scores">The token's own score for each role.</param>
    /// <param name="steps">Score of a step, by last role (row <see cref="Roles"/> is the start) and role.</param>
    public void Add(int index, ReadOnlySpan<float> scores, ReadOnlySpan<float> steps)
    {
        Span<float> next = stackalloc float[Roles];
        for (int role = 0; role < Roles; role++)
        {
            if (index == 0)
            {
                next[role] = scores[role] + steps[(Roles * Roles) + role];
                continue;
            }
            int last = 0;
            for (int other = 1; other < Roles; other++)
                last = best[other] + steps[(other * Roles) + role] > best[last] + steps[(last * Roles) + role] ? other : last;
            from[(index * Roles) + role] = (byte)last;
            next[role] = scores[role] + best[last] + steps[(last * Roles) + role];
        }
        next.CopyTo(best);
    }

    /// <summary>The best sequence.</summary>
    public byte[] Best()
    {
        byte[] roles = new byte[length];
        if (length == 0)
            return roles;
        roles[length - 1] = (byte)best.AsSpan().IndexOf(Math.Max(best[0], Math.Max(best[1], best[2])));
        for (int i = length - 1; i > 0; i--)
            roles[i - 1] = from[(i * Roles) + roles[i]];
        return roles;
    }
}
