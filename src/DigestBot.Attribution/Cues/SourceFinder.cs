namespace DigestBot.Attribution.Cues;

/// <summary>Finds who is named as a cue's speaker: the subject, shared subject, agent, possessor, or what stands behind the preposition.</summary>
internal static class SourceFinder
{
    /// <summary>The source of <paramref name="cue"/>.</summary>
    public static Source Find(Document document, Cue cue) => cue.Part switch
    {
        CuePart.Preposition => Behind(document, cue),
        CuePart.Noun => OfNoun(document, cue),
        _ when cue.IsPassive => Agent(document, cue.Head),
        _ => SubjectFinder.Find(document, cue),
    };

    /// <summary>Who does it, of a passive: "by the crews".</summary>
    public static Source Agent(Document document, int verb)
    {
        foreach (var child in document.Dependencies.Of(verb))
        {
            if (child > verb && document.Is(child, "obl") && document.Child(child, "case") is var by && by >= 0 && document.IsWord(by, "by"))
            {
                var walked = NounPhrase.Beginning(document, by + 1);
                if (walked.IsNamed && Parenthesis.EndBehind(document, walked, isOpening: false) is var told && told > walked.Range.Last)
                {
                    return ParsedPhrase.Of(document, child, new TokenRange(by + 1, told));
                }

                var goesOn = walked.IsNamed && walked.Range.Last + 1 < document.Tokens.Length && (document.Word(walked.Range.Last + 1)[0] is ',' || document.Tokens[walked.Range.Last + 1].Tag is "WP" or "WDT");
                return ParsedPhrase.Of(document, child, new TokenRange(by + 1, walked.IsNamed && !goesOn ? walked.Range.Last : document.Dependencies.Last(child)));
            }
        }

        return Source.None;
    }

    private static Source OfNoun(Document document, Cue cue)
    {
        foreach (var child in document.Dependencies.Of(cue.Head))
        {
            if (document.Tokens[child].Label == "nmod:poss" && child < cue.Head)
            {
                return ParsedPhrase.Of(document, child, new TokenRange(0, document.Dependencies.Last(child)));
            }
        }

        foreach (var child in document.Dependencies.Of(cue.Head))
        {
            var preposition = document.Is(child, "nmod") ? document.Child(child, "case") : -1;
            if (preposition > cue.Head && (document.IsWord(preposition, "by") || document.IsWord(preposition, "from")))
            {
                return ParsedPhrase.Of(document, child, new TokenRange(preposition + 1, document.Dependencies.Last(child)));
            }
        }

        return OfPredicate(document, cue.Head) is { IsNamed: true } subject ? subject : OfLightVerb(document, cue.Head);
    }

    // "Dahl has long been a supporter of the union": who is one says so.
    private static Source OfPredicate(Document document, int noun)
    {
        var subject = document.Child(noun, "cop") >= 0 ? document.Subject(noun) : -1;
        return subject >= 0 && subject < noun && !document.IsWord(subject, "it") && !(document.Tokens[subject].Tag is "DT" or "WDT") && document.Word(subject) is not ("What" or "what") ? ParsedPhrase.Of(document, subject, new TokenRange(0, document.Child(noun, "cop") - 1)) : Source.None;
    }

    // "Lavrov made the claim that", "the ministry issued a warning": the light verb's subject.
    private static Source OfLightVerb(Document document, int noun)
    {
        var verb = document.Tokens[noun].Head;
        var isObject = verb >= 0 && document.IsVerb(verb) && document.Is(noun, "obj");
        if (!isObject && VerbBefore(document, noun) is var before and >= 0 && NounPhrase.Before(document, VerbGroup.First(document, before)) is { IsNamed: true } phrase)
        {
            return phrase with { Referent = ParsedPhrase.Antecedent(document, phrase.Head) };
        }

        var subject = isObject ? document.Subject(verb) : -1;
        return subject >= 0 && subject < verb && !document.IsPassive(verb)
            ? ParsedPhrase.Of(document, subject, new TokenRange(0, verb - 1))
            : Source.None;
    }

    // "expressed a readiness": the finite verb whose object the noun is by its place.
    private static int VerbBefore(Document document, int noun)
    {
        var verb = noun - 1;
        while (verb > 0 && document.Tokens[verb].Tag is "DT" or "JJ" or "PRP$" or "NN")
        {
            verb--;
        }

        return verb > 0 && document.Tokens[verb].Tag is "VBD" or "VBZ" or "VBP" && document.Quoted.At(verb) == document.Quoted.At(noun) ? verb : -1;
    }

    private static Source Behind(Document document, Cue cue)
    {
        var first = cue.Last + 1;
        if (first >= document.Tokens.Length || NounPhrase.Beginning(document, first) is not { IsNamed: true } walked)
        {
            return Source.None;
        }

        var parsed = ParsedPhrase.Of(document, walked.Head, new TokenRange(first, document.Dependencies.Last(walked.Head)));
        var isOpening = cue.First - document.Sentences[document.Tokens[cue.Head].Sentence].First <= 1;
        var comma = Parenthesis.CommaBehind(document, LastOfList(document, walked) + 1);
        var plain = walked with { Range = new TokenRange(first, Math.Max(walked.Range.Last, Math.Min(parsed.Range.Last, comma - 1))) };
        var told = Parenthesis.EndBehind(document, plain, isOpening);
        return parsed with { Range = new TokenRange(first, isOpening ? told : Math.Max(told, parsed.Range.Last)) };
    }

    // "According to Lund, Moen and Dahl, the road …": the last of those who are named together.
    private static int LastOfList(Document document, Source first)
    {
        var last = first.Range.Last;
        foreach (var child in document.Dependencies.Of(first.Head))
        {
            last = document.Is(child, "conj") && document.Tokens[child].Tag == document.Tokens[first.Head].Tag ? Math.Max(last, child) : last;
        }

        return last;
    }
}
