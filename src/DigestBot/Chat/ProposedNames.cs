using DigestBot.Attribution;

namespace DigestBot.Chat;

/// <summary>
/// Names in the order in which they are proposed, each with its spellings. Every spelling stands in one sorted list from each of its words on:
/// those that begin alike stand together there, and none of the others has to be looked at.
/// </summary>
internal sealed class ProposedNames
{
    private readonly string[] names;
    private readonly Beginning[] beginnings;

    /// <summary>Sorts them.</summary>
    /// <param name="named">Each name with its other spellings, the first to be proposed first.</param>
    public ProposedNames(IEnumerable<(string Name, IReadOnlyList<string> Forms)> named)
    {
        (string Name, IReadOnlyList<string> Forms)[] all = [.. named];
        names = [.. all.Select(n => n.Name)];
        beginnings = [.. all.SelectMany((n, at) => n.Forms.Append(n.Name).Select(Names.Fold).Distinct(StringComparer.Ordinal).SelectMany(form => Beginnings(form, at)))];
        Array.Sort(beginnings, (left, right) => left.Rest.SequenceCompareTo(right.Rest));
    }

    /// <summary>Those of which a word begins with what was typed; all, where nothing was.</summary>
    /// <param name="typed">Folded (<see cref="Names.Fold"/>).</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<string> Find(string typed, int most)
    {
        if (typed.Length == 0)
            return [.. names.Take(most)];
        SortedSet<int> found = [];
        for (int at = First(typed); at < beginnings.Length && beginnings[at].Rest.StartsWith(typed); at++)
            found.Add(beginnings[at].Name);
        return [.. found.Take(most).Select(name => names[name])];
    }

    private int First(string typed)
    {
        (int from, int to) = (0, beginnings.Length);
        while (from < to)
        {
            int middle = (from + to) / 2;
            if (beginnings[middle].Rest.SequenceCompareTo(typed) < 0)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

    private static IEnumerable<Beginning> Beginnings(string form, int name) =>
        Enumerable.Range(0, form.Length).Where(at => at == 0 || form[at - 1] == ' ').Select(at => new Beginning(form, at, name));

    /// <summary>A spelling from one of its words on, and the place of the name that it is of.</summary>
    private readonly record struct Beginning(string Form, int Start, int Name)
    {
        public ReadOnlySpan<char> Rest => Form.AsSpan(Start);
    }
}
