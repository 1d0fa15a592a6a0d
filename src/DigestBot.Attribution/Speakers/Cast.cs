namespace DigestBot.Attribution;

/// <summary>
/// The named people and bodies of a story, each with all spellings joined: first the full names, then what is shorter, each to the bearer
/// named last before it. Exact and relaxed name match are sieves of Lee et al. (2013).
/// </summary>
internal sealed class Cast(WordView words)
{
    private const int MostCandidates = 24;
    private const int MostBareNames = 3;
    private readonly Dictionary<string, List<Entity>> _byKey = [];
    private readonly Dictionary<string, Entity> _byPhrase = [];
    private Dictionary<string, List<Entity>>? _byRole;

    /// <summary>All named entities in the order in which they were first taken in.</summary>
    public List<Entity> Entities { get; } = [];

    /// <summary>Takes in all names of a story; <paramref name="isSpeaker"/> tells whether something is attributed to the name.</summary>
    public void Add(List<FoundName> names, Func<Appearance, bool> isSpeaker)
    {
        var alone = names.Where(name => name.Sort is NameSort.UnknownWord or NameSort.Person && name.Appearance.First == name.Appearance.Last)
            .Select(name => Spelling.KeyOf(words.Folded(name.Appearance.First))).ToHashSet();
        foreach (var name in names)
        {
            if (name.Sort == NameSort.Unknown)
            {
                var isRepeated = alone.Contains(Spelling.KeyOf(words.Folded(name.Appearance.Last)));
                name.IsRepeated = isRepeated;
                name.Appearance.Kindred = isRepeated || isSpeaker(name.Appearance) || name.Appearance.Last - name.Appearance.First < 4 ? SpeakerKind.Person : null;
            }

            if (name.Appearance.Kindred == SpeakerKind.Person && name.Appearance.First < name.Appearance.Last)
            {
                AddPerson(name);
            }
            else if (name.Appearance.Kindred == SpeakerKind.Body && !IsShouted(name.Appearance))
            {
                AddBody(name);
            }
        }

        var inside = names.Where(name => !name.Appearance.IsOpening).Select(name => words.Folded(name.Appearance.Head)).ToHashSet();
        foreach (var name in FormalFirst(names.Where(name => name.Appearance.Entity is null && name.Sort != NameSort.Place)))
        {
            // A word whose only capital is a sentence's first is no name: "Fans loved it."
            var isNew = name.Sort != NameSort.UnknownWord || !name.Appearance.IsOpening || inside.Contains(words.Folded(name.Appearance.Head));
            var speaks = isSpeaker(name.Appearance);
            AddShort(name, speaks, isNew || (speaks && CanBeSurname(name.Appearance.Head)));
        }

        Entities.ForEach(entity => entity.Appearances.Sort((one, other) => one.First.CompareTo(other.First)));
    }

    // "Mr. Reyes" tells that "President Reyes" is not Elena Reyes: the first of each title and name comes before all others.
    private IEnumerable<FoundName> FormalFirst(IEnumerable<FoundName> names)
    {
        var all = names.ToList();
        var formal = all.Where(name => name.Appearance.Gender != Gender.Unknown && name.Appearance.TitleFirst < name.Appearance.First)
            .DistinctBy(name => (words.Folded(name.Appearance.Head), name.Appearance.Gender)).ToHashSet();
        return formal.Concat(all.Where(name => !formal.Contains(name)));
    }

    /// <summary>The person or body that the words are a name of, if the story has it; for headlines and glosses.</summary>
    public Entity? Find(string phrase, int before)
    {
        var person = PersonName.Parse(phrase);
        return BestPerson(person, before, out _) ?? _byPhrase.GetValueOrDefault(GovernmentKey(phrase)) ?? _byPhrase.GetValueOrDefault(BodyKey(phrase));
    }

    /// <summary>Those who are said to be a <paramref name="noun"/>; called when all descriptions have been read.</summary>
    public IReadOnlyList<Entity> WithRole(string noun)
    {
        if (_byRole is null)
        {
            _byRole = [];
            foreach (var entity in Entities)
            {
                foreach (var role in entity.Roles)
                {
                    var list = _byRole.TryGetValue(role.Noun, out var known) ? known : _byRole[role.Noun] = [];
                    if (list.Count < MostCandidates && !list.Contains(entity))
                    {
                        list.Add(entity);
                    }
                }
            }
        }

        return _byRole.TryGetValue(noun, out var bearers) ? bearers : [];
    }

    private bool CanBeSurname(int token) =>
        words.Tag(token) == "NNP" && !Titles.IsHuman(words.Folded(token)) && !words.IsCommonElsewhere(token);

    // "FLYNN: Minister, the auditor says": a label, or an acronym; known people come first.
    private bool IsShouted(Appearance appearance) => appearance.First == appearance.Last && appearance.IsOpening && words.Document.Word(appearance.First).Length > 3
        && !words.Document.Word(appearance.First).ContainsAnyInRange('a', 'z');

    private void AddPerson(FoundName name)
    {
        var appearance = name.Appearance;
        var person = PersonOf(appearance);
        if (person.GivenParts.Length == 0 || person.SurnameParts.Length == 0)
        {
            return;
        }

        var entity = BestPerson(person, appearance.First, out var match);
        if (entity is not null && (match == NameMatch.Same || SameSuffix(person, entity.Person)))
        {
            Join(appearance, entity, person);
            return;
        }

        Create(appearance, person, name.Sort == NameSort.Person || name.IsRepeated || appearance.IsSubject);
    }

    private void AddShort(FoundName name, bool speaks, bool isNew)
    {
        var appearance = name.Appearance;
        var person = PersonOf(appearance);
        if (BestPerson(person, appearance.First, out _) is { } known)
        {
            Join(appearance, known, person);
            known.BareNames++;
        }
        else if (_byPhrase.TryGetValue(BodyKey(words.TextOf(appearance.First, appearance.Last)), out var body))
        {
            Take(appearance, body);
        }
        else if (FindBody(words.TextOf(appearance.First, appearance.Last)) is { } longer && name.Sort == NameSort.UnknownWord)
        {
            Take(appearance, longer);
        }
        else if (appearance.Kindred == SpeakerKind.Body)
        {
            AddBody(name);
        }
        // "Kentuckians", "Motorists": many people, whoever they are, where nobody in the story is called so.
        else if (isNew && person.Name.Length > 0 && !(name.Sort == NameSort.UnknownWord && words.Tag(appearance.Head) is "NNPS" or "NNS"))
        {
            Create(appearance, person, name.Sort == NameSort.Person || speaks);
        }
    }

    private void AddBody(FoundName name)
    {
        var appearance = name.Appearance;
        var phrase = words.TextOf(appearance.First, appearance.Last);
        var isGovernment = name.Sort == NameSort.Government;
        var key = isGovernment ? GovernmentKey(phrase) : BodyKey(phrase);
        if (!_byPhrase.TryGetValue(key, out var entity))
        {
            entity = isGovernment ? null : FindBody(phrase);
            if (entity is null)
            {
                entity = new Entity { Kind = SpeakerKind.Body, Name = phrase, IsPlace = isGovernment };
                Entities.Add(entity);
                Index(entity, isGovernment ? [] : BodyWords(phrase));
            }

            _byPhrase[key] = entity;
        }

        if (isGovernment ? IsCountry(phrase) && !IsCountry(entity.Name) : phrase.Count(' ') > entity.Name.Count(' '))
        {
            entity.Name = phrase;
        }

        Take(appearance, entity);
        NoteAcronym(appearance, entity);
    }

    // "… Opposition Forces (SNCROF)".
    private void NoteAcronym(Appearance appearance, Entity entity)
    {
        var next = appearance.Last + 2;
        if (next + 1 < words.Count && words.Document.Word(next - 1) is "(" && words.Document.Word(next + 1) is ")"
            && BodyNames.IsBracketedAcronymOf(words.TextOf(next, next), words.TextOf(appearance.First, appearance.Last)))
        {
            _byPhrase.TryAdd(BodyKey(words.TextOf(next, next)), entity);
        }
    }

    private Entity? FindBody(string phrase)
    {
        Entity? best = null;
        foreach (var word in BodyWords(phrase))
        {
            foreach (var candidate in _byKey.GetValueOrDefault("#" + word, []))
            {
                var match = BodyNames.Compare(phrase, candidate.Name);
                if (match == NameMatch.Same)
                {
                    return candidate;
                }

                best = match == NameMatch.Compatible || IsKindOnly(phrase) ? candidate : best;
            }
        }

        return best;
    }

    // "the Front", "the Ministry": the body named last with that word.
    private static bool IsKindOnly(string phrase) => (Titles.KindsOf(Folding.Fold(phrase)) & (TitleKinds.Body | TitleKinds.BodyEnding)) != TitleKinds.None;

    private Entity? BestPerson(PersonName person, int before, out NameMatch match)
    {
        (Entity? Entity, int Score) best = (null, int.MinValue);
        match = NameMatch.Different;
        // A full name is looked up by its surname alone: too many are called John.
        var parts = person.SurnameParts.Length > 0 && person.GivenParts.Length > 0 ? person.SurnameParts : [.. person.GivenParts, .. person.SurnameParts];
        foreach (var key in parts.SelectMany(Spelling.LookupFormsOf))
        {
            foreach (var candidate in _byKey.GetValueOrDefault(key, []))
            {
                var found = before < candidate.NamedFrom && person.GivenParts.Length == 0 ? NameMatch.Different : Names.Compare(person, candidate.Person!);
                var score = found == NameMatch.Different ? int.MinValue : Score(person, candidate, found, before);
                if (score > best.Score)
                {
                    best = (candidate, score);
                    match = found;
                }
            }
        }

        return best.Entity;
    }

    // Who bears it as surname goes before who bears it as given name; then the one named last before.
    private static int Score(PersonName person, Entity candidate, NameMatch match, int before)
    {
        var isGiven = person.GivenParts.Length == 0 && match == NameMatch.Compatible
            && !person.SurnameParts.Any(part => candidate.Person!.SurnameParts.Any(other => Spelling.Agree(part, other)));
        // Where all come later, the next one.
        var nearest = int.MinValue / 4 - candidate.Appearances.Select(appearance => appearance.First).FirstOrDefault(first => first >= before);
        for (var i = candidate.Appearances.Count - 1; i >= 0 && nearest < 0; i--)
        {
            nearest = candidate.Appearances[i].First < before ? candidate.Appearances[i].First : nearest;
        }

        // Whom the story has called by the bare surname keeps it when a brother or a wife appears.
        var kept = person.GivenParts.Length == 0 && !isGiven && nearest >= 0 ? Math.Min(candidate.BareNames, MostBareNames) * 2 - (candidate.NamedFrom > 0 ? 1 : 0) : 0;
        return nearest + (kept << 24) + (match == NameMatch.Same && person.GivenParts.Length > 0 ? 1 << 28 : 0) - (isGiven ? 1 << 27 : 0);
    }

    private PersonName PersonOf(Appearance appearance)
    {
        var phrase = words.TextOf(appearance.First, appearance.Last);
        var name = PersonName.Parse(phrase);
        var title = appearance.First - 1;
        var kinds = title >= appearance.TitleFirst ? Titles.KindsOf(words.Folded(title)) : TitleKinds.None;
        if (appearance.TitleFirst == appearance.First)
        {
            return name;
        }

        return (kinds & TitleKinds.BeforeGiven) != TitleKinds.None
            ? PersonName.Parse(words.TextOf(title, appearance.Last))
            : name with
            {
                Gender = appearance.Gender != Gender.Unknown ? appearance.Gender : name.Gender,
                IsFormal = (kinds & TitleKinds.Honorific) != TitleKinds.None,
            };
    }

    // "Prince Ali", "Pope Francis": a single name goes by its title.
    private string CalledBy(Appearance appearance, PersonName person)
    {
        var title = appearance.First - 1;
        var isBare = appearance.First == appearance.Last && title >= appearance.TitleFirst && (Titles.KindsOf(words.Folded(title)) & TitleKinds.BeforeGiven) != TitleKinds.None && words.IsCapital(title);
        return isBare ? words.TextOf(title, appearance.Last) : person.Name;
    }

    // The longer name, unless what it has more is no given name: "Gloomy Hilda Olsen" is Hilda Olsen.
    private static bool IsFuller(PersonName person, PersonName known)
    {
        var isPlain = GivenNames.Contains(person.GivenParts.FirstOrDefault(""));
        var isKnownPlain = GivenNames.Contains(known.GivenParts.FirstOrDefault(""));
        var isSameFamily = person.GivenParts.Length > 0 && known.GivenParts.Length > 0 && person.SurnameParts.SequenceEqual(known.SurnameParts);
        return isSameFamily && isPlain != isKnownPlain && person.GivenParts[^1] == known.GivenParts[^1] ? isPlain : person.Name.Length > known.Name.Length;
    }

    // "his wife, Elena Reyes", "Carver's son Tom".
    private bool IsKin(Appearance appearance)
    {
        var i = appearance.First - 1;
        i -= i > 0 && words.Document.Word(i) is "," ? 1 : 0;
        return i > 0 && (Titles.KindsOf(words.Folded(i)) & TitleKinds.Kinship) != TitleKinds.None && words.Tag(i - 1) is "PRP$" or "POS";
    }

    private void Create(Appearance appearance, PersonName person, bool isSure)
    {
        var from = person.GivenParts.Length > 0 && IsKin(appearance) ? appearance.First : 0;
        var entity = new Entity { NamedFrom = from, Kind = SpeakerKind.Person, Name = CalledBy(appearance, person), Person = person, Gender = person.Gender, IsHuman = true, IsSure = isSure };
        Entities.Add(entity);
        Index(entity, []);
        Take(appearance, entity);
    }

    private void Join(Appearance appearance, Entity entity, PersonName person)
    {
        Take(appearance, entity);
        if (entity.Gender == Gender.Unknown)
        {
            entity.Gender = person.Gender;
        }

        entity.IsSure |= appearance.Kindred == SpeakerKind.Person;
        if (IsFuller(person, entity.Person!))
        {
            entity.Name = CalledBy(appearance, person);
            entity.Person = person with { Gender = entity.Gender };
            Index(entity, []);
        }
    }

    private static void Take(Appearance appearance, Entity entity)
    {
        appearance.Entity = entity;
        entity.Appearances.Add(appearance);
    }

    private void Index(Entity entity, IEnumerable<string> bodyWords)
    {
        foreach (var key in entity.Person?.LookupKeys ?? [.. bodyWords.Select(word => "#" + word)])
        {
            if (!_byKey.TryGetValue(key, out var list))
            {
                _byKey.Add(key, list = []);
            }

            if (list.Count < MostCandidates && !list.Contains(entity))
            {
                list.Add(entity);
            }
        }
    }

    private static bool SameSuffix(PersonName one, PersonName? other) => other is not null && one.Suffix.Length > 0 == other.Suffix.Length > 0;

    private static bool IsCountry(string phrase) => Gazetteer.KindOf(Folding.Fold(phrase)) == PlaceKind.Country;

    private static string GovernmentKey(string phrase) => "=" + Gazetteer.CountryOf(Folding.Fold(phrase));

    private static string BodyKey(string phrase) => Folding.Fold(phrase).Replace(".", "", StringComparison.Ordinal);

    // The words to find a body by, and its initials.
    private static List<string> BodyWords(string phrase)
    {
        var parts = Folding.Fold(phrase).Replace(".", "", StringComparison.Ordinal).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part is not ("of" or "the" or "and" or "for")).ToList();
        if (parts.Count > 2)
        {
            parts.Add(string.Concat(parts.Select(part => part[0])));
        }

        return parts;
    }
}
