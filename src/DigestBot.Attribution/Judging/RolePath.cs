namespace DigestBot.Attribution.Judging;

/// <summary>The best sequence of roles so far, for each role of the last token (Viterbi 1967).</summary>
internal sealed class RolePath(int length)
{
    private const int Roles = RoleTagger.Roles;
    private readonly byte[] _from = new byte[length * Roles];
    private readonly float[] _best = new float[Roles];

    /// <summary>Goes on to token <paramref name="index"/> (from 0, in order).</summary>
    /// <param name="scores">The token's own score for each role.</param>
    /// <param name="steps">Score of a step, by last role (row <see cref="Roles"/> is the start) and role.</param>
    public void Add(int index, ReadOnlySpan<float> scores, ReadOnlySpan<float> steps)
    {
        Span<float> next = stackalloc float[Roles];
        for (var role = 0; role < Roles; role++)
        {
            if (index == 0)
            {
                next[role] = scores[role] + steps[(Roles * Roles) + role];
                continue;
            }
            var last = 0;
            for (var other = 1; other < Roles; other++)
            {
                last = _best[other] + steps[(other * Roles) + role] > _best[last] + steps[(last * Roles) + role] ? other : last;
            }

            _from[(index * Roles) + role] = (byte)last;
            next[role] = scores[role] + _best[last] + steps[(last * Roles) + role];
        }
        next.CopyTo(_best);
    }

    /// <summary>The best sequence.</summary>
    public byte[] Best()
    {
        var roles = new byte[length];
        if (length == 0)
        {
            return roles;
        }

        roles[length - 1] = (byte)_best.AsSpan().IndexOf(Math.Max(_best[0], Math.Max(_best[1], _best[2])));
        for (var i = length - 1; i > 0; i--)
        {
            roles[i - 1] = _from[(i * Roles) + roles[i]];
        }

        return roles;
    }
}
