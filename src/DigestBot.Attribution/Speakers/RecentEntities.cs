namespace DigestBot.Attribution;

/// <summary>Who has appeared so far, the latest first; bounded, so that time stays linear in the text.</summary>
internal sealed class RecentEntities
{
    private const int MostAppearances = 80;
    private readonly List<Appearance> _appearances = [];

    /// <summary>The appearances of late, oldest first, each with its entity.</summary>
    public IReadOnlyList<Appearance> Appearances => _appearances;

    /// <summary>Notes that somebody appears.</summary>
    public void Note(Appearance appearance)
    {
        if (_appearances.Count >= 2 * MostAppearances)
        {
            _appearances.RemoveRange(0, MostAppearances);
        }

        _appearances.Add(appearance);
        appearance.Entity!.Weight += appearance.IsQuoted ? 0 : 1;
    }

    /// <summary>Those who appeared, each once, the latest first.</summary>
    public IEnumerable<Entity> Nearest()
    {
        var seen = new HashSet<Entity>();
        for (var i = _appearances.Count - 1; i >= 0; i--)
        {
            if (seen.Add(_appearances[i].Entity!))
            {
                yield return _appearances[i].Entity!;
            }
        }
    }
}
