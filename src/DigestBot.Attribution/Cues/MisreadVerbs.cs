using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Cues;

/// <summary>Mends the tags of verbs of saying that the tagger took for something else, where their surroundings leave no doubt.</summary>
internal static class MisreadVerbs
{
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
        var isMended = MendName(document, sentence);
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

    // "Hope Lund, a deckhand, said": a given name that is a verb too opens the sentence.
    private static bool MendName(Document document, Sentence sentence)
    {
        var first = sentence.First;
        var isName = first + 2 < sentence.Last && document.Tokens[first].Tag is "VB" or "VBP" or "NN" && char.IsUpper(document.Word(first)[0]) && document.Tokens[first + 1].Tag == "NNP"
            && document.Tokens[first + 2].Tag is "," or "VBD" or "VBZ" or "MD" && GivenNames.Contains(Folding.Fold(document.Word(first)));
        if (isName)
        {
            document.Tokens[first].Tag = "NNP";
        }

        return isName;
    }

    private static string? Mended(Document document, CueLexicon lexicon, Sentence sentence, int i, bool hasFinite)
    {
        var tag = document.Tokens[i].Tag;
        if (tag.Length > 0 && tag[0] == 'V' && tag != "VBN" || document.IsPunctuation(i))
        {
            return null;
        }

        if (document.IsWord(i, "says") || document.IsWord(i, "said") && tag != "VBN")
        {
            return document.IsWord(i, "says") ? "VBZ" : "VBD";
        }

        if (tag[0] != 'V' && IntroducesQuotation(document, i))
        {
            return Verbal(document, i, lexicon);
        }

        // "Brink, who was there, recalled, “…”": a participle before a quotation, with nothing to be the participle of.
        if (tag == "VBN" && IntroducesQuotation(document, i) && i > sentence.First && (document.Word(i - 1)[0] is ',' or ')' || IsBehindNoun(document, sentence, i)))
        {
            return Verbal(document, i, lexicon) is "VBD" ? "VBD" : null;
        }

        if ((tag == "VBN" || tag == "JJ" && document.Word(i).EndsWith("ed", StringComparison.Ordinal)) && IsBehindNoun(document, sentence, i) && TakesObject(document, lexicon, sentence, i))
        {
            return "VBD";
        }

        var isOnlyVerb = !hasFinite && IsBehindNoun(document, sentence, i) && IsProse(document, sentence);
        return (isOnlyVerb, tag) switch
        {
            (true, "VBN") => "VBD",
            (true, "NNS") when IsBeforeClause(document, sentence, i) && Verbal(document, i, lexicon) is "VBZ" => "VBZ",
            _ => null,
        };
    }

    // ", shouting, “…”": before a quotation a word that can be a verb of saying is one.
    private static bool IntroducesQuotation(Document document, int i)
    {
        var isMark = i + 2 < document.Tokens.Length && document.Word(i + 1)[0] is ',' or ':';
        return isMark && document.Quoted.At(i + 2) >= 0 && document.Quoted.At(i) < 0;
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
