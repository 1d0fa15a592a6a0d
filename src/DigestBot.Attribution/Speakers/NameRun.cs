using System.Collections.Frozen;

namespace DigestBot.Attribution;

/// <summary>Words with capitals that stand together and may be a name, with its titles: tokens, both ends included.</summary>
internal readonly record struct NameRun(int First, int Last);

/// <summary>Finds the runs of capitals in a sentence: "Russian Foreign Minister Sergei Lavrov", "National Coalition of … Forces".</summary>
internal static class NameRuns
{
    private const int Longest = 16;

    private static readonly FrozenSet<string> _auxiliaries =
        "is are was were has have had will would can could does did says said".Split(' ').ToFrozenSet();

    // Words before "of" or "for" that begin a body's name, or an office's, besides the common nouns for bodies.
    private static readonly FrozenSet<string> _starts =
        "secretary attorney chancellor duke archbishop bishop house sons daughters friends nations coalition citizens doctors alliance".Split(' ').ToFrozenSet();

    /// <summary>All runs of the sentence, in text order.</summary>
    public static IEnumerable<NameRun> Of(WordView words, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (!Begins(words, sentence, i))
            {
                continue;
            }

            var last = End(words, sentence, i);
            if (last >= i)
            {
                yield return new NameRun(i, last);
                i = last;
            }
            else
            {
                // "Trump-like", "U.S.-led": the name is a part of an adjective.
                i += 2;
            }
        }
    }

    private static bool Begins(WordView words, Sentence sentence, int token)
    {
        if (!words.IsWord(token))
        {
            return false;
        }

        if (!words.IsCapital(token))
        {
            return BeginsSmall(words, sentence, token);
        }

        if (!IsOpening(words, sentence, token))
        {
            return CanBePart(words, token) && words.Tag(token) is not ("PRP" or "PRP$" or "DT" or "IN" or "CC" or "WP" or "WRB" or "UH");
        }

        return words.Tag(token) switch
        {
            "NNP" or "NNPS" => CanBePart(words, token),
            "NN" or "NNS" or "JJ" when IsKnown(words, token) && token + 1 < sentence.Last => true,
            "VB" or "VBP" when GivenNames.Contains(words.Folded(token)) && token + 1 < sentence.Last && words.Tag(token + 1) == "NNP" => true,
            _ => IsNameElsewhere(words, token) || (words.Tag(token) == "NN" && IsDescribed(words, sentence, token)),
        };
    }

    // "al-Khatib", "de Blasio", "von der Leyen".
    private static bool BeginsSmall(WordView words, Sentence sentence, int token)
    {
        if (token + 2 >= sentence.Last)
        {
            return false;
        }

        var isParticle = words.Folded(token) is "von" or "de" or "bin" or "van" && words.Tag(token) is "NNP" or "NNPS";
        return (IsArticle(words.Folded(token)) && words.IsJoint(token + 1) && words.IsCapital(token + 2))
            || (isParticle && (words.IsCapital(token + 1) || words.IsCapital(token + 2)));
    }

    // A sentence's first word, tagged as something else, that is a name further on.
    private static bool IsNameElsewhere(WordView words, int token) =>
        words.Folded(token).Length > 2 && words.IsNameElsewhere(token) && Titles.KindsOf(words.Folded(token)) == TitleKinds.None
        && words.Tag(token) is not ("PRP" or "MD");

    private static bool IsArticle(string folded) => folded is "al" or "el" or "as" or "ash" or "ad" or "ar";

    /// <summary>Whether the word has its capital as the first of a sentence or quotation.</summary>
    public static bool IsOpening(WordView words, Sentence sentence, int token) =>
        token == sentence.First || (!words.IsWord(token - 1) && words.Document.Word(token - 1)[^1] is '"' or '“' or '‘' or '\'' or ':' or '`' or '.' or '•' or '—' or '–'
            && !words.IsPossessiveEnding(token - 1));

    // "Remedios, the ferryman's wife,": a bare noun with an apposition is a name.
    private static bool IsDescribed(WordView words, Sentence sentence, int token) =>
        words.Is(token + 1, sentence, ",") && token + 2 < sentence.Last && words.Folded(token + 2) is "the" or "a" or "an" or "his" or "her" or "who" or "whose"
        && Titles.KindsOf(words.Folded(token)) == TitleKinds.None;

    private static bool IsKnown(WordView words, int token)
    {
        var folded = words.Folded(token);
        return GivenNames.Contains(folded) || Gazetteer.KindOf(folded) != PlaceKind.None
            || (Titles.KindsOf(folded) != TitleKinds.None && token + 1 < words.Count && words.IsCapital(token + 1));
    }

    private static bool CanBePart(WordView words, int token) => (Titles.KindsOf(words.Folded(token)) & TitleKinds.NoName) == TitleKinds.None;

    private static int End(WordView words, Sentence sentence, int first)
    {
        var last = first;
        for (var i = first + 1; i < sentence.Last && i - first < Longest; i++)
        {
            if (words.IsCapital(i) && words.IsWord(i) && CanBePart(words, i) && words.Tag(i) is not ("PRP" or "WP") && !IsAuxiliary(words, i))
            {
                last = i;
            }
            else if (words.IsJoint(i))
            {
                var next = i + 1;
                if (!words.IsCapital(next) && !IsSyllable(words, i))
                {
                    return last == first ? first - 1 : last - 1;
                }

                last = next;
                i = next;
            }
            else if (HasNickname(words, sentence, i))
            {
                last = i + 3;
                i = last;
            }
            else if (!GoesOn(words, sentence, first, i))
            {
                return WithSuffix(words, sentence, last);
            }
            else if (words.Folded(i + 1) is "the")
            {
                i++;
            }
        }

        return WithSuffix(words, sentence, last);
    }

    // Raymond “Ray” Batiste: one name in quotation marks between a given name and a surname.
    private static bool HasNickname(WordView words, Sentence sentence, int mark) =>
        mark + 3 < sentence.Last && words.Document.Word(mark) is "“" or "\"" && words.Document.Word(mark + 2) is "”" or "\"" && words.IsWord(mark + 1) && words.IsCapital(mark + 1)
        && words.IsWord(mark + 3) && words.IsCapital(mark + 3) && GivenNames.Contains(words.Folded(mark - 1));

    // "Donald Trump Is Right": a headline quoted in a sentence.
    private static bool IsAuxiliary(WordView words, int token) =>
        words.Tag(token) is "VBZ" or "VBP" or "VBD" or "MD" && _auxiliaries.Contains(words.Folded(token));

    // Ki-moon, Jong-un: small behind the hyphen.
    private static bool IsSyllable(WordView words, int joint) =>
        ((words.Tag(joint + 1) is "NNP" or "NNPS" || words.Tag(joint - 1) == "NNP")
            && Surnames.AreSyllables(words.Folded(joint - 1)) && Surnames.AreSyllables(words.Folded(joint + 1)))
        || IsArticle(words.Folded(joint - 1)) || words.Folded(joint - 1) == "abd";

    // Small words inside names: "bin", "von der", "Ministry of Foreign Affairs", "Health and Human Services".
    private static bool GoesOn(WordView words, Sentence sentence, int first, int token)
    {
        var next = token + 1;
        if (next >= sentence.Last || !words.IsWord(token))
        {
            return false;
        }

        var folded = words.Folded(token);
        if (words.IsJoint(next))
        {
            return (IsArticle(folded) || folded == "abu") && next + 1 < sentence.Last && words.IsCapital(next + 1);
        }

        if (!words.IsWord(next))
        {
            return false;
        }

        if ((Titles.KindsOf(folded) & TitleKinds.Particle) != TitleKinds.None)
        {
            return (words.IsCapital(next) || IsArticle(words.Folded(next)) && next + 2 < sentence.Last && words.IsJoint(next + 1) && words.IsCapital(next + 2) || (next + 1 < sentence.Last && words.IsCapital(next + 1) && (Titles.KindsOf(words.Folded(next)) & TitleKinds.Particle) != TitleKinds.None))
                && folded is not ("d" or "e" or "a");
        }

        var opensBody = folded is "of" or "for" or "on" && IsBodyStart(words, token - 1);
        var joinsBody = folded is "and" or "&" or "for" or "on" && HasOf(words, first, token);
        return (opensBody || joinsBody)
            && (words.IsCapital(next) || (folded != "and" && words.Folded(next) is "the" && next + 1 < sentence.Last && words.IsCapital(next + 1))) && !IsPersonStart(words, next);
    }

    private static bool IsBodyStart(WordView words, int token)
    {
        var kinds = Titles.KindsOf(words.Folded(token));
        return (kinds & (TitleKinds.Body | TitleKinds.BodyEnding)) != TitleKinds.None || _starts.Contains(words.Folded(token));
    }

    private static bool HasOf(WordView words, int first, int token)
    {
        for (var i = token - 1; i > first; i--)
        {
            if (words.Folded(i) is "of" or "for" or "on")
            {
                return true;
            }
        }

        return (Titles.KindsOf(words.Folded(first)) & TitleKinds.Body) != TitleKinds.None && token - first == 1;
    }

    private static bool IsPersonStart(WordView words, int token) =>
        (Titles.KindsOf(words.Folded(token)) & (TitleKinds.Honorific | TitleKinds.Rank)) != TitleKinds.None;

    private static int WithSuffix(WordView words, Sentence sentence, int last) =>
        words.Is(last + 1, sentence, ",") && last + 2 < sentence.Last && words.Folded(last + 2) is "jr." or "jr" or "sr." or "sr" ? last + 2 : last;
}
