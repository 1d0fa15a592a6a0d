using System.Collections.Frozen;

namespace DigestBot.Attribution.Cues;

/// <summary>Reads noun phrases off the tags alone, for where the parser has lost the subject.</summary>
internal static class NounPhrase
{
    private const int LongestBracket = 10;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _times =
        ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December "
         + "yesterday today tonight morning afternoon evening night week month year day time moment hour o’clock").Split(' ')
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _links =
        "of by for at from".Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The noun phrase that ends right before <paramref name="token"/>, with the parenthesis between commas that may follow it; none where another word stands there.</summary>
    public static Source Before(Document document, int token)
    {
        var sentence = document.Sentences[document.Tokens[token].Sentence];
        var last = token - 1;
        while (last >= sentence.First && (document.Tokens[last].Tag is "RB"))
        {
            last--;
        }

        return last < sentence.First ? Source.None
            : document.Word(last)[0] is ')' ? BeforeBracket(document, sentence, last)
            : document.Word(last)[0] is ',' ? BeforeParenthesis(document, sentence, last)
            : OverParticiple(document, sentence, Ending(document, sentence, last));
    }

    // "Crews | leaving the port": the noun that a participle tells of, not the one that it governs.
    private static Source OverParticiple(Document document, Sentence sentence, Source phrase)
    {
        var participle = phrase.Range.First - 1;
        var isOver = phrase.IsNamed && participle > sentence.First && document.Tokens[participle].Tag == "VBG" && document.Tokens[participle - 1].Tag is "NNS" or "NN"
            && document.Quoted.At(participle - 1) == document.Quoted.At(phrase.Head);
        return isOver && Ending(document, sentence, participle - 1) is { IsNamed: true } noun ? noun with { Range = noun.Range with { Last = phrase.Range.Last } } : phrase;
    }

    /// <summary>The noun phrase that begins at <paramref name="token"/>; none where another word stands there, or none at all.</summary>
    public static Source Beginning(Document document, int token)
    {
        if (token >= document.Tokens.Length)
        {
            return Source.None;
        }

        var sentence = document.Sentences[document.Tokens[token].Sentence];
        var (last, noun, head) = (token - 1, -1, -1);
        while (last + 1 < sentence.Last && (IsInside(document, last + 1) && !BeginsAnother(document, noun, last + 1) || noun < 0 && document.Tokens[last + 1].Tag is "PRP" or "VBN" or "RB" || noun >= 0 && document.IsWord(last + 1, "of")))
        {
            last++;
            // "Naledi Moen of the harbour board": what stands before "of" is meant.
            head = head < 0 && document.IsWord(last, "of") ? noun : head;
            noun = document.IsNoun(last) || document.Tokens[last].Tag is "PRP" or "CD" && noun < 0 ? last : noun;
        }

        return noun < 0 ? Source.None : new Source(new TokenRange(token, noun), head < 0 ? noun : head, head < 0 ? noun : head);
    }

    // "Dahl, speaking to crews, said", "Ann Lee, 59, of Ashton, Md., said": the phrase before the parenthesis.
    private static Source BeforeParenthesis(Document document, Sentence sentence, int comma)
    {
        var found = Source.None;
        for (var i = comma - 1; i > sentence.First; i--)
        {
            if (document.Quoted.At(i) != document.Quoted.At(comma) || document.Word(i) is "--" or "—" or "–")
            {
                break;
            }

            if (document.Word(i)[0] is not ',' || Ending(document, sentence, i - 1) is not { IsNamed: true } phrase || document.Tokens[phrase.Head].Tag == "CD")
            {
                continue;
            }

            phrase = OverPrepositions(document, sentence, phrase);
            var before = phrase.Range.First - 1;
            phrase = Widened(document, phrase, i + 1, comma);
            if (before < sentence.First || document.Quoted.At(before) != document.Quoted.At(comma))
            {
                return phrase;
            }

            if (document.Tokens[before].Tag == "IN" && !document.IsWord(before, "that"))
            {
                continue;
            }

            found = phrase;
            if (document.Word(before)[0] is not ',')
            {
                break;
            }
        }

        return found;
    }

    // "A diplomat in Oslo", "aides to Lund": the noun before the preposition is meant.
    private static Source OverPrepositions(Document document, Sentence sentence, Source phrase)
    {
        var (first, head) = (phrase.Range.First, phrase.Head);
        while (first - 2 >= sentence.First && document.Tokens[first - 1].Tag is "IN" or "TO" && document.Tokens[first - 2].Tag is "NN" or "NNS" && Ending(document, sentence, first - 2) is { IsNamed: true } noun)
        {
            (first, head) = (noun.Range.First, noun.Head);
        }

        return phrase with { Range = phrase.Range with { First = first }, Head = head, Referent = head };
    }

    // "Lund, the mayor of Bodø,": what tells who it is belongs to the phrase; "Lund, speaking in Bodø," does not.
    private static Source Widened(Document document, Source phrase, int first, int comma) =>
        document.Tokens[first].Tag is "DT" or "NN" or "NNP" or "JJ" or "WP" or "WDT" or "CD" or "PRP$" && !IsTime(document, first) ? phrase with { Range = phrase.Range with { Last = comma - 1 } } : phrase;

    // "Senator Reyes (R-Texas) said".
    private static Source BeforeBracket(Document document, Sentence sentence, int closing)
    {
        for (var i = closing - 1; i > sentence.First && i > closing - LongestBracket; i--)
        {
            if (document.Word(i)[0] is '(')
            {
                var phrase = Ending(document, sentence, i - 1);
                return phrase.IsNamed ? phrase with { Range = phrase.Range with { Last = closing } } : phrase;
            }
        }

        return Source.None;
    }

    private static Source Ending(Document document, Sentence sentence, int last)
    {
        var tag = document.Tokens[last].Tag;
        if (tag is "PRP" or "WP" or "WDT")
        {
            return document.IsWord(last, "it") || tag == "PRP" && IsObjectForm(document, last) && document.IsVerb(Math.Max(0, last - 1)) ? Source.None : new Source(new TokenRange(last, last), last, last);
        }

        if (!document.IsNoun(last) && tag is not ("CD" or "DT") || IsTime(document, last))
        {
            return Source.None;
        }

        var (first, head) = (last, last);
        while (first > sentence.First && (IsInside(document, first - 1) && !IsTime(document, first - 1) || IsLink(document, first - 1, sentence)))
        {
            first--;
            head = _links.Contains(document.Word(first)) ? first - 1 : head;
        }

        return new Source(new TokenRange(first, last), head, head);
    }

    /// <summary>The end of the phrase up to <paramref name="last"/> without the time behind it: "the prosecutors | in April", "the firm | just this month".</summary>
    public static int WithoutTime(Document document, int head, int last)
    {
        var end = last;
        while (end > head && (IsTime(document, end) && !IsSurname(document, end) || document.Tokens[end].Tag == "CD" && document.Word(end).Length == 4))
        {
            end--;
        }

        if (end == last || document.Word(end)[0] is ',' || document.IsWord(end, "of"))
        {
            return last;
        }

        while (end > head && (document.IsWord(end, "this") || document.IsWord(end, "last") || document.IsWord(end, "just") || document.Tokens[end].Tag == "IN" || document.IsWord(end, "early") || document.IsWord(end, "late")))
        {
            end--;
        }

        return end;
    }

    // "Theresa | May": a month right behind a given name is its surname.
    private static bool IsSurname(Document document, int token) => document.Tokens[token - 1].Tag == "NNP" && GivenNames.Contains(Folding.Fold(document.Word(token - 1))) && document.Word(token) is "May" or "June" or "April" or "March";

    /// <summary>The end of a content up to <paramref name="last"/> without the day or month behind it: "the offer | on Friday", "the vote | Tuesday".</summary>
    public static int WithoutDay(Document document, int first, int last)
    {
        var isCalendar = last > first && IsTime(document, last) && (char.IsUpper(document.Word(last)[0]) || document.Tokens[last].Tag == "NN" && document.Word(last).EndsWith("day", StringComparison.Ordinal) && document.Word(last).Length > 3);
        var before = last - 1;
        return !isCalendar || document.Tokens[before].Tag == "CD" ? last
            : before > first && (document.IsWord(before, "on") || document.IsWord(before, "in")) ? before - 1
            : document.IsNoun(before) ? before
            : last;
    }

    /// <summary>Whether the word names a day, a month or a time of day.</summary>
    public static bool IsTime(Document document, int token) => _times.Contains(document.Word(token));

    /// <summary>Whether the word measures time: "ten days", "the seconds".</summary>
    public static bool IsDuration(Document document, int token) =>
        document.Tokens[token].Tag == "NNS" && document.Word(token)[^1] == 's' && document.Word(token)[..^1] is "second" or "minute" or "hour" or "day" or "week" or "month" or "year";

    /// <summary>Whether the word is a pronoun that is never a subject.</summary>
    public static bool IsObjectForm(Document document, int token) => document.IsWord(token, "him") || document.IsWord(token, "them") || document.IsWord(token, "me") || document.IsWord(token, "us");

    private static bool IsInside(Document document, int token) =>
        document.IsNoun(token) || document.Tokens[token].Tag is "JJ" or "JJR" or "JJS" or "CD" or "DT" or "PRP$" or "POS" or "HYPH" or "PDT" || document.Word(token)[0] is '&';

    // "told reporters | the crane would be mended": an article behind a noun opens the next phrase.
    private static bool BeginsAnother(Document document, int head, int token) =>
        head >= 0 && head == token - 1 && (document.Tokens[token].Tag is "DT" or "PRP$" || IsTime(document, token) && document.Word(token).EndsWith("day", StringComparison.Ordinal) || IsPeriod(document, token)) && document.Tokens[head].Tag is "NN" or "NNS" or "NNP" or "PRP";

    // "urged the crews | last week".
    private static bool IsPeriod(Document document, int token) =>
        (document.IsWord(token, "last") || document.IsWord(token, "this") || document.IsWord(token, "next")) && token + 1 < document.Tokens.Length && IsTime(document, token + 1);

    private static bool IsLink(Document document, int token, Sentence sentence) =>
        token > sentence.First && _links.Contains(document.Word(token)) && (document.IsNoun(token - 1) || document.Tokens[token - 1].Tag is "CD" or "DT");
}
