namespace DigestBot.Attribution;

/// <summary>A name as found, before it is known whose it is.</summary>
internal sealed record FoundName(Appearance Appearance, NameSort Sort)
{
    /// <summary>Whether its last word stands alone elsewhere, as a surname does.</summary>
    public bool IsRepeated { get; set; }
}

/// <summary>Finds the names of a story with their titles: "Russian Foreign Minister | Sergei Lavrov", "opposition leader | Moaz al-Khatib".</summary>
internal sealed class NameFinder(WordView words, StorySetting setting, Quoted quoted)
{
    private const int LongestTitle = 8;

    /// <summary>All names in text order; names in headlines and datelines are left out.</summary>
    public List<FoundName> Find()
    {
        var found = new List<FoundName>();
        var titles = new List<(Sentence Sentence, int Token)>();
        for (var s = 0; s < words.Document.Sentences.Length; s++)
        {
            var sentence = words.Document.Sentences[s];
            foreach (var run in setting.IsHeadline(s) ? [] : NameRuns.Of(words, sentence))
            {
                if (setting.IsDateline(run.First))
                {
                    continue;
                }

                if (IsParty(run))
                {
                    NoteParty(found, run);
                }
                else if (Read(sentence, run) is { } name)
                {
                    found.Add(name);
                }
                else if (run.First == run.Last)
                {
                    titles.Add((sentence, run.First));
                }
            }
        }

        found.AddRange(SurnamesAmong(titles, found));
        return [.. found.OrderBy(name => name.Appearance.First)];
    }

    // "Walter Dean … Dean said": a title that stands alone is a surname where the story has it as one.
    private List<FoundName> SurnamesAmong(List<(Sentence Sentence, int Token)> titles, List<FoundName> found)
    {
        var surnames = found.Where(name => name.Sort == NameSort.Person && (name.Appearance.First < name.Appearance.Last || name.Appearance.TitleFirst < name.Appearance.First))
            .Select(name => words.Folded(name.Appearance.Last)).Where(word => Titles.IsHuman(word) || (Titles.KindsOf(word) & TitleKinds.BeforeGiven) != TitleKinds.None).ToHashSet();
        return [.. titles.Where(title => surnames.Contains(words.Folded(title.Token)) && IsBare(title.Sentence, title.Token))
            .Select(title => new FoundName(Appear(title.Sentence, title.Token, title.Token, title.Token, NameSort.Person), NameSort.Person))];
    }

    private bool IsBare(Sentence sentence, int token) =>
        words.Tag(token) == "NNP" && (token == sentence.First || !(words.Tag(token - 1) is "DT" or "JJ" or "PRP$" or "POS" || words.IsNoun(token - 1)));

    /// <summary>The name in one run; null where it is none.</summary>
    public FoundName? Read(Sentence sentence, NameRun run)
    {
        var behind = BehindPlace(sentence, run);
        var isPlaced = behind >= 0;
        var first = isPlaced ? behind : FirstOfName(run);
        if (first > run.Last)
        {
            return null;
        }

        var title = first > run.First ? run.First : first;
        var before = run.First - 1;
        var hasTitle = first > run.First && HasHumanTitle(run.First, first - 1);
        if (isPlaced)
        {
            (title, hasTitle) = (run.First - 2, true);
        }
        else if (before >= sentence.First && !hasTitle && first == run.First && words.Tag(before) == "NN" && Titles.IsHuman(words.Folded(before)))
        {
            (title, hasTitle) = (before, true);
        }

        var sort = NameSorter.Sort(words, sentence, first, run.Last, hasTitle);
        if (sort == NameSort.None)
        {
            return null;
        }

        title = hasTitle ? WidenTitle(sentence, title) : first;
        return new FoundName(Appear(sentence, first, run.Last, title, sort), sort);
    }

    // "Ambassador to Estonia | Hollis Wray", "mayor of Lyon | Ann Lund": an office with its place before a name of two words; -1 elsewhere.
    private int BehindPlace(Sentence sentence, NameRun run)
    {
        var noun = run.First - 2;
        if (noun < sentence.First || run.Last - run.First < 2 || words.Folded(run.First - 1) is not ("to" or "of" or "for") || (Titles.KindsOf(words.Folded(noun)) & TitleKinds.Office) == TitleKinds.None)
        {
            return -1;
        }

        for (var last = run.Last - 2; last >= run.First; last--)
        {
            if (Gazetteer.KindOf(Folding.Fold(words.TextOf(run.First, last))) is PlaceKind.Country or PlaceKind.Place or PlaceKind.Seat)
            {
                return (Titles.KindsOf(words.Folded(run.Last)) & (TitleKinds.Body | TitleKinds.BodyEnding | TitleKinds.Thing)) == TitleKinds.None ? last + 1 : -1;
            }
        }

        return -1;
    }

    // "(R-Ariz.)", ", D-Ga.,": a party and a state.
    private bool IsParty(NameRun run) =>
        run.Last > run.First && words.IsJoint(run.First + 1) && words.Document.Word(run.First) is "R" or "D" or "I" && words.Document.Word(Math.Max(0, run.First - 1)) is "(" or ",";

    // The parser may take the state for the speaker: it stands for the name before it.
    private static void NoteParty(List<FoundName> found, NameRun run)
    {
        if (found.Count > 0 && found[^1].Appearance.Last == run.First - 2)
        {
            found[^1].Appearance.PartyLast = run.Last;
        }
    }

    private Appearance Appear(Sentence sentence, int first, int last, int title, NameSort sort)
    {
        var gender = Gender.Unknown;
        for (var i = title; i < first && gender == Gender.Unknown; i++)
        {
            gender = Titles.GenderOf(words.Folded(i));
        }

        return new Appearance
        {
            First = first,
            Last = last,
            Head = HeadOf(first, last),
            Kind = AppearanceKind.Name,
            TitleFirst = title,
            IsQuoted = quoted.At(first) >= 0,
            IsOpening = NameRuns.IsOpening(words, sentence, first),
            IsSubject = Position.IsSubject(words, sentence, HeadOf(first, last), last),
            IsEmbedded = Position.IsEmbedded(words, sentence, Math.Min(title, first), last),
            Gender = gender,
            Kindred = sort switch { NameSort.Person => SpeakerKind.Person, NameSort.Body or NameSort.Government => SpeakerKind.Body, _ => null },
        };
    }

    // A suffix behind the surname ("Trump Jr.") is not the head, nor is what follows "of" in a body's name.
    private int HeadOf(int first, int last)
    {
        for (var i = first + 1; i < last; i++)
        {
            if (words.Folded(i) is "of" or "for")
            {
                return i - 1;
            }
        }

        return last;
    }

    private int FirstOfName(NameRun run)
    {
        var (tokens, parts) = WordsOf(run);
        if (Gazetteer.KindOf(Folding.Fold(words.TextOf(run.First, run.Last))) is PlaceKind.Place or PlaceKind.Country or PlaceKind.Seat)
        {
            return run.First;
        }

        if ((Titles.KindsOf(parts[^1].Folded) & (TitleKinds.BodyEnding | TitleKinds.Body | TitleKinds.Thing)) != TitleKinds.None && parts.Length > 1
            && !GivenNames.Contains(parts[^2].Folded))
        {
            return run.First;
        }

        var start = NameParser.NameStart(parts);
        if (start >= parts.Length)
        {
            // "House of Representatives", "Coalition for the Homeless" are names by the word before "of"; "Secretary of State" is none.
            return HasBodyBeforeOf(parts) ? run.First : run.Last + 1;
        }

        // "in Washington Amneh Jafari heard": a place and a name that no comma parts.
        while (start + 2 < parts.Length && Gazetteer.KindOf(parts[start].Folded) is PlaceKind.Seat or PlaceKind.Country or PlaceKind.Place
            && !GivenNames.Contains(parts[start].Folded) && GivenNames.Contains(parts[start + 1].Folded))
        {
            start++;
        }

        var isParty = start > 0 && (Titles.KindsOf(parts[start - 1].Folded) & TitleKinds.Group) != TitleKinds.None;
        return isParty && !GivenNames.Contains(parts[start].Folded) && parts.Length - start > 1 ? run.First : tokens[start];
    }

    private static bool HasBodyBeforeOf(NameWord[] parts)
    {
        var of = Array.FindIndex(parts, part => part.Folded is "of" or "for");
        return of > 0 && (Titles.IsBody(parts[of - 1].Folded) || (Titles.KindsOf(parts[of - 1].Folded) & TitleKinds.BodyEnding) != TitleKinds.None);
    }

    // The run's words with hyphens joined, and the token at which each begins.
    private (List<int> Tokens, NameWord[] Parts) WordsOf(NameRun run)
    {
        var tokens = new List<int>();
        var parts = new List<NameWord>();
        for (var i = run.First; i <= run.Last; i++)
        {
            var first = i;
            while (i + 1 < run.Last && words.IsJoint(i + 1))
            {
                i += 2;
            }

            if (words.IsWord(first))
            {
                var text = words.TextOf(first, i);
                tokens.Add(first);
                parts.Add(new NameWord(text, first == i ? words.Folded(first) : Folding.Fold(text)));
            }
        }

        return (tokens, [.. parts]);
    }

    private bool HasHumanTitle(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var kinds = Titles.KindsOf(words.Folded(i));
            if ((kinds & (TitleKinds.Honorific | TitleKinds.BeforeGiven | TitleKinds.Rank)) != TitleKinds.None || Titles.IsHuman(words.Folded(i)))
            {
                return true;
            }
        }

        return false;
    }

    // From the title to the left over what describes: "Syrian opposition leader", "the former Labour minister".
    private int WidenTitle(Sentence sentence, int first)
    {
        var from = first;
        while (from > sentence.First && first - from < LongestTitle && IsDescribing(from - 1))
        {
            from--;
        }

        return from;
    }

    private bool IsDescribing(int token) =>
        words.Tag(token) is "JJ" or "NN" or "NNP" or "NNPS" or "JJS" || words.IsJoint(token)
        || (words.Tag(token) == "VBN" && token > 0 && !words.IsNoun(token - 1))
        || (words.Tag(token) == "PRP$" && words.IsWord(token));
}
