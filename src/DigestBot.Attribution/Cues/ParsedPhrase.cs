namespace DigestBot.Attribution.Cues;

/// <summary>Reads noun phrases off the parse: all that hangs on the main word.</summary>
internal static class ParsedPhrase
{
    private const int LongestChain = 8;

    /// <summary>The noun phrase whose main word is <paramref name="head"/>, no wider than <paramref name="limits"/>.</summary>
    public static Source Of(Document document, int head, TokenRange limits)
    {
        var first = Math.Min(head, Math.Max(document.Dependencies.First(head), limits.First));
        var last = Math.Max(head, Math.Min(document.Dependencies.Last(head), limits.Last));
        (first, last) = OutsideQuotations(document, first, head, last);
        while (last > head && (document.IsPunctuation(last) && document.Word(last)[0] is ',' or '-' or '–' or '—' or ';' or ':' || document.Tokens[last].Tag is "IN" or "TO" or "CC"))
        {
            last--;
        }

        last = NounPhrase.WithoutTime(document, head, last);

        while (first < head && (document.IsPunctuation(first) && document.Word(first)[0] is ',' or '-' or '–' or '—' or '"' or '“' or '”' || document.Is(first, "cc") || document.Is(first, "case") || document.Is(first, "mark")))
        {
            first++;
        }

        first = WholeName(document, first, head);
        head = BehindPossessor(document, head, last);
        return new Source(new TokenRange(first, last), head, Antecedent(document, head));
    }

    // "Lund's | running mate": the parser hangs what is owned on the owner.
    private static int BehindPossessor(Document document, int head, int last)
    {
        if (head + 2 > last || document.Tokens[head + 1].Tag != "POS")
        {
            return head;
        }

        var owned = head;
        for (var i = head + 2; i <= last && (document.IsNoun(i) || document.Tokens[i].Tag is "JJ" or "VBG" or "VBN" or "CD" || document.Word(i) is "-"); i++)
        {
            owned = document.IsNoun(i) ? i : owned;
        }

        return owned;
    }

    // "Fisheries | Minister Kari Dahl": a capitalised run before a name belongs to it.
    private static int WholeName(Document document, int first, int head)
    {
        var start = document.Sentences[document.Tokens[head].Sentence].First;
        // "Kim | Jong-un": half a word is no name.
        if (first - 2 >= start && document.Word(first - 1) is "-" && document.Tokens[first - 2].End == document.Tokens[first - 1].Start && document.Tokens[first - 1].End == document.Tokens[first].Start)
        {
            first -= 2;
        }

        first = BeforePlace(document, BeforeFalseTitle(document, first, start), start);
        while (document.Tokens[first].Tag is "NNP" or "NNPS" or "JJ" && char.IsUpper(document.Word(first)[0]) && first > start && (document.IsNoun(first - 1) || document.Tokens[first - 1].Tag == "JJ") && char.IsUpper(document.Word(first - 1)[0])
            && document.Quoted.At(first - 1) == document.Quoted.At(first) && !NounPhrase.IsTime(document, first - 1))
        {
            first--;
        }

        return first;
    }

    // "Ambassador to | Estonia Hollis Wray": an office, of which the parser makes the place a given name.
    private static int BeforePlace(Document document, int first, int start)
    {
        var noun = first - 2;
        var isOffice = noun >= start && (document.IsWord(first - 1, "to") || document.IsWord(first - 1, "of")) && document.Tokens[first].Tag == "NNP" && document.Tokens[first + 1 < document.Tokens.Length ? first + 1 : first].Tag == "NNP"
            && char.IsUpper(document.Word(noun)[0]) && (Titles.KindsOf(Folding.Fold(document.Word(noun))) & TitleKinds.Office) != TitleKinds.None && Gazetteer.KindOf(Folding.Fold(document.Word(first))) != PlaceKind.None;
        return isOffice ? noun : first;
    }

    // "Harbour Force general | Lloyd Newton": what somebody is, right before the name and without an article, with all that tells of it (Meyer 1992, "false titles").
    private static int BeforeFalseTitle(Document document, int first, int start)
    {
        var title = first - 1;
        if (title < start || document.Tokens[first].Tag != "NNP" || document.Tokens[title].Tag != "NN" || char.IsUpper(document.Word(title)[0]) || !Titles.IsHuman(Folding.Fold(document.Word(title)))
            || document.Quoted.At(title) != document.Quoted.At(first))
        {
            return first;
        }

        while (title > start && (document.IsNoun(title - 1) || document.Tokens[title - 1].Tag is "JJ" or "HYPH" or "DT" or "PRP$" || document.Tokens[title - 1].Tag is "VBG" or "VBN" && document.Is(title - 1, "amod")) && document.Quoted.At(title - 1) == document.Quoted.At(first) && !NounPhrase.IsTime(document, title - 1))
        {
            title--;
        }

        return title;
    }

    // What is quoted is no part of who says it, whatever the parser makes of it.
    private static (int First, int Last) OutsideQuotations(Document document, int first, int head, int last)
    {
        var own = document.Quoted.At(head);
        for (var i = head; i >= first; i--)
        {
            if (document.Quoted.At(i) is var q && q != own && (q < 0 || document.Quoted.IsSpeech(q)))
            {
                first = i + 1;
                break;
            }
        }

        for (var i = head; i <= last; i++)
        {
            if (document.Quoted.At(i) is var q && q != own && (q < 0 || document.Quoted.IsSpeech(q)))
            {
                last = i - 1;
                break;
            }
        }

        return (first, last);
    }

    /// <summary>The noun that <paramref name="head"/> stands for: "the minister, who said"; itself where it is no relative pronoun.</summary>
    public static int Antecedent(Document document, int head)
    {
        if (!(document.Tokens[head].Tag is "WP" or "WDT" || document.IsWord(head, "that") || document.IsWord(head, "who")))
        {
            return head;
        }

        var verb = document.Tokens[head].Head;
        for (var step = 0; step < LongestChain && verb >= 0; step++)
        {
            var noun = document.Tokens[verb].Head;
            if (noun >= 0 && document.Is(verb, "acl"))
            {
                return noun;
            }

            verb = noun;
        }

        return head;
    }
}
