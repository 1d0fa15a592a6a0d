namespace DigestBot.Attribution;

/// <summary>The rules by which two names taken apart are the same, compatible or different; what counts as one spelling is given.</summary>
internal static class NameComparison
{
    /// <summary>Compares; <paramref name="agree"/> says whether two folded words are the same name.</summary>
    public static NameMatch Compare(PersonName left, PersonName right, Func<string, string, bool> agree)
    {
        if (IsEmpty(left) || IsEmpty(right) || SuffixesContradict(left, right) || GendersContradict(left, right))
        {
            return NameMatch.Different;
        }

        var match = IsOneWord(left) ? CompareOneWord(left, right, agree)
            : IsOneWord(right) ? CompareOneWord(right, left, agree)
            : CompareFull(left, right, agree);
        return match == NameMatch.Same && left.Suffix.Length > 0 != right.Suffix.Length > 0 ? NameMatch.Compatible : match;
    }

    private static bool IsEmpty(PersonName name) => name.GivenParts.Length == 0 && name.SurnameParts.Length == 0;

    private static bool IsOneWord(PersonName name) => name.GivenParts.Length == 0 || name.SurnameParts.Length == 0;

    private static bool SuffixesContradict(PersonName left, PersonName right) =>
        left.Suffix.Length > 0 && right.Suffix.Length > 0
        && !string.Equals(left.Suffix.TrimEnd('.'), right.Suffix.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static bool GendersContradict(PersonName left, PersonName right) =>
        left.Gender != Gender.Unknown && right.Gender != Gender.Unknown && left.Gender != right.Gender;

    // The one has a surname or a given name only.
    private static NameMatch CompareOneWord(PersonName one, PersonName other, Func<string, string, bool> agree)
    {
        if (IsOneWord(other))
        {
            var mine = one.SurnameParts.Length > 0 ? one.SurnameParts : one.GivenParts;
            var others = other.SurnameParts.Length > 0 ? other.SurnameParts : other.GivenParts;
            return AllAgree(mine, others, agree) ? NameMatch.Same
                : SurnamesOverlap(mine, others, agree) ? NameMatch.Compatible : NameMatch.Different;
        }

        if (one.SurnameParts.Length == 0)
        {
            return GivenAgree(one.GivenParts, other.GivenParts, agree) ? NameMatch.Compatible : NameMatch.Different;
        }

        var isGiven = !one.IsFormal && one.SurnameParts.Length == 1 && other.GivenParts.Any(part => part.Length > 1 && IsOneName(one.SurnameParts[0], part, agree));
        return isGiven || SurnamesOverlap(one.SurnameParts, other.SurnameParts, agree) || EndsWith(other, one.SurnameParts, agree)
            ? NameMatch.Compatible : NameMatch.Different;
    }

    private static NameMatch CompareFull(PersonName left, PersonName right, Func<string, string, bool> agree)
    {
        if (AllAgree(left.SurnameParts, right.SurnameParts, agree))
        {
            return CompareGiven(left.GivenParts, right.GivenParts, agree);
        }

        if (AreTurned(left, right, agree) || AllAgree([.. left.GivenParts, .. left.SurnameParts], [.. right.GivenParts, .. right.SurnameParts], agree))
        {
            return NameMatch.Same;
        }

        if (!GivenAgree(left.GivenParts, right.GivenParts, agree))
        {
            // "Peña Nieto" and "Enrique Peña Nieto": the one is the other's end.
            return EndsWith(left, [.. right.GivenParts, .. right.SurnameParts], agree) || EndsWith(right, [.. left.GivenParts, .. left.SurnameParts], agree)
                ? NameMatch.Compatible : NameMatch.Different;
        }

        return SurnamesOverlap(left.SurnameParts, right.SurnameParts, agree) || IsMaiden(left, right, agree) || IsMaiden(right, left, agree)
            ? NameMatch.Compatible : NameMatch.Different;
    }

    private static NameMatch CompareGiven(string[] left, string[] right, Func<string, string, bool> agree)
    {
        if (!IsOneName(left[0], right[0], agree))
        {
            if (IsInitialOf(left[0], right[0]) || IsInitialOf(right[0], left[0]))
            {
                return MiddlesContradict(left, right, agree) ? NameMatch.Different : NameMatch.Compatible;
            }

            var (few, many) = left.Length < right.Length ? (left, right) : (right, left);
            return string.Concat(left) == string.Concat(right) ? NameMatch.Same
                : few.Length < many.Length && few.All(part => many.Any(other => IsOneName(part, other, agree))) ? NameMatch.Compatible
                : NameMatch.Different;
        }

        return MiddlesContradict(left, right, agree) ? NameMatch.Different : NameMatch.Same;
    }

    private static bool MiddlesContradict(string[] left, string[] right, Func<string, string, bool> agree)
    {
        if (left.Length < 2 || right.Length < 2)
        {
            return false;
        }

        return !IsOneName(left[1], right[1], agree) && !IsInitialOf(left[1], right[1]) && !IsInitialOf(right[1], left[1]);
    }

    // Orbán Viktor and Viktor Orbán, Abe Shinzo and Shinzo Abe; not Thomas James and James Thomas.
    private static bool AreTurned(PersonName left, PersonName right, Func<string, string, bool> agree)
    {
        if (!AllAgree([.. left.GivenParts, .. left.SurnameParts], [.. right.SurnameParts, .. right.GivenParts], agree))
        {
            return false;
        }

        return !GivenNames.ShareOrigin(left.GivenParts[0], left.SurnameParts[0]);
    }

    private static bool GivenAgree(string[] left, string[] right, Func<string, string, bool> agree) =>
        IsOneName(left[0], right[0], agree) || IsInitialOf(left[0], right[0]) || IsInitialOf(right[0], left[0]);

    // Hillary Rodham became Hillary Rodham Clinton.
    private static bool IsMaiden(PersonName before, PersonName after, Func<string, string, bool> agree) =>
        before.SurnameParts.Length == 1 && after.GivenParts.Skip(1).Any(part => part.Length > 1 && agree(part, before.SurnameParts[0]));

    private static bool SurnamesOverlap(string[] left, string[] right, Func<string, string, bool> agree)
    {
        var (few, many) = left.Length < right.Length ? (left, right) : (right, left);
        if (few.Length == 0 || many[0] is "bin" or "ibn" or "bint")
        {
            return few.Length > 0 && AllAgree(few, many, agree);
        }

        return AllAgree(few, many[..few.Length], agree) || AllAgree(few, many[^few.Length..], agree);
    }

    private static bool EndsWith(PersonName name, string[] end, Func<string, string, bool> agree)
    {
        string[] all = [.. name.GivenParts, .. name.SurnameParts];
        return end.Length < all.Length && all[^(end.Length + 1)] is not ("bin" or "ibn" or "bint") && AllAgree(end, all[^end.Length..], agree);
    }

    private static bool AllAgree(string[] left, string[] right, Func<string, string, bool> agree)
    {
        if (left.Length != right.Length)
        {
            return string.Concat(left) == string.Concat(right);
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!agree(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOneName(string left, string right, Func<string, string, bool> agree) =>
        agree(left, right) || GivenNames.ArePetForms(left, right);

    private static bool IsInitialOf(string initial, string name) => initial.Length == 1 && name.Length > 1 && name[0] == initial[0];
}
