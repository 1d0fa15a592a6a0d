namespace DigestBot.Attribution;

/// <summary>Takes names apart: titles before, suffix behind, surname first in Chinese, Korean and Hungarian order, double surnames in Spanish.</summary>
internal static class NameParser
{
    private const TitleKinds Any = TitleKinds.Honorific | TitleKinds.BeforeGiven | TitleKinds.Rank | TitleKinds.Office | TitleKinds.Kinship | TitleKinds.Person;

    /// <summary>See <see cref="PersonName.Parse"/>.</summary>
    public static PersonName Parse(string phrase)
    {
        var words = NameWord.Of(phrase, out var suffix);
        // "King", "Dean": a title alone with a capital is somebody's surname.
        var start = words is [{ IsLower: false }] ? 0 : NameStart(words);
        var title = string.Join(' ', words.Take(start).Select(word => word.Text));
        var name = words[start..];
        var beforeGiven = start > 0 && Is(words[start - 1], TitleKinds.BeforeGiven);
        if (suffix.Length == 0 && name.Length > 1 && (IsSuffix(name[^1]) || (beforeGiven && name[^1].Text is "I" or "V" or "X")))
        {
            suffix = name[^1].Text;
            name = name[..^1];
        }

        var (given, surname) = Divide(name, beforeGiven);
        var givenParts = GivenParts(given);
        return new PersonName
        {
            Title = title,
            Given = string.Join(' ', given.Select(word => word.Text)),
            Surname = string.Join(' ', surname.Select(word => word.Text)),
            Suffix = suffix,
            Name = string.Join(' ', name.Select(word => word.Text).Append(suffix)).TrimEnd(),
            Gender = GenderOf(words.AsSpan(0, start), givenParts),
            IsFormal = start > 0 && Is(words[start - 1], TitleKinds.Honorific),
            GivenParts = givenParts,
            SurnameParts = SurnameParts(surname),
        };
    }

    /// <summary>The index of the first word that belongs to the name: the one behind the last title; the number of words where all are title.</summary>
    public static int NameStart(ReadOnlySpan<NameWord> words)
    {
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (IsTitle(words, i))
            {
                return words[i].Folded is "of" or "for" or "in" or "at" ? NameStartBehindPlace(words, i + 1) : i + 1;
            }
        }

        var start = 0;
        while (start < words.Length - 1 && !GivenNames.Contains(words[start].Folded)
            && (words[start].Folded is "the" || start < words.Length - 2 && Gazetteer.KindOf(words[start].Folded) == PlaceKind.Demonym))
        {
            start++;
        }

        return start;
    }

    // "Secretary of State John Kerry", but "the mayor of Lyon": a given name, or no name at all.
    private static int NameStartBehindPlace(ReadOnlySpan<NameWord> words, int start)
    {
        var given = start + 1;
        while (given < words.Length - 1 && !GivenNames.Contains(words[given].Folded) && !words[given].IsInitial)
        {
            given++;
        }

        return given < words.Length - 1 ? given : words.Length;
    }

    private static bool IsTitle(ReadOnlySpan<NameWord> words, int index)
    {
        var word = words[index];
        var kinds = Titles.KindsOf(word.Folded);
        if (word.IsLower)
        {
            return (kinds & TitleKinds.Particle) == TitleKinds.None || index == words.Length - 1 && (kinds & Any) != TitleKinds.None;
        }

        // "Larry King", "Howard Dean": the last word after a given name is a surname; "Dean Rusk", "Earl Warren": a given name before one.
        var isSurname = index > 0 && index >= words.Length - 2 && (index == words.Length - 1 || IsSuffix(words[^1]))
            && (GivenNames.Contains(words[index - 1].Folded) || words[index - 1].IsInitial || Is(words[index - 1], TitleKinds.Honorific)
                || (GivenNames.Contains(word.Folded) && Is(words[index - 1], Any))
                || (index > 1 && (kinds & TitleKinds.BeforeGiven) != TitleKinds.None && Is(words[index - 2], Any) && !words[index - 1].IsLower));
        var isGiven = index == 0 && words.Length > 1 && GivenNames.Contains(word.Folded) && (kinds & TitleKinds.Honorific) == TitleKinds.None;
        // "Libertarian Gary Johnson".
        if ((kinds & TitleKinds.Group) != TitleKinds.None && index + 2 < words.Length && GivenNames.Contains(words[index + 1].Folded))
        {
            return true;
        }

        return (kinds & Any & ~(index + 1 < words.Length ? TitleKinds.Person : TitleKinds.None)) != TitleKinds.None && !isSurname && !isGiven && !IsSenator(words, index);
    }

    // "Sen" and "Rep" without their dot only before a name.
    private static bool IsSenator(ReadOnlySpan<NameWord> words, int index) =>
        index == words.Length - 1 && Is(words[index], TitleKinds.Rank) && !words[index].Text.EndsWith('.');

    private static (NameWord[] Given, NameWord[] Surname) Divide(NameWord[] name, bool beforeGiven)
    {
        if (name.Length == 0)
        {
            return ([], []);
        }

        if (name.Length == 1)
        {
            return (beforeGiven && GivenNames.Contains(name[0].Folded)) || name[0].IsSyllables ? (name, []) : ([], name);
        }

        if (IsEastAsian(name) || IsHungarian(name))
        {
            return (name[1..], name[..1]);
        }

        var start = SurnameStart(name);
        return (name[..start], name[start..]);
    }

    private static int SurnameStart(NameWord[] name)
    {
        var start = name.Length - 1;
        while (start > 0 && IsParticle(name, start - 1))
        {
            start--;
        }

        // "Ortega y Gasset": what y joins is one surname.
        if (start > 1 && name[start].Folded == "y")
        {
            start--;
        }

        var before = start > 0 ? name[start - 1].Folded : "";
        return start > 0 && Surnames.IsSpanish(before) && !GivenNames.Contains(before) ? start - 1 : start;
    }

    private static bool IsParticle(NameWord[] name, int index)
    {
        var word = name[index];
        if (!Is(word, TitleKinds.Particle) || word.Folded == "y" && index == 0)
        {
            return false;
        }

        if (word.IsLower || index > 0)
        {
            return word.IsLower || !GivenNames.Contains(word.Folded) || word.Folded is "al" or "van" or "ben";
        }

        return !GivenNames.Contains(word.Folded) || word.Folded == "al" && !GivenNames.Contains(name[1].Folded) && Spelling.LooksArabic(name[1].Folded);
    }

    // Kim Jong-un, Ban Ki-moon, Xi Jinping, Nguyen Xuan Phuc; not Kim Clijsters and not Le Pen.
    private static bool IsEastAsian(NameWord[] name)
    {
        var family = name[0].Folded;
        return name.Length <= 3 && Surnames.IsEastAsian(family) && (family != "le" || name.Length == 3)
            && name.Skip(1).All(word => !word.IsInitial && Surnames.AreSyllables(word.Folded)
                && (word.IsSyllables || !GivenNames.Contains(family) || !GivenNames.IsFrom(word.Folded, "en")));
    }

    private static bool IsHungarian(NameWord[] name) =>
        name.Length == 2 && GivenNames.IsFrom(name[1].Folded, "hu") && !GivenNames.IsFrom(name[1].Folded, "en")
        && !GivenNames.Contains(name[0].Folded) && !name[0].IsInitial;

    // "Abdel Fattah" and "Jong Un" are one name each, as if written together.
    private static string[] GivenParts(NameWord[] given)
    {
        var parts = given.SelectMany(word => word.Parts).ToList();
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            if (parts[i] is "abd" or "abdel" or "abdul" or "abdal" or "abu" || (parts.Count == 2 && given.All(word => Surnames.AreSyllables(word.Folded) && !GivenNames.IsFrom(word.Folded, "en"))))
            {
                parts[i] += parts[i + 1] is "al" or "el" ? "" : parts[i + 1];
                parts.RemoveAt(i + 1);
            }
        }

        return [.. parts];
    }

    private static string[] SurnameParts(NameWord[] surname)
    {
        var parts = surname.Where(word => !Is(word, TitleKinds.Particle) || word.Folded is "bin" or "ibn" or "bint")
            .SelectMany(word => word.Parts).ToArray();
        return parts.Length > 0 ? parts : surname.SelectMany(word => word.Parts).ToArray();
    }

    private static Gender GenderOf(ReadOnlySpan<NameWord> titles, string[] givenParts)
    {
        for (var i = titles.Length - 1; i >= 0; i--)
        {
            var gender = Titles.GenderOf(titles[i].Folded);
            if (gender != Gender.Unknown && (Titles.KindsOf(titles[i].Folded) & TitleKinds.Kinship) == TitleKinds.None)
            {
                return gender;
            }
        }

        return givenParts.Length > 0 ? GivenNames.GenderOf(givenParts[0]) : Gender.Unknown;
    }

    // Numerals are written in capitals: "John Paul II", but "Jinping Xi".
    private static bool IsSuffix(NameWord word) =>
        Is(word, TitleKinds.Suffix) && (word.Text.EndsWith('.') || word.Folded is "jr" or "sr" or "phd" or "esq" || !word.Text.Any(char.IsLower));

    private static bool Is(NameWord word, TitleKinds kinds) => (Titles.KindsOf(word.Folded) & kinds) != TitleKinds.None;
}
