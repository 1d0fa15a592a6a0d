using DigestBot.Attribution;

namespace DigestBot.Chat;

/// <summary>
/// Names in the order in which they are proposed, each with its spellings. Every spelling stands in one sorted list from each of its words on:
/// those that begin alike stand together there, and none of the others has to be looked at.
/// </summary>
internal sealed class ProposedNames
{
    private readonly string[] _names;
    private readonly Beginning[] _beginnings;

    /// <summary>Sorts them.</summary>
    /// <param name="named">Each name with its other spellings, the first to be proposed first.</param>
    public ProposedNames(IEnumerable<(string Name, IReadOnlyList<string> Forms)> named)
    {
        (string Name, IReadOnlyList<string> Forms)[] all = [.. named];
        _names = [.. all.Select(n => n.Name)];
        _beginnings = [.. all.SelectMany((n, at) => n.Forms.Append(n.Name).Select(Names.Fold).Distinct(StringComparer.Ordinal).SelectMany(form => Beginnings(form, at)))];
        Array.Sort(_beginnings, (left, right) => left.Rest.SequenceCompareTo(right.Rest));
    }

    /// <summary>Those of which a word begins with what was typed; all, where nothing was.</summary>
    /// <param name="typed">Folded (<see cref="Names.Fold"/>).</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<string> Find(string typed, int most)
    {
        if (typed.Length == 0)
        {
            return [.. _names.Take(most)];
        }

        SortedSet<int> found = [];
        for (var at = First(typed); at < _beginnings.Length && _beginnings[at].Rest.StartsWith(typed); at++)
        {
            found.Add(_beginnings[at].Name);
        }

        return [.. found.Take(most).Select(name => _names[name])];
    }

    private int First(string typed)
    {
        (var from, var to) = (0, _beginnings.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (_beginnings[middle].Rest.SequenceCompareTo(typed) < 0)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
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
