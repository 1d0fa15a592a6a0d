namespace DigestBot.Attribution;

/// <summary>
/// Whom a common noun stands for: "the senator" is the one with that office, "the ministry" the body with that word in its name, "two
/// residents" somebody new. Strict and relaxed head match are sieves of Lee et al. (2013).
/// </summary>
internal sealed class NounResolver(WordView words, RecentEntities recent, Cast cast)
{
    private const int FarthestOrganisation = 4;
    private readonly Epithets _epithets = new(words, recent);

    /// <summary>The entity that <paramref name="phrase"/> stands for; a new one where it stands for nobody who has been named.</summary>
    public Entity Resolve(Appearance phrase)
    {
        var noun = Roles.NounOf(words.Folded(phrase.Head));
        var modifiers = ModifiersOf(phrase);
        var first = words.Folded(phrase.First);
        var isDefinite = first is "the" or "this" or "that" or "these" or "those" || (phrase.First == phrase.Head && words.IsCapital(phrase.Head) && !phrase.IsPlural && words.Tag(phrase.Head) != "CD");
        var owner = OwnerOf(phrase);
        var isOwned = words.Tag(phrase.First) == "PRP$" || owner >= 0 && Gazetteer.KindOf(words.Folded(owner)) == PlaceKind.None;
        isDefinite |= owner >= 0 && !isOwned;
        var isHuman = phrase.Kindred == SpeakerKind.Unnamed && Titles.IsHuman(words.Folded(phrase.Head)) || IsGroup(phrase) || _epithets.IsHuman(phrase);
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
        var affiliation = Affiliation.Of(words, phrase.First, phrase.Head);
        foreach (var entity in recent.Nearest())
        {
            var isFit = entity.IsHuman && !entity.IsPlural && (phrase.Gender == Gender.Unknown || entity.Gender == Gender.Unknown || phrase.Gender == entity.Gender)
                && !Party.Contradicts(modifiers, entity) && entity.Roles.Exists(role => Roles.Fits(noun, role.Noun) && ModifiersAgree(modifiers, role.Modifiers) && !Affiliation.Contradict(affiliation, role.Affiliation));
            if (isFit)
            {
                return entity;
            }
        }

        return FindNamedLater(noun, modifiers, affiliation, phrase) ?? FindByParty(phrase, modifiers) ?? _epithets.Resolve(phrase, noun, affiliation) ?? FindNamedNext(phrase, noun, affiliation);
    }

    // "The Republican said": whoever of no other party was spoken of last.
    private Entity? FindByParty(Appearance phrase, List<string> modifiers)
    {
        return IsGroup(phrase) && phrase.IsSubject && modifiers.Count == 0
            ? recent.Nearest().FirstOrDefault(entity => entity.Person is not null && (phrase.Gender == Gender.Unknown || entity.Gender == Gender.Unknown || phrase.Gender == entity.Gender) && !entity.Roles.Exists(role => role.Noun is "republican" or "democrat")) : null;
    }

    // "The transport minister rejected calls to quit. … Transport Minister Radu Ionescu said": the lead names the office first.
    private Entity? FindNamedLater(string noun, List<string> modifiers, string[] affiliation, Appearance phrase)
    {
        Entity? only = null;
        foreach (var entity in cast.WithRole(noun))
        {
            var isFit = entity.IsHuman && (phrase.Gender == Gender.Unknown || entity.Gender == Gender.Unknown || phrase.Gender == entity.Gender)
                && !Party.Contradicts(modifiers, entity) && entity.Roles.Exists(role => noun == role.Noun && ModifiersAgree(modifiers, role.Modifiers) && !Affiliation.Contradict(affiliation, role.Affiliation));
            if (isFit && only is not null)
            {
                return null;
            }

            only = isFit ? entity : only;
        }

        return only;
    }

    // "Norway's foreign minister said at the weekend … Kari Dahl told reporters": the lead tells the office, the next paragraph begins with the name.
    private Entity? FindNamedNext(Appearance phrase, string noun, string[] affiliation)
    {
        var sentence = words.Document.Tokens[phrase.First].Sentence;
        var isLead = phrase.IsSubject && sentence + 1 < words.Document.Sentences.Length && words.Document.Sentences[sentence].Paragraph <= 1 && !phrase.IsQuoted
            && words.Document.Sentences[sentence + 1].Paragraph > words.Document.Sentences[sentence].Paragraph;
        return !isLead || (Titles.KindsOf(words.Folded(phrase.Head)) & TitleKinds.Kinship) != TitleKinds.None ? null : cast.Entities.Find(entity => entity.Person is not null && !entity.Roles.Exists(role => role.Noun == noun && Affiliation.Contradict(affiliation, role.Affiliation))
            && entity.Appearances.Exists(other => other.Kind == AppearanceKind.Name && other.IsSubject && other.TitleFirst == words.Document.Sentences[sentence + 1].First));
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
            var inName = HasWord(name, noun) && modifiers.TrueForAll(word => name.Contains(word, StringComparison.Ordinal));
            if (inName || entity.Roles.Exists(role => role.Noun == noun && ModifiersAgree(modifiers, role.Modifiers)) || (modifiers.Count == 0 && BodyKinds.Fits(noun, name)))
            {
                return entity;
            }
        }

        return modifiers.Count == 0 && BodyKinds.IsOrganisation(noun) ? FindOrganisation(noun) : null;
    }

    // "The state" is no "Statehouse".
    private static bool HasWord(string name, string word)
    {
        var at = name.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetter(name[at - 1])) && (at + word.Length == name.Length || !char.IsLetter(name[at + word.Length]) || name[at + word.Length] == 's');
    }

    // "Consolid lost money. The company said": the organisation that was spoken of last, unless its name says that it is of another kind.
    private Entity? FindOrganisation(string noun)
    {
        var now = recent.Appearances.Count > 0 ? SentenceOf(recent.Appearances[^1]) : 0;
        foreach (var candidate in recent.Appearances.Reverse().TakeWhile(candidate => now - SentenceOf(candidate) <= FarthestOrganisation))
        {
            var entity = candidate.Entity!;
            var isBody = entity.Kind == SpeakerKind.Body && !entity.IsPlace && BodyKinds.MayFit(noun, Folding.Fold(entity.Name)) && !entity.Roles.Exists(role => role.Noun != noun);
            if (isBody || entity.MayBeBody && candidate.Kind == AppearanceKind.Name && BodyKinds.IsFirm(noun))
            {
                entity.BecomeBody();
                return entity;
            }
        }

        return null;
    }

    private int SentenceOf(Appearance appearance) => words.Document.Tokens[appearance.First].Sentence;

    private Entity? FindUnnamed(Appearance phrase, string noun, List<string> modifiers)
    {
        foreach (var entity in recent.Nearest())
        {
            if (entity.Person is null && entity.IsPlural == phrase.IsPlural && !entity.IsPlace
                && entity.Roles.Exists(role => role.Noun == noun && modifiers.TrueForAll(word => Array.IndexOf(role.Modifiers, word) >= 0)))
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
            Name = words.TextOf(isNamed && words.Tag(phrase.First) == "DT" ? phrase.First + 1 : phrase.First, isNamed ? phrase.Last : EndOf(phrase)),
            Gender = phrase.Gender,
            IsPlural = phrase.IsPlural,
            IsHuman = isHuman,
        };
        entity.Roles.Add(new Role(noun, [.. modifiers], Affiliation.Of(words, phrase.First, phrase.Head)));
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

    // "groups of fans", "a spokesman for the ministry", "the head of the Liberal Union": who is unnamed is told by what stands behind.
    private int EndOf(Appearance phrase)
    {
        var last = phrase.Last;
        for (var i = last + 2; i < words.Count && i < last + 8 && words.Folded(last + 1) is "of" or "for" or "to" or "at" && words.Document.Tokens[i].Sentence == words.Document.Tokens[last].Sentence; i++)
        {
            if (!words.IsNoun(i) && !words.IsJoint(i) && !(words.Tag(i) is "DT" or "JJ" or "CD" or "POS" or "PRP$"))
            {
                return words.IsNoun(i - 1) ? i - 1 : last;
            }
        }

        return last;
    }

    // The word before "'s"; -1 where nobody owns.
    private int OwnerOf(Appearance phrase)
    {
        for (var i = phrase.First + 1; i < phrase.Head; i++)
        {
            if (words.Tag(i) == "POS")
            {
                return i - 1;
            }
        }

        return -1;
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
