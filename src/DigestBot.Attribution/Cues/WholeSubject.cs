using System.Collections.Frozen;

namespace DigestBot.Attribution.Cues;

/// <summary>
/// Widens the noun phrase beside a finite verb to the subject that it is a part of: all that are joined by "and", and the noun whose relative clause
/// comes between. Clauses are told apart by counting finite verbs against the words that open a clause (Ejerhed 1988; Leffa 1998), which needs no parse.
/// </summary>
internal static class WholeSubject
{
    private const int LongestClause = 30;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _openers =
        "that as while because if although though when since after before where whether until unless".Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The whole subject of <paramref name="cue"/>; <paramref name="source"/> where it is whole, stands behind the verb or far from it.</summary>
    public static Source Of(Document document, Cue cue, Source source)
    {
        var last = cue.First - 1;
        while (last > source.Range.Last && document.Tokens[last].Tag == "RB")
        {
            last--;
        }

        if (!source.IsNamed || source.Range.Last != last || document.Quoted.At(source.Head) != document.Quoted.At(cue.Head) || document.Tokens[source.Head].Tag is "WP" or "WDT" or "PRP")
        {
            return source;
        }

        return OverRelative(document, source) is { IsNamed: true } antecedent ? antecedent : Joined(document, cue, source);
    }

    // "Crews who have sold their boats | agreed": of two finite verbs with one "who" between, the second is the noun's own.
    private static Source OverRelative(Document document, Source source)
    {
        var sentence = document.Sentences[document.Tokens[source.Head].Sentence];
        var verb = -1;
        for (var i = source.Range.First - 1; i > sentence.First && i > source.Range.First - LongestClause; i--)
        {
            var tag = document.Tokens[i].Tag;
            if (document.Word(i)[0] is ',' or ';' or ':' or '(' or ')' || tag is "WRB" || tag == "IN" && _openers.Contains(document.Word(i)) && document.Is(i, "mark") || document.Quoted.At(i) != document.Quoted.At(source.Head))
            {
                return Source.None;
            }

            if (IsFinite(document, i))
            {
                if (verb >= 0 || TakesClause(document, i, source.Range.First))
                {
                    return Source.None;
                }

                verb = i;
            }

            if ((verb >= 0 ? Relative(document, i, verb) : Participle(document, i)) is var noun and >= 0)
            {
                var phrase = NounPhrase.Before(document, noun + 1);
                return phrase.IsNamed && Opens(document, sentence, phrase.Range.First) ? phrase with { Range = phrase.Range with { Last = source.Range.Last } } : Source.None;
            }
        }

        return Source.None;
    }

    // An auxiliary that is none is a plural which the tagger misread: "the port access lawsuits | seeking".
    private static bool IsFinite(Document document, int token) => document.Tokens[token].Tag is "VBD" or "VBP" or "MD"
        || document.Tokens[token].Tag == "VBZ" && (!document.Is(token, "aux") || document.Word(token) is "is" or "has" or "does" or "was");

    // "Judges | handling cases about the port": the noun right before the participle that hangs on it; -1 where none does.
    private static int Participle(Document document, int token) =>
        document.Tokens[token].Tag == "VBG" && document.Is(token, "acl") && document.Tokens[token].Head == token - 1 && document.Tokens[token - 1].Tag is "NNS" or "NN" ? token - 1 : -1;

    // The noun that "who" or "that" at the token stands behind, or whose relative clause without such a word begins there; -1 where none does.
    private static int Relative(Document document, int token, int verb)
    {
        var noun = token - 1;
        if (!document.IsNoun(noun))
        {
            return -1;
        }

        var isPronoun = document.Tokens[token].Tag is "WP" or "WDT" && verb > token;
        return isPronoun || document.Tokens[noun].Tag is "NNS" or "NN" && BareClause(document, noun, verb) is var clause and >= 0 && document.Dependencies.First(document.Subject(clause)) == token ? noun : -1;
    }

    // The clause with a subject of its own that hangs on the noun and holds the finite verb; -1 where there is none.
    private static int BareClause(Document document, int noun, int verb)
    {
        foreach (var child in document.Dependencies.Of(noun))
        {
            if (child >= verb && document.Is(child, "acl") && document.Subject(child) is var subject and >= 0 && subject > noun && subject < verb)
            {
                return child;
            }
        }

        return -1;
    }

    // "Skippers who say the nets | fell": the clause of the relative clause's verb is not over.
    private static bool TakesClause(Document document, int verb, int first)
    {
        for (var i = verb; i < first; i++)
        {
            if (CueLexicon.Default.Has(document.Word(i), CuePart.Verb, Frames.Clause))
            {
                return true;
            }
        }

        return false;
    }

    // "China and | Norway support": a plural verb's whole list, back to where its clause opens.
    private static Source Joined(Document document, Cue cue, Source source)
    {
        var sentence = document.Sentences[document.Tokens[source.Head].Sentence];
        var conjunction = source.Range.First - 1;
        if (conjunction <= sentence.First || document.Tokens[conjunction].Tag != "CC" || document.IsWord(conjunction, "but") || document.Tokens[cue.First].Tag == "VBZ"
            || document.Quoted.At(conjunction) != document.Quoted.At(source.Head))
        {
            return source;
        }

        var hasComma = document.Word(conjunction - 1)[0] is ',';
        var (next, count) = (hasComma ? conjunction - 1 : conjunction, 0);
        while (next > sentence.First && Partner(document, source, next) is { IsNamed: true } partner)
        {
            count++;
            var first = partner.Range.First;
            if (Opens(document, sentence, first) && (first == sentence.First || document.Word(first - 1)[0] is not ','))
            {
                var range = new TokenRange(first, source.Range.Last);
                return hasComma && count < 2 ? source : HasTitle(document, source) ? source with { Range = range } : partner with { Range = range };
            }

            if (document.Word(first - 1)[0] is not ',')
            {
                return source;
            }

            next = first - 1;
        }

        return source;
    }

    // The phrase of the same kind that ends before the token; "State and | local leaders" has half of one.
    private static Source Partner(Document document, Source source, int next)
    {
        if (document.Quoted.At(next - 1) != document.Quoted.At(source.Head) || document.Word(next - 1)[0] is ',' or ')')
        {
            return Source.None;
        }

        var phrase = NounPhrase.Before(document, next);
        return phrase.IsNamed && document.Tokens[phrase.Head].Tag is not ("PRP" or "CD") && !NounPhrase.IsTime(document, phrase.Head) && IsName(document, phrase) == IsName(document, source) ? phrase : Source.None;
    }

    // "Dock and | Harbour Union secretary Simon Katana": the name at the end may be all that is meant.
    private static bool HasTitle(Document document, Source source)
    {
        var title = source.Range.First;
        while (title < source.Head && document.Tokens[title].Tag != "NN")
        {
            title++;
        }

        return title < source.Head;
    }

    private static bool IsName(Document document, Source phrase) => document.Tokens[phrase.Head].Tag is "NNP" or "NNPS";

    // Where a clause opens: nothing before it but punctuation, a conjunction or a word such as "because".
    private static bool Opens(Document document, Sentence sentence, int first) =>
        first == sentence.First || document.Quoted.At(first - 1) != document.Quoted.At(first) || document.IsPunctuation(first - 1) || document.Tokens[first - 1].Tag == "CC" || _openers.Contains(document.Word(first - 1));
}
