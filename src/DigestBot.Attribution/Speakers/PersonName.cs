namespace DigestBot.Attribution;

/// <summary>
/// A person's name taken apart: "Russian Foreign Minister Sergei Lavrov" is title "Russian Foreign Minister", given name "Sergei",
/// surname "Lavrov". A name of one word is a surname, unless its title says that a given name follows ("Pope Francis").
/// </summary>
public sealed record PersonName
{
    /// <summary>What stands before the name, as written; "" where there is nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>Given names and initials, as written; "" where there are none.</summary>
    public string Given { get; init; } = "";

    /// <summary>Surname with its particles, as written ("von der Leyen", "García Márquez", "al-Khatib"); "" where there is none.</summary>
    public string Surname { get; init; } = "";

    /// <summary>"Jr.", "III"; "" where there is none.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Gender as title and given name show it.</summary>
    public Gender Gender { get; init; }

    /// <summary>The name without title, suffix included, in the order in which it was written.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// Keys to look the name up by: one for each of its words, equal in every spelling that <see cref="Names.Compare(PersonName, PersonName)"/>
    /// takes for the same. Two names with no key in common are different.
    /// </summary>
    public IReadOnlyList<string> LookupKeys => Names.LookupKeysOf(this);

    /// <summary>Whether a title stands before it that only a surname follows ("Mr. Khatib").</summary>
    internal bool IsFormal { get; init; }

    /// <summary>The folded words of the given names; initials apart ("J.K." are two).</summary>
    internal string[] GivenParts { get; init; } = [];

    /// <summary>The folded words of the surname, particles left out.</summary>
    internal string[] SurnameParts { get; init; } = [];

    /// <summary>Takes a name or noun phrase apart.</summary>
    /// <param name="phrase">A name with or without titles; what stands in brackets or behind a comma does not count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="phrase"/> is null.</exception>
    public static PersonName Parse(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return NameParser.Parse(phrase);
    }
}
