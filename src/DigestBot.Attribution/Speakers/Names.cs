namespace DigestBot.Attribution;

/// <summary>How two names stand to each other.</summary>
public enum NameMatch
{
    /// <summary>They cannot be the same person or body: something in one contradicts the other.</summary>
    Different,

    /// <summary>One says less than the other and nothing contradicts: "Khatib" and "Moaz al-Khatib", "S. Lavrov" and "Sergei Lavrov".</summary>
    Compatible,

    /// <summary>Both say the same, spelling, titles, pet forms and middle names aside: "Bill Clinton" and "William J. Clinton".</summary>
    Same,
}

/// <summary>
/// Compares names of people. Follows the matching rules that Bontcheva et al. (2002) use for orthographic coreference, widened by
/// transliteration, pet forms and the order of names.
/// </summary>
public static class Names
{
    /// <summary>Compares two names or noun phrases with names in them.</summary>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static NameMatch Compare(string left, string right) => Compare(PersonName.Parse(left), PersonName.Parse(right));

    /// <summary>Compares two names taken apart.</summary>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static NameMatch Compare(PersonName left, PersonName right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return NameComparison.Compare(left, right, Spelling.Agree);
    }

    /// <summary>
    /// As <see cref="Compare(string, string)"/>, but forgives typing errors, for questions only: "Katib" finds Khatib. One edit in words of
    /// four to seven letters, two in longer ones (Damerau 1964); one consonant for another counts as more than one in short words.
    /// </summary>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static NameMatch CompareMistyped(string asked, string name)
    {
        var (left, right) = (PersonName.Parse(asked), PersonName.Parse(name));
        var strict = Compare(left, right);
        // Most names of an archive are far from what was typed, and the distance is sooner told than the spelling.
        return strict != NameMatch.Different ? strict
            : NameComparison.Compare(left, right, (mine, other) => Mistyping.IsLikely(mine, other) || Spelling.Agree(mine, other));
    }

    /// <summary>The plain form of a name for sorting and equality: lower case, no diacritics or apostrophes.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Folding.Fold(name);
    }

    /// <summary>See <see cref="PersonName.LookupKeys"/>.</summary>
    internal static IReadOnlyList<string> LookupKeysOf(PersonName name)
    {
        var keys = new List<string>();
        foreach (var part in name.GivenParts.Concat(name.SurnameParts))
        {
            foreach (var form in Spelling.LookupFormsOf(part))
            {
                if (!keys.Contains(form))
                {
                    keys.Add(form);
                }
            }
        }

        return keys;
    }
}
