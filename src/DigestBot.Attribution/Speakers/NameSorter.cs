namespace DigestBot.Attribution;

/// <summary>What a run of capitals seems to be.</summary>
internal enum NameSort
{
    /// <summary>Not a name of anybody: a day, an adjective, a lone title.</summary>
    None,

    /// <summary>A person, surely.</summary>
    Person,

    /// <summary>A body, surely.</summary>
    Body,

    /// <summary>A country or seat of government.</summary>
    Government,

    /// <summary>Another place.</summary>
    Place,

    /// <summary>A name of more than one word that is in no list: mostly a person.</summary>
    Unknown,

    /// <summary>One word that is in no list: a surname, a firm, a product.</summary>
    UnknownWord,
}

/// <summary>Tells people, bodies and places apart by the words of a name and those around it.</summary>
internal static class NameSorter
{
    /// <summary>Sorts the name at tokens [<paramref name="first"/>, <paramref name="last"/>], titles already cut off.</summary>
    public static NameSort Sort(WordView words, Sentence sentence, int first, int last, bool hasTitle)
    {
        var phrase = Folding.Fold(words.TextOf(first, last));
        var isModifier = last + 1 < sentence.Last && words.IsNoun(last + 1) && !words.IsCapital(last + 1);
        var hasArticle = first > sentence.First && words.Folded(first - 1) is "the" && !isModifier;
        var place = Gazetteer.KindOf(phrase);
        var hasGivenName = GivenNames.Contains(words.Folded(first));
        if (phrase.Length < 2 || (first < last && Gazetteer.KindOf(words.Folded(last)) == PlaceKind.Demonym && !hasTitle && !hasGivenName))
        {
            return NameSort.None;
        }

        if (hasTitle && (place is PlaceKind.None or PlaceKind.Demonym || hasGivenName))
        {
            return NameSort.Person;
        }

        if (place != PlaceKind.None && !(place == PlaceKind.Place && first == last && hasGivenName && IsCalledLikeAPerson(words, sentence, first, last)))
        {
            return place switch { PlaceKind.Country or PlaceKind.Seat => NameSort.Government, PlaceKind.Place => NameSort.Place, _ => NameSort.None };
        }

        if ((Titles.KindsOf(phrase) & TitleKinds.BodyName) != TitleKinds.None || IsBody(words, first, last))
        {
            return NameSort.Body;
        }

        return first == last ? SortWord(words, sentence, first, hasArticle) : SortWords(words, sentence, first, last, hasArticle);
    }

    private static NameSort SortWords(WordView words, Sentence sentence, int first, int last, bool hasArticle)
    {
        var ending = Titles.KindsOf(words.Folded(last));
        if ((ending & TitleKinds.Thing) != TitleKinds.None && !(last - first == 1 && GivenNames.Contains(words.Folded(first))))
        {
            return NameSort.Place;
        }

        if ((ending & TitleKinds.Group) != TitleKinds.None)
        {
            return NameSort.None;
        }

        return IsPerson(words, sentence, first, last) ? NameSort.Person : hasArticle ? NameSort.Body : NameSort.Unknown;
    }

    private static NameSort SortWord(WordView words, Sentence sentence, int token, bool hasArticle)
    {
        var folded = words.Folded(token);
        var kinds = Titles.KindsOf(folded);
        if ((kinds & (TitleKinds.Group | TitleKinds.Lone)) != TitleKinds.None || folded.Length < 2)
        {
            return NameSort.None;
        }

        if (BodyNames.LooksLikeAcronym(words.Document.Word(token)))
        {
            // "WALLACE: What do you say?" is a label.
            return folded.Length > 3 && words.Is(token + 1, sentence, ":") ? NameSort.UnknownWord : NameSort.Body;
        }

        if (IsCalledLikeAPerson(words, sentence, token, token))
        {
            return NameSort.Person;
        }

        if ((kinds & (TitleKinds.Office | TitleKinds.Rank | TitleKinds.Honorific | TitleKinds.Kinship | TitleKinds.Person | TitleKinds.BeforeGiven)) != TitleKinds.None)
        {
            return NameSort.None;
        }

        if (token > sentence.First && words.Folded(token - 1) is "in" or "near" or "outside" or "across" or "throughout")
        {
            return NameSort.Place;
        }

        var isModifier = token + 1 < sentence.Last && words.IsNoun(token + 1);
        if (GivenNames.Contains(folded) && !isModifier && !NameRuns.IsOpening(words, sentence, token))
        {
            return NameSort.Person;
        }

        return (kinds & TitleKinds.Body) != TitleKinds.None || hasArticle || EndsLikeAFirm(folded) ? NameSort.Body : NameSort.UnknownWord;
    }

    private static bool EndsLikeAFirm(string folded) =>
        folded.Length > 5 && (folded.EndsWith("news", StringComparison.Ordinal) || folded.EndsWith("bank", StringComparison.Ordinal)
            || folded.EndsWith("corp", StringComparison.Ordinal) || folded.EndsWith("tech", StringComparison.Ordinal) || folded.EndsWith("soft", StringComparison.Ordinal));

    private static bool IsBody(WordView words, int first, int last)
    {
        var ending = Titles.KindsOf(words.Folded(last));
        if (first < last && (ending & (TitleKinds.BodyEnding | TitleKinds.Body)) != TitleKinds.None
            && !(last - first == 1 && GivenNames.Contains(words.Folded(first)) && words.Folded(last) is "church" or "court" or "bank" or "post" or "star" or "guard"))
        {
            return true;
        }

        for (var i = first + 1; i < last; i++)
        {
            if (words.Folded(i) is "of" or "for" or "and" or "&")
            {
                return true;
            }

            if (i > first && (Titles.KindsOf(words.Folded(i)) & TitleKinds.BodyEnding) != TitleKinds.None && !GivenNames.Contains(words.Folded(first)))
            {
                return true;
            }
        }

        return first < last && BodyNames.LooksLikeAcronym(words.Document.Word(first)) && words.Document.Word(first).IndexOf('.') < 0 && !words.IsJoint(first + 1);
    }

    private static bool IsPerson(WordView words, Sentence sentence, int first, int last)
    {
        if (GivenNames.Contains(words.Folded(first)) || IsCalledLikeAPerson(words, sentence, first, last))
        {
            return true;
        }

        for (var i = first; i <= last; i++)
        {
            var word = words.Document.Word(i);
            var isInitial = word.Length is 2 or 4 && word[^1] == '.' && char.IsUpper(word[0]) && Gazetteer.KindOf(words.Folded(i)) == PlaceKind.None;
            var isParticle = i < last && (Titles.KindsOf(words.Folded(i)) & TitleKinds.Particle) != TitleKinds.None && (i > first || !words.IsCapital(i));
            if (isInitial || isParticle)
            {
                return true;
            }
        }

        var isEastAsian = Surnames.IsEastAsian(words.Folded(first)) && words.IsJoint(last - 1);
        return PersonName.Parse(words.TextOf(first, last)).GivenParts is [.., var given] && (isEastAsian || GivenNames.Contains(given));
    }

    // "Brubaker, 52,", "Lavrov, who", "Lavrov [the minister]", "my friend Brubaker".
    private static bool IsCalledLikeAPerson(WordView words, Sentence sentence, int first, int last)
    {
        var next = last + 1;
        if (next + 1 < sentence.Last && words.Is(next, sentence, ","))
        {
            return words.Folded(next + 1) is "who" or "whose" or "aged"
                || (words.Tag(next + 1) == "CD" && words.Is(next + 2, sentence, ",") && words.Document.Word(next + 1).Length == 2);
        }

        return words.Is(next, sentence, "who") || (first > sentence.First && words.Tag(first - 1) is "NN" && Titles.IsHuman(words.Folded(first - 1)));
    }
}
