namespace DigestBot.Attribution.Cues;

/// <summary>Tells what between commas behind a name says who that is ("Mina Petrova, the finance minister, …") from the clause that begins there.</summary>
internal static class Parenthesis
{
    /// <summary>
    /// The last token of <paramref name="phrase"/> with the apposition and the relative clause behind it; its own last token where there are none.
    /// </summary>
    /// <param name="document">The story.</param>
    /// <param name="phrase">The noun phrase behind a preposition.</param>
    /// <param name="isOpening">Whether the preposition opens its sentence, so that the clause that is said is still to come.</param>
    public static int EndBehind(Document document, Source phrase, bool isOpening)
    {
        var end = document.Sentences[document.Tokens[phrase.Head].Sentence].Last;
        var last = phrase.Range.Last;
        if (Apposition(document, phrase, last + 1, end) is var apposition and >= 0 && (!isOpening || HasClauseBehind(document, phrase, apposition, end)))
        {
            last = apposition;
        }

        var who = last + 2;
        if (who >= end || document.Word(last + 1)[0] is not ',' || document.Tokens[who].Tag is not ("WP" or "VBG" or "VBN") || document.Quoted.At(who) != document.Quoted.At(phrase.Head))
        {
            return last;
        }

        var behind = CommaBehind(document, who);
        if (behind == end && isOpening)
        {
            return last;
        }

        while (behind > who && document.IsPunctuation(behind - 1))
        {
            behind--;
        }

        return behind - 1;
    }

    // "the head of research at the bank" up to the next comma or the sentence's end: no verb stands in it. -1 where there is none.
    private static int Apposition(Document document, Source phrase, int comma, int end)
    {
        var first = comma + 1;
        if (first >= end || document.Word(comma)[0] is not ',' || document.Quoted.At(first) != document.Quoted.At(phrase.Head) || Opening(document, first) is not { IsNamed: true } noun
            || !TellsWho(document, phrase.Head, first, noun))
        {
            return -1;
        }

        var last = noun.Range.Last;
        while (last + 1 < end && document.Tokens[last + 1].Tag is "IN" or "CC" && NounPhrase.Beginning(document, last + 2) is { IsNamed: true } more && document.Tokens[more.Range.Last].Sentence == document.Tokens[comma].Sentence)
        {
            last = more.Range.Last;
        }

        return last + 1 >= end || document.Word(last + 1)[0] is ',' or '.' or ';' ? last : -1;
    }

    private static Source Opening(Document document, int first) => document.Tokens[first].Tag is "PRP" ? Source.None : NounPhrase.Beginning(document, first);

    // A name is told by a description, a description by a name: "the minister, Mina Petrova,"; "Lund, Moen and Dahl" is a list.
    private static bool TellsWho(Document document, int head, int first, Source noun)
    {
        var isName = document.Tokens[head].Tag is "NNP" or "NNPS";
        var begins = document.Tokens[first].Tag;
        var isDescription = document.Tokens[noun.Head].Tag is "NN" or "NNS" || begins is "DT" or "PRP$";
        return !NounPhrase.IsTime(document, noun.Head) && (isName ? isDescription : !isDescription && begins is "NNP");
    }

    // "According to Petrova, the court's new rule, which …, bars": what has its verb behind its own parenthesis is the subject of what is said.
    private static bool HasClauseBehind(Document document, Source phrase, int last, int end)
    {
        var next = last + 2;
        if (next >= end || document.Tokens[next].Tag is "WDT" or "WP" or "VBD" or "VBZ" or "VBP" or "MD" or "VBN" or "VBG" or "CC")
        {
            return false;
        }

        var isHuman = document.Tokens[phrase.Head].Tag is "NNP" && Titles.IsHuman(Folding.Fold(document.Word(NounPhrase.Beginning(document, phrase.Range.Last + 2).Head)));
        for (var i = next; i < end && !isHuman; i++)
        {
            if (document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return document.Word(i - 1)[0] is not ',';
            }
        }

        return isHuman;
    }

    /// <summary>The first comma from <paramref name="first"/> on, outside of quotations; the sentence's end where there is none.</summary>
    public static int CommaBehind(Document document, int first)
    {
        var end = document.Sentences[document.Tokens[first - 1].Sentence].Last;
        var comma = first;
        while (comma < end && (document.Word(comma)[0] is not ',' || document.Quoted.At(comma) != document.Quoted.At(first - 1)))
        {
            comma++;
        }

        return comma;
    }
}
