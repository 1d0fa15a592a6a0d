namespace DigestBot.Attribution;

/// <summary>
/// Whom a common noun stands for: "the senator" is the one with that office, "the ministry" the body with that word in its name, "two
/// residents" somebody new. Strict and relaxed head match are sieves of Lee et al. (2013).
/// </summary>
internal sealed class NounResolver(WordView words, RecentEntities recent, Cast cast)
{
    /// <summary>The entity that <paramref name="phrase"/> stands for; a new one where it stands for nobody who has been named.</summary>
    public Entity Resolve(Appearance phrase)
    {
        var noun = Roles.NounOf(words.Folded(phrase.Head));
        var modifiers = ModifiersOf(phrase);
        var first = words.Folded(phrase.First);
        var isDefinite = first is "the" or "this" or "that" or "these" or "those" || (phrase.First == phrase.Head && words.IsCapital(phrase.Head) && !phrase.IsPlural);
        var isOwned = words.Tag(phrase.First) == "PRP$" || HasOwner(phrase);
        var isHuman = phrase.Kindred == SpeakerKind.Unnamed && Titles.IsHuman(words.Folded(phrase.Head)) || IsGroup(phrase);
        if (isDefinite && !isOwned && !phrase.IsPlural)
        {
            var known = isHuman ? FindPerson(noun, modifiers, phrase) : FindBody(noun, modifiers);
            if (known is not null)
            {
                return known;
            }
        }

        var isNew = isOwned || first is "a" or "an" or "another" or "one" or "two" or "three" || (words.Tag(phrase.First) == "CD");
        return !isNew && FindUnnamed(phrase, noun, modifiers) is { } again ? again : Create(phrase, noun, modifiers, isHuman);
    }

    private Entity? FindPerson(string noun, List<string> modifiers, Appearance phrase)
    {
        foreach (var entity in recent.Nearest())
        {
            var isFit = entity.IsHuman && !entity.IsPlural && (phrase.Gender == Gender.Unknown || entity.Gender == Gender.Unknown || phrase.Gender == entity.Gender)
                && entity.Roles.Exists(role => Roles.Fits(noun, role.Noun) && ModifiersAgree(modifiers, role.Modifiers));
            if (isFit)
            {
                return entity;
            }
        }

        return FindNamedLater(noun, modifiers, phrase) ?? FindByParty(phrase, modifiers);
    }

    // "The Republican said": whoever of no other party was spoken of last.
    private Entity? FindByParty(Appearance phrase, List<string> modifiers)
    {
        return IsGroup(phrase) && phrase.IsSubject && modifiers.Count == 0
            ? recent.Nearest().FirstOrDefault(entity => entity.Person is not null && !entity.Roles.Exists(role => role.Noun is "republican" or "democrat")) : null;
    }

    // "The transport minister rejected calls to quit. … Transport Minister Radu Ionescu said": the lead names the office first.
    private Entity? FindNamedLater(string noun, List<string> modifiers, Appearance phrase)
    {
        Entity? only = null;
        foreach (var entity in cast.WithRole(noun))
        {
            var isFit = entity.IsHuman && (phrase.Gender == Gender.Unknown || entity.Gender == Gender.Unknown || phrase.Gender == entity.Gender)
                && entity.Roles.Exists(role => noun == role.Noun && ModifiersAgree(modifiers, role.Modifiers));
            if (isFit && only is not null)
            {
                return null;
            }

            only = isFit ? entity : only;
        }

        return only;
    }

    private Entity? FindBody(string noun, List<string> modifiers)
    {
        foreach (var entity in recent.Nearest())
        {
            if (entity.IsHuman || entity.IsPlace)
            {
                continue;
            }

            var name = Folding.Fold(entity.Name);
            var inName = name.Contains(noun, StringComparison.Ordinal) && modifiers.TrueForAll(word => name.Contains(word, StringComparison.Ordinal));
            if (inName || entity.Roles.Exists(role => role.Noun == noun && ModifiersAgree(modifiers, role.Modifiers)) || (modifiers.Count == 0 && BodyKinds.Fits(noun, name)))
            {
                return entity;
            }
        }

        return null;
    }

    private Entity? FindUnnamed(Appearance phrase, string noun, List<string> modifiers)
    {
        foreach (var entity in recent.Nearest())
        {
            if (entity.Person is null && entity.IsPlural == phrase.IsPlural && !entity.IsPlace
                && entity.Roles.Exists(role => role.Noun == noun && ModifiersAgree(modifiers, role.Modifiers)))
            {
                return entity;
            }
        }

        return null;
    }

    private Entity Create(Appearance phrase, string noun, List<string> modifiers, bool isHuman)
    {
        var isNamed = !isHuman && IsNamed(phrase, modifiers);
        var entity = new Entity
        {
            Kind = isNamed ? SpeakerKind.Body : SpeakerKind.Unnamed,
            Name = words.TextOf(isNamed && words.Tag(phrase.First) == "DT" ? phrase.First + 1 : phrase.First, phrase.Last),
            Gender = phrase.Gender,
            IsPlural = phrase.IsPlural,
            IsHuman = isHuman,
        };
        entity.Roles.Add(new Role(noun, [.. modifiers]));
        return entity;
    }

    // "the Russian foreign ministry", "Tulsa police" are named by place or name; "the ministry", "four NATO countries" are not.
    private bool IsNamed(Appearance phrase, List<string> modifiers)
    {
        var first = phrase.First;
        var isOpen = words.Tag(first) is "PRP$" or "CD" || (words.Tag(first) == "DT" && words.Folded(first) is not "the");
        return !isOpen && words.Tag(phrase.Head) is "NN" or "NNP" && Titles.IsBody(words.Folded(phrase.Head)) && first < phrase.Head
            && (modifiers.Exists(word => Gazetteer.KindOf(word) != PlaceKind.None) || words.Tag(phrase.Head - 1) == "NNP");
    }

    private bool IsGroup(Appearance phrase) => (Titles.KindsOf(words.Folded(phrase.Head)) & TitleKinds.Group) != TitleKinds.None;

    private List<string> ModifiersOf(Appearance phrase)
    {
        var modifiers = new List<string>();
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            if (words.IsWord(i) && words.Tag(i) is "JJ" or "NN" or "NNP" or "NNPS" && words.Folded(i) is not ("former" or "own" or "same" or "new" or "old" or "young" or "late"))
            {
                modifiers.Add(words.Folded(i) is "gop" ? "republican" : words.Folded(i));
            }
        }

        return modifiers;
    }

    private bool HasOwner(Appearance phrase)
    {
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            if (words.Tag(i) == "POS")
            {
                return true;
            }
        }

        return false;
    }

    // What both say must not differ: countries, and the word right before the noun ("foreign minister", "prime minister").
    private static bool ModifiersAgree(List<string> mine, string[] others)
    {
        if (mine.Count == 0 || others.Length == 0)
        {
            return true;
        }

        var country = CountryIn(mine);
        var other = CountryIn(others);
        if (country.Length > 0 && other.Length > 0 && country != other)
        {
            return false;
        }

        return Array.IndexOf(others, mine[^1]) >= 0 || Gazetteer.KindOf(mine[^1]) != PlaceKind.None || Gazetteer.KindOf(others[^1]) != PlaceKind.None;
    }

    private static string CountryIn(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (Gazetteer.CountryOf(word) is { Length: > 0 } country)
            {
                return country;
            }
        }

        return "";
    }
}
