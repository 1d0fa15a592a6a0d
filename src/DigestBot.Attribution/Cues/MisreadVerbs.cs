using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Cues;

/// <summary>Mends the tags of verbs of saying that the tagger took for something else, where their surroundings leave no doubt.</summary>
internal static class MisreadVerbs
{
    private const int LongestWay = 80;
    private const int LongestPhrase = 12;
    private const Frames AnyContent = Frames.Quotation | Frames.Clause | Frames.Object | Frames.Preposition | Frames.Complement | Frames.ObjectInfinitive;

    /// <summary>Sets <see cref="Token.Tag"/> of such verbs and parses their sentences once more. Time is linear in the tokens.</summary>
    public static void Mend(Document document, CueLexicon lexicon)
    {
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            if (Mend(document, lexicon, document.Sentences[s]))
            {
                Grammar.Default.ParseAgain(document, s);
            }
        }
    }

    private static bool Mend(Document document, CueLexicon lexicon, Sentence sentence)
    {
        var isMended = MisreadNouns.Mend(document, lexicon, sentence);
        var hasFinite = HasFinite(document, sentence);
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (Mended(document, lexicon, sentence, i, hasFinite) is { } tag)
            {
                isMended |= document.Tokens[i].Tag != tag;
                document.Tokens[i].Tag = tag;
                hasFinite |= tag != "VBG";
            }
        }

        return isMended;
    }

    private static string? Mended(Document document, CueLexicon lexicon, Sentence sentence, int i, bool hasFinite)
    {
        var tag = document.Tokens[i].Tag;
        if (tag == "VB" && IsPlainPresent(document, lexicon, sentence, i))
        {
            return "VBP";
        }

        if (tag.Length > 0 && tag[0] == 'V' && tag != "VBN" || document.IsPunctuation(i))
        {
            return null;
        }

        if (document.IsWord(i, "says") || document.IsWord(i, "said") && tag != "VBN")
        {
            return document.IsWord(i, "says") ? "VBZ" : "VBD";
        }

        if (tag is "NNS" or "NNP" or "NNPS" or "NN" or "VBN" or "JJ" && ClosesClause(document, lexicon, sentence, i))
        {
            return document.Word(i).EndsWith("s", StringComparison.Ordinal) ? "VBZ" : "VBD";
        }

        if (tag[0] != 'V' && IntroducesQuotation(document, i))
        {
            return Verbal(document, i, lexicon);
        }

        var isParticiple = tag == "VBN" || tag == "JJ" && document.Word(i).EndsWith("ed", StringComparison.Ordinal);
        return isParticiple && IsPastTense(document, lexicon, sentence, i) ? "VBD" : OfNoun(document, lexicon, sentence, i) ?? OnlyVerb(document, lexicon, sentence, i, hasFinite);
    }

    // What looks like a participle and has an object, a quotation or a clause of its own.
    private static bool IsPastTense(Document document, CueLexicon lexicon, Sentence sentence, int i)
    {
        if (document.Tokens[i].Tag == "VBN" && IsActive(document, lexicon, sentence, i) || i > sentence.First && IsSecondDeed(document, lexicon, sentence, i))
        {
            return true;
        }

        // "Brink, who was there, recalled, “…”": a participle before a quotation, with nothing to be the participle of.
        var isFree = document.Tokens[i].Tag == "VBN" && IntroducesQuotation(document, i) && i > sentence.First && (document.Word(i - 1)[0] is ',' or ')' || IsBehindNoun(document, sentence, i));
        return isFree && Verbal(document, i, lexicon) is "VBD" || IsBehindNoun(document, sentence, i) && TakesObject(document, lexicon, sentence, i);
    }

    // "Some note that the nets are torn", "A document states that": a noun has no clause unless it says.
    private static string? OfNoun(Document document, CueLexicon lexicon, Sentence sentence, int i)
    {
        if (!(document.Tokens[i].Tag is "NN" or "NNS") || i == sentence.First || i + 1 >= sentence.Last || !document.IsWord(i + 1, "that") || !lexicon.Has(document.Word(i), CuePart.Verb, Frames.Clause))
        {
            return null;
        }

        if (document.Tokens[i - 1].Tag is "DT" or "NNS" && IsMany(document, i - 1))
        {
            return "VBP";
        }

        var isVerb = document.Tokens[i].Tag == "NNS" && IsBehindNoun(document, sentence, i) && !HasFinite(document, sentence with { Last = i }) && !lexicon.Has(document.Word(i), CuePart.Noun, Frames.Clause);
        return isVerb && Verbal(document, i, lexicon) is "VBZ" ? "VBZ" : null;
    }

    // "The council called for an inquiry", "Kari Lund, director of the port, called for …": where the sentence has no other.
    private static string? OnlyVerb(Document document, CueLexicon lexicon, Sentence sentence, int i, bool hasFinite)
    {
        var tag = document.Tokens[i].Tag;
        var isBehind = IsBehindNoun(document, sentence, i)
            || i > sentence.First && document.Word(i - 1)[0] is ',' && (tag == "NNS" || tag == "VBN" && lexicon.Has(document.Word(i), CuePart.Verb, AnyContent) && NounPhrase.Before(document, i).IsNamed);
        var isOnlyVerb = !hasFinite && isBehind && IsProse(document, sentence);
        return (isOnlyVerb, tag) switch
        {
            (true, "VBN") => "VBD",
            (true, "NNS") when IsBeforeClause(document, sentence, i) && Verbal(document, i, lexicon) is "VBZ" => "VBZ",
            _ => null,
        };
    }

    // “…,” the article read. And "The port, Lund argues, is lost": a speaker behind a comma, then the word, then the end or a comma.
    private static bool ClosesClause(Document document, CueLexicon lexicon, Sentence sentence, int i)
    {
        if (i + 1 >= sentence.Last || i - 2 <= sentence.First || !lexicon.Has(document.Word(i), CuePart.Verb, Frames.Quotation) || document.Word(i).EndsWith("ing", StringComparison.Ordinal))
        {
            return false;
        }

        var first = i - 1;
        while (first > sentence.First && first > i - LongestPhrase && (document.IsNoun(first) || document.Tokens[first].Tag is "DT" or "JJ" or "PRP$"))
        {
            first--;
        }

        var behindQuotation = document.Quoted.At(first) is var q and >= 0 && q != document.Quoted.At(i) && document.Quoted.IsSpeech(q);
        return first < i - 1 && document.IsNoun(i - 1)
            && (behindQuotation && document.Word(i + 1)[0] is '.' or ','
                || document.Word(first)[0] is ',' && document.Word(i + 1)[0] is ',' && document.Tokens[i - 1].Tag == "NNP" && document.Tokens[i].Tag != "VBN" && char.IsLower(document.Word(i)[0]));
    }

    // ", shouting, “…”": before a quotation a word that can be a verb of saying is one.
    private static bool IntroducesQuotation(Document document, int i)
    {
        var isMark = i + 2 < document.Tokens.Length && document.Word(i + 1)[0] is ',' or ':';
        return isMark && document.Quoted.At(i + 2) >= 0 && document.Quoted.At(i) < 0;
    }

    private static bool IsMany(Document document, int i) =>
        document.IsWord(i, "some") || document.IsWord(i, "many") || document.IsWord(i, "others") || document.IsWord(i, "most") || document.IsWord(i, "few");

    // "…, friends of Lund say,": a plain form behind a noun, which no "to", "did" or "will" governs.
    private static bool IsPlainPresent(Document document, CueLexicon lexicon, Sentence sentence, int i)
    {
        if (i == sentence.First || !document.IsNoun(i - 1) || !lexicon.Has(document.Word(i), CuePart.Verb, Frames.Clause) || document.Quoted.At(i - 1) != document.Quoted.At(i))
        {
            return false;
        }

        for (var before = i - 1; before >= sentence.First && document.Word(before)[0] is not ','; before--)
        {
            if (document.IsVerb(before) || document.Tokens[before].Tag is "MD" or "TO" && document.IsVerb(Math.Min(before + 1, i - 1)))
            {
                return false;
            }
        }

        return true;
    }

    // Relative clauses without another verb ("which its founder, Jon Berg, called “…”"), speech right behind the verb, and "clerks argued in May that".
    private static bool IsActive(Document document, CueLexicon lexicon, Sentence sentence, int i)
    {
        var quotation = i + 1 < sentence.Last && document.Quoted.At(i) < 0 ? document.Quoted.At(i + 1) : -1;
        if (quotation >= 0 && (IsVerbOfRelative(document, sentence, i) || document.Quoted.IsSpeech(quotation) && IsBehindNoun(document, sentence, i) && lexicon.Has(document.Word(i), CuePart.Verb, Frames.Quotation)))
        {
            return true;
        }

        if (i == sentence.First || !document.IsNoun(i - 1) || !lexicon.Has(document.Word(i), CuePart.Verb, Frames.Clause) || lexicon.Has(document.Word(i), CuePart.Verb, Frames.Listener))
        {
            return false;
        }

        for (var next = i + 1; next < sentence.Last && next < i + 4 && !document.IsVerb(next) && !document.IsPunctuation(next); next++)
        {
            if (document.IsWord(next, "that") && document.Tokens[next].Tag == "IN")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVerbOfRelative(Document document, Sentence sentence, int i)
    {
        for (var before = i - 1; before > sentence.First; before--)
        {
            if (document.Tokens[before].Tag is "WDT" or "WP")
            {
                return before + 1 < i && NounPhrase.Beginning(document, before + 1).IsNamed;
            }

            if (document.IsVerb(before) || document.Tokens[before].Tag == "MD" || document.Quoted.At(before) >= 0)
            {
                return false;
            }
        }

        return false;
    }

    private static string? Verbal(Document document, int i, CueLexicon lexicon)
    {
        var word = document.Word(i);
        var tag = word switch
        {
            _ when word.EndsWith("ing", StringComparison.Ordinal) => "VBG",
            _ when word.EndsWith("ed", StringComparison.Ordinal) => "VBD",
            _ when word.EndsWith("s", StringComparison.Ordinal) => "VBZ",
            _ => "",
        };
        return tag.Length > 0 && lexicon.Has(word, CuePart.Verb, Frames.Quotation | Frames.Infinitive) ? tag : null;
    }

    // "Lund said the crane would be mended and blamed the owner": a passive has no object, so the participle behind "and" is none.
    private static bool IsSecondDeed(Document document, CueLexicon lexicon, Sentence sentence, int i)
    {
        var conjunction = document.Tokens[i - 1].Tag == "RB" ? i - 2 : i - 1;
        if (conjunction <= sentence.First || !(document.IsWord(conjunction, "and") || document.IsWord(conjunction, "but")) || !TakesObject(document, lexicon, sentence, i))
        {
            return false;
        }

        for (var before = conjunction - 1; before > sentence.First && before > conjunction - LongestWay; before--)
        {
            if (document.IsWord(before, "had") || document.IsWord(before, "have") || document.IsWord(before, "has") || document.IsWord(before, "having"))
            {
                return false;
            }

            if (document.Tokens[before].Tag == "VBD" && lexicon.Has(document.Word(before), CuePart.Verb, Frames.Clause) && document.Quoted.At(before) == document.Quoted.At(i))
            {
                return true;
            }
        }

        return false;
    }

    // "A skipper accused foreign trawlers of theft": a participle behind its noun has no object of its own.
    private static bool TakesObject(Document document, CueLexicon lexicon, Sentence sentence, int i)
    {
        var next = i + 1;
        return next < sentence.Last && document.Tokens[next].Tag is "NNP" or "NNPS" or "PRP" or "PRP$" or "JJ" or "NNS" or "DT"
            && lexicon.Has(document.Word(i), CuePart.Verb, Frames.Object | Frames.ObjectOf | Frames.ObjectInfinitive)
            && NounPhrase.Beginning(document, next).IsNamed;
    }

    // "The council called for an inquiry", "The ministry plans to close it": the only candidate in a sentence without a finite verb.
    private static bool IsBehindNoun(Document document, Sentence sentence, int i) =>
        i > sentence.First && (document.IsNoun(i - 1) || document.Tokens[i - 1].Tag is "RB" or "PRP");

    private static bool IsBeforeClause(Document document, Sentence sentence, int i) =>
        i + 1 < sentence.Last && (document.Tokens[i + 1].Tag == "TO" || document.IsWord(i + 1, "that"));

    private static bool IsProse(Document document, Sentence sentence) => document.Word(sentence.Last - 1)[0] is '.' or '”' or '"';

    private static bool HasFinite(Document document, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return true;
            }
        }

        return false;
    }
}
