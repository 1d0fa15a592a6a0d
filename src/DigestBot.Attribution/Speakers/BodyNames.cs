namespace DigestBot.Attribution;

/// <summary>Compares names of bodies: "the EU" is the European Union, "Apple Inc." is Apple.</summary>
public static class BodyNames
{
    private static readonly string[] _small = ["the", "of", "and", "for", "in", "on", "at", "to", "de", "la", "le", "du", "des", "a", "an", "&"];

    /// <summary>Compares two bodies' names.</summary>
    /// <returns>
    /// Same where they differ by article, diacritics, legal form or are name and acronym; Compatible where the shorter is what the longer
    /// is called in short ("National Coalition" for "National Coalition of Syrian Revolutionary and Opposition Forces").
    /// </returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static NameMatch Compare(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var mine = WordsOf(left);
        var others = WordsOf(right);
        if (mine.Length == 0 || others.Length == 0)
        {
            return NameMatch.Different;
        }

        if (string.Concat(mine) == string.Concat(others) || IsAcronymOf(left, right) || IsAcronymOf(right, left) || AreOneGovernment(left, right))
        {
            return NameMatch.Same;
        }

        var (few, many) = mine.Length < others.Length ? (mine, others) : (others, mine);
        return few.Length < many.Length && IsShortFor(few, many) ? NameMatch.Compatible : NameMatch.Different;
    }

    /// <summary>
    /// Whether <paramref name="acronym"/> is made of the first letters of <paramref name="name"/>, in order, small words counted or not: UN,
    /// U.N., DoD. The method is that of Schwartz and Hearst (2003), held to the first letters.
    /// </summary>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static bool IsAcronymOf(string acronym, string name)
    {
        ArgumentNullException.ThrowIfNull(acronym);
        ArgumentNullException.ThrowIfNull(name);
        var letters = LettersOf(acronym);
        if (letters.Length < 2)
        {
            return false;
        }

        var words = SplitName(name);
        return letters == Initials(words, small: false) || letters == Initials(words, small: true);
    }

    /// <summary>
    /// As <see cref="IsAcronymOf"/>, for an acronym that stands in brackets right behind the name, where the letters may come in another
    /// order or leave one out ("National Coalition of Syrian Revolutionary and Opposition Forces (SNCROF)").
    /// </summary>
    internal static bool IsBracketedAcronymOf(string acronym, string name)
    {
        var letters = LettersOf(acronym);
        if (letters.Length < 2)
        {
            return false;
        }

        var initials = Initials(SplitName(name), small: true);
        var found = letters.Count(letter => initials.Contains(letter));
        return found == letters.Length || (letters.Length > 3 && found >= letters.Length - 1 && initials.Length >= letters.Length - 1);
    }

    /// <summary>Whether the word is written as an acronym: two to seven capitals, dots aside.</summary>
    internal static bool LooksLikeAcronym(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var letter in word)
        {
            if (char.IsUpper(letter))
            {
                capitals++;
            }
            else if (letter != '.' && letter != '&' && !char.IsDigit(letter) && capitals == 0)
            {
                return false;
            }
        }

        return capitals is >= 2 and <= 8 && capitals * 2 >= word.Length;
    }

    // Moscow, Russia and the Kremlin say one thing when they say something; a demonym alone does not speak.
    private static bool AreOneGovernment(string left, string right)
    {
        var mine = Folding.Fold(Bare(left));
        var others = Folding.Fold(Bare(right));
        return Gazetteer.KindOf(mine) is PlaceKind.Country or PlaceKind.Seat && Gazetteer.KindOf(others) is PlaceKind.Country or PlaceKind.Seat
            && Gazetteer.CountryOf(mine) == Gazetteer.CountryOf(others);
    }

    private static string Bare(string name) => name.Trim() is var trimmed && trimmed.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? trimmed[4..] : trimmed;

    private static string LettersOf(string acronym)
    {
        var bare = Bare(acronym).Replace(".", "", StringComparison.Ordinal);
        return bare.Contains(' ') || bare.Count(char.IsUpper) * 2 < bare.Length ? "" : Folding.Fold(bare);
    }

    private static string Initials(IEnumerable<string> words, bool small) =>
        string.Concat(words.Where(word => small || !_small.Contains(word)).Select(word => word[0]));

    // The start or the end of the longer, or all of its words in order with others between: "Foreign Ministry" for "Ministry" not.
    private static bool IsShortFor(string[] few, string[] many) =>
        many.AsSpan(0, few.Length).SequenceEqual(few) || (few.Length > 1 && many.AsSpan(many.Length - few.Length).SequenceEqual(few));

    private static string[] WordsOf(string name)
    {
        var words = SplitName(name).Where(word => !_small.Contains(word)).ToList();
        while (words.Count > 1 && IsLegalForm(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return [.. words];
    }

    private static bool IsLegalForm(string word) =>
        word is "inc" or "corp" or "co" or "ltd" or "llc" or "llp" or "plc" or "ag" or "gmbh" or "sa" or "nv" or "se" or "spa" or "ab" or "corporation" or "company" or "limited" or "incorporated";

    private static IEnumerable<string> SplitName(string name) =>
        Folding.Fold(name).Replace(".", "", StringComparison.Ordinal).Split([' ', '-', ',', '(', ')', '"', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 0);
}
