namespace DigestBot.Attribution;

/// <summary>
/// Finds what a story says that its people are: titles, appositions ("X, the mayor of Y,", "the team's coach, X"), "X is the …",
/// parties in brackets ("R-TX"). These are the precise constructs of Lee et al. (2013).
/// </summary>
internal sealed class Descriptions(WordView words, NounFinder nouns, Func<int, Appearance?> at)
{
    private const int LongestPhrase = 10;
    private const int LongestDescription = 22;

    /// <summary>Reads what stands around the name <paramref name="name"/>, whose entity is known.</summary>
    /// <returns>Noun phrases in apposition: appearances of the same entity.</returns>
    public IEnumerable<Appearance> Read(Appearance name)
    {
        var entity = name.Entity!;
        var sentence = words.Document.Sentences[words.Document.Tokens[name.First].Sentence];
        ReadTitle(name, entity);
        if (entity.Kind == SpeakerKind.Person)
        {
            ReadParty(name, entity, sentence);
        }

        foreach (var phrase in new[] { Behind(name, entity, sentence), Before(name, entity, sentence), Copula(name, entity, sentence) })
        {
            if (phrase is not null)
            {
                NoteSide(entity, phrase.First, phrase.Last);
                phrase.Entity = entity;
                entity.Appearances.Add(phrase);
                yield return phrase;
            }
        }
    }

    // "Jeff Rathke, the State Department spokesman": a body in the description is the one that he speaks for.
    private void NoteSide(Entity entity, int first, int last)
    {
        for (var i = first; i <= last && entity.Side is null && entity.IsHuman; i++)
        {
            entity.Side = at(i)?.Entity is { Kind: SpeakerKind.Body, IsPlace: false } body ? body : null;
        }
    }

    /// <summary>Adds the role that the words [<paramref name="first"/>, <paramref name="noun"/>] give.</summary>
    public void AddRole(Entity entity, int first, int noun)
    {
        var modifiers = new List<string>();
        for (var i = first; i < noun; i++)
        {
            if (words.IsWord(i) && words.Tag(i) is not ("DT" or "PRP$" or "POS"))
            {
                modifiers.Add(words.Folded(i));
            }
        }

        entity.Roles.Add(new Role(Roles.NounOf(words.Folded(noun)), [.. modifiers], Affiliation.Of(words, first, noun)));
        if (entity.Gender == Gender.Unknown && entity.IsHuman)
        {
            entity.Gender = Titles.GenderOf(words.Folded(noun));
        }
    }

    private void ReadTitle(Appearance name, Entity entity)
    {
        if (name.TitleFirst >= name.First)
        {
            return;
        }

        for (var i = name.First - 1; i >= name.TitleFirst; i--)
        {
            var kinds = Titles.KindsOf(words.Folded(i));
            if ((kinds & (TitleKinds.Rank | TitleKinds.BeforeGiven)) != TitleKinds.None || Titles.IsHuman(words.Folded(i)))
            {
                AddRole(entity, name.TitleFirst, i);
                NoteSide(entity, name.TitleFirst, name.First - 1);
                entity.Description ??= words.SpanOf(name.TitleFirst, name.First - 1);
                return;
            }
        }
    }

    // "(R-TX)", "R-Texas".
    private void ReadParty(Appearance name, Entity entity, Sentence sentence)
    {
        var open = name.Last + 1;
        if (open + 1 < sentence.Last && words.Document.Word(open) is "(" or "," && words.Folded(open + 1) is var party && party.Length > 0
            && (party.Length == 1 || party[1] == '-') && words.IsCapital(open + 1))
        {
            var noun = party[0] switch { 'r' => "republican", 'd' => "democrat", 'i' => "independent", _ => null };
            if (noun is not null)
            {
                entity.Roles.Add(new Role(noun, [], []));
            }
        }
    }

    // "Ana Lupu, the leader of the union,", "Ana Lupu, 52, a baker."
    private Appearance? Behind(Appearance name, Entity entity, Sentence sentence)
    {
        var comma = name.Last + 1;
        if (words.Is(comma, sentence, "(") && comma + 2 < sentence.Last)
        {
            var close = comma + 1;
            while (close < sentence.Last && close < comma + 6 && words.Document.Word(close) is not ")")
            {
                close++;
            }

            comma = close + 1;
        }

        if (!words.Is(comma, sentence, ","))
        {
            return null;
        }

        var start = comma + 1;
        if (start + 1 < sentence.Last && words.Tag(start) == "CD" && words.Is(start + 1, sentence, ","))
        {
            start += 2;
        }

        return Describe(entity, sentence, start, needsEnd: true);
    }

    // "X is the …", "X was a …", "X, who became …".
    private Appearance? Copula(Appearance name, Entity entity, Sentence sentence)
    {
        var verb = name.Last + 1;
        var isRelative = words.Is(verb, sentence, ",") && verb + 1 < sentence.Last && words.Folded(verb + 1) is "who";
        verb += isRelative ? 2 : 0;
        if (verb + 1 >= sentence.Last || words.Folded(verb) is not ("is" or "was" or "became" or "remains") || (name.IsEmbedded && !isRelative))
        {
            return null;
        }

        return words.Folded(verb + 1) is "a" or "an" or "the" || words.Folded(verb) is "became" ? Describe(entity, sentence, verb + 1, needsEnd: false) : null;
    }

    private Appearance? Describe(Entity entity, Sentence sentence, int start, bool needsEnd)
    {
        var head = PhraseHead(sentence, start);
        if (head < 0 || !CanDescribe(entity, head))
        {
            return null;
        }

        var end = head;
        while (end + 1 < sentence.Last && end - start < LongestDescription && words.Document.Word(end + 1) is not ("," or "." or ";" or "”" or "\"" or "—" or "–" or "--" or ")")
            && words.Tag(end + 1) is not ("VBD" or "VBZ" or "MD" or "VBP" or "WP" or "WDT"))
        {
            end++;
        }

        // "X, a minister and a friend were" is a list, not an apposition; so is what no comma closes.
        var isClosed = end + 1 >= sentence.Last || words.Document.Word(end + 1) is "," or "." or ";" or ")" || words.Tag(end + 1) is "WP";
        if (needsEnd && !isClosed)
        {
            return null;
        }

        AddRole(entity, start, head);
        entity.Description ??= words.SpanOf(words.Tag(start) == "DT" ? start + 1 : start, end);
        return Phrase(sentence, start, head, end);
    }

    // "the team's coach, Alireza Mehraban,"; "His wife, Asma,".
    private Appearance? Before(Appearance name, Entity entity, Sentence sentence)
    {
        var comma = name.TitleFirst - 1;
        var head = BeforeOf(sentence, comma - 1);
        if (name.TitleFirst < name.First || head < sentence.First || !words.Is(comma, sentence, ",") || !words.IsNoun(head) || !CanDescribe(entity, head))
        {
            return null;
        }

        var phrase = nouns.Phrase(sentence, head);
        var next = name.Last + 1;
        var isClosed = next >= sentence.Last || words.Document.Word(next) is "," or "." or ")" or "”" or "\"" || words.IsFiniteVerb(next);
        if (!isClosed || words.Tag(phrase.First) is not ("DT" or "PRP$" or "NNP" or "JJ"))
        {
            return null;
        }

        AddRole(entity, phrase.First, head);
        entity.Description ??= words.SpanOf(words.Tag(phrase.First) == "DT" ? phrase.First + 1 : phrase.First, comma - 1);
        return phrase;
    }

    // "the envoy of the United Nations, X,": the noun before "of" is what X is.
    private int BeforeOf(Sentence sentence, int last)
    {
        for (var i = last; i > sentence.First + 1 && last - i < LongestPhrase; i--)
        {
            if (words.Folded(i) is "of" or "for" && words.IsNoun(i - 1) && Titles.IsHuman(words.Folded(i - 1)))
            {
                return i - 1;
            }

            if (!words.IsNoun(i) && !words.IsJoint(i) && words.Tag(i) is not ("DT" or "JJ" or "POS" or "PRP$"))
            {
                return last;
            }
        }

        return last;
    }

    // What only looked like a person is a body where the story says so: "the contractor, Consolid Pod".
    private bool CanDescribe(Entity entity, int head)
    {
        var noun = words.Folded(head);
        if (nouns.IsPlural(head) || !(Titles.IsHuman(noun) || Titles.IsBody(noun)))
        {
            return false;
        }

        if (!entity.IsSure && entity.IsHuman && !Titles.IsHuman(noun))
        {
            entity.BecomeBody();
        }

        var fits = entity.IsHuman ? Titles.IsHuman(noun) : Titles.IsBody(noun);
        entity.IsSure |= fits;
        return fits;
    }

    private Appearance Phrase(Sentence sentence, int first, int head, int last)
    {
        var phrase = nouns.Phrase(sentence, head);
        return new Appearance
        {
            First = first, Last = last, Head = head, Kind = AppearanceKind.Noun, TitleFirst = first, IsQuoted = phrase.IsQuoted,
            Gender = phrase.Gender, Kindred = phrase.Kindred, IsEmbedded = true,
        };
    }

    // The last noun of a noun phrase that begins at start.
    private int PhraseHead(Sentence sentence, int start)
    {
        var head = -1;
        for (var i = start; i < sentence.Last && i - start < LongestPhrase; i++)
        {
            if (words.IsNoun(i))
            {
                head = i;
            }
            else if (!(words.Tag(i) is "DT" or "JJ" or "JJS" or "VBN" or "CD" or "POS" or "PRP$" or "VBG" || words.IsJoint(i)) || (i > start && words.Tag(i) == "DT"))
            {
                break;
            }
        }

        return head;
    }
}
