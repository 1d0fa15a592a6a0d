namespace DigestBot.Attribution;

/// <summary>All appearances of a story by their tokens.</summary>
internal sealed class AppearanceMap(Document document)
{
    private readonly List<Appearance> _all = [];
    private readonly Appearance?[] _at = new Appearance?[document.Tokens.Length];

    /// <summary>Tokens that belong to a name, its title or an apposition's head.</summary>
    public bool[] Taken { get; } = new bool[document.Tokens.Length];

    /// <summary>Takes in names; each covers its title too.</summary>
    public void AddNames(IEnumerable<Appearance> names)
    {
        foreach (var name in names)
        {
            _all.Add(name);
            for (var i = name.TitleFirst; i <= Math.Max(name.Last, name.PartyLast); i++)
            {
                _at[i] = name;
                Taken[i] = true;
            }
        }
    }

    /// <summary>Takes in noun phrases and pronouns; each covers its head.</summary>
    public void Add(IEnumerable<Appearance> phrases)
    {
        foreach (var phrase in phrases)
        {
            // "his daughter Elspeth": the pronoun is somebody else's than the name whose title it stands in.
            if (_at[phrase.Head] is not { } other || (phrase.Kind == AppearanceKind.Pronoun && other.Kind == AppearanceKind.Name && phrase.Head < other.First))
            {
                _all.Add(phrase);
                _at[phrase.Head] = phrase;
                Taken[phrase.Head] = true;
            }
        }
    }

    /// <summary>The appearance that covers the token; null where there is none.</summary>
    public Appearance? At(int token) => token >= 0 && token < _at.Length ? _at[token] : null;

    /// <summary>All of them by their first token.</summary>
    public List<Appearance> InOrder() => [.. _all.OrderBy(appearance => appearance.Head)];
}
