namespace DigestBot.Attribution.Cues;

/// <summary>Finds the subject of a cue's verb: its own, one shared with another verb, or that of the clause it hangs on.</summary>
internal static class SubjectFinder
{
    private const int LongestChain = 8;

    /// <summary>The parser's subject where it stands beside the verb; else the noun phrase that does.</summary>
    public static Source Find(Document document, Cue cue)
    {
        var found = Beside(document, cue);
        return IsFinite(document, cue) ? WholeSubject.Of(document, cue, found) : found;
    }

    private static Source Beside(Document document, Cue cue)
    {
        var parsed = OfVerb(document, cue) is { IsNamed: true } subject && !IsNobody(document, subject.Head) ? subject : Source.None;
        if (Far(document, cue, parsed) is { IsNamed: true } far)
        {
            return far;
        }

        if (!IsFinite(document, cue) || parsed.IsNamed && IsBeside(document, parsed.Range, cue) && !ReachesBack(document, parsed.Range, cue) && !IsOpened(document, parsed.Range))
        {
            return parsed;
        }

        var before = cue.First > 0 && document.Tokens[cue.First - 1].Sentence == document.Tokens[cue.Head].Sentence
            && document.Quoted.At(cue.First - 1) == document.Quoted.At(cue.Head) ? NounPhrase.Before(document, cue.First) : Source.None;
        if (before.IsNamed && (!parsed.IsNamed || before.Head != parsed.Head || before.Range.Last > parsed.Range.Last))
        {
            return before with { Referent = ParsedPhrase.Antecedent(document, before.Head) };
        }

        var isInverted = (!parsed.IsNamed || cue.Has(Frames.Quotation) && !IsBeside(document, parsed.Range, cue)) && cue.First > 0 && document.IsPunctuation(cue.First - 1) && cue.Last + 1 < document.Tokens.Length;
        return isInverted && NounPhrase.Beginning(document, cue.Last + 1) is { IsNamed: true } behind && !IsNobody(document, behind.Head) && !IsClauseSubject(document, behind.Range.Last + 1) ? behind : parsed;
    }

    // What stands far from its cue is looked for first, the surest rule before the others.
    private static Source Far(Document document, Cue cue, Source parsed)
    {
        var isParticiple = document.Tokens[cue.Head].Tag == "VBG";
        var isBehindComma = cue.First > 0 && document.Word(cue.First - 1)[0] is ',';
        if (FarSubject.OfExamples(document, cue) is { IsNamed: true } examples)
        {
            return examples;
        }

        if (isParticiple && (!parsed.IsNamed || isBehindComma) && OfSpeaker(document, cue) is { IsNamed: true } speaker)
        {
            return speaker;
        }

        if (FarSubject.OfGerund(document, cue) is { IsNamed: true } gerund)
        {
            return gerund;
        }

        var far = isParticiple && !parsed.IsNamed ? FarSubject.OfParticiple(document, cue) : Source.None;
        return far.IsNamed ? far : FarSubject.BeforeDashes(document, cue);
    }

    // "told me", "said Tuesday": who is told and when it is said are no subjects.
    private static bool IsNobody(Document document, int head) =>
        NounPhrase.IsTime(document, head) || NounPhrase.IsDuration(document, head) || NounPhrase.IsObjectForm(document, head) && document.Tokens[head].Tag == "PRP";

    // "Dahl, speaking in Bergen, said she would": what has a verb of its own is no inverted speaker.
    private static bool IsClauseSubject(Document document, int next) =>
        next < document.Tokens.Length && document.Tokens[next].Tag is "MD" or "VBD" or "VBZ" or "VBP" or "RB";

    // "With ten days until the vote, Lund, the mayor, called": what a preposition opens ends at its comma, and who speaks stands behind it.
    private static bool IsOpened(Document document, TokenRange range)
    {
        var preposition = range.First - 1;
        if (preposition < 0 || document.Sentences[document.Tokens[range.First].Sentence].First != preposition || document.Tokens[preposition].Tag != "IN")
        {
            return false;
        }

        for (var i = range.First; i < range.Last; i++)
        {
            if (document.Word(i)[0] is ',')
            {
                return true;
            }
        }

        return false;
    }

    // "… oppose the bridge, a survey showed": the phrase over the comma belongs to the clause before it.
    private static bool ReachesBack(Document document, TokenRange range, Cue cue)
    {
        var next = cue.Last + 1;
        if (range.Last > cue.First || next < document.Tokens.Length && (!document.IsPunctuation(next) || document.Quoted.At(next) >= 0))
        {
            return false;
        }

        var hasComma = false;
        for (var i = range.First; i <= range.Last; i++)
        {
            hasComma |= document.Word(i)[0] is ',';
        }

        for (var i = document.Sentences[document.Tokens[cue.Head].Sentence].First; hasComma && i < range.First; i++)
        {
            if ((document.IsVerb(i) || document.Tokens[i].Tag == "MD") && document.Quoted.At(i) == document.Quoted.At(cue.Head))
            {
                return true;
            }
        }

        return false;
    }

    // ", adding that": whoever spoke before the comma, else the subject of the sentence.
    private static Source OfSpeaker(Document document, Cue cue)
    {
        var sentence = document.Sentences[document.Tokens[cue.Head].Sentence];
        var found = -1;
        for (var i = sentence.First; i < cue.First; i++)
        {
            var verb = document.Is(i, "nsubj") && document.Quoted.At(i) == document.Quoted.At(cue.Head) ? document.Tokens[i].Head : -1;
            if (verb > i && verb < cue.First && (found < 0 || IsReporting(document, verb) && !IsReporting(document, document.Tokens[found].Head)))
            {
                found = i;
            }
        }

        return found < 0 ? Source.None : ParsedPhrase.Of(document, found, new TokenRange(sentence.First, Math.Min(document.Tokens[found].Head, cue.First) - 1));
    }

    private static bool IsReporting(Document document, int verb) => CueLexicon.Default.Has(document.Word(verb), CuePart.Verb, Frames.Quotation);

    private static bool IsFinite(Document document, Cue cue) =>
        document.Tokens[cue.First].Tag is "VBD" or "VBZ" or "VBP" or "MD" || document.Tokens[cue.Top].Tag is "VBD" or "VBZ" or "VBP" || document.IsFinite(cue.Top);

    private static bool IsBeside(Document document, TokenRange range, Cue cue)
    {
        var (from, to) = range.Last < cue.First ? (range.Last + 1, cue.First) : (cue.Last + 1, range.First);
        for (var i = from; i < to; i++)
        {
            if (!document.IsPunctuation(i) && document.Tokens[i].Tag != "RB")
            {
                return false;
            }
        }

        return true;
    }

    private static Source OfVerb(Document document, Cue cue)
    {
        var verb = cue.Top;
        for (var step = 0; step < LongestChain && verb >= 0; step++)
        {
            var subject = SubjectOutside(document, verb, cue.Head);
            if (subject >= 0 && subject != cue.Head && document.Tokens[subject].Tag != "EX")
            {
                var passed = verb != cue.Top && document.Tokens[subject].Label == "nsubj:pass" && !document.Is(cue.Top, "conj");
                return WithPartner(document, verb, ParsedPhrase.Of(document, subject, LimitsOf(document, cue, subject))) is var source && passed && !IsQuoted(document, verb) ? SourceFinder.Agent(document, verb) is { IsNamed: true } agent ? agent : source : source;
            }

            var head = document.Tokens[verb].Head;
            if (head < 0)
            {
                break;
            }

            if (document.Is(verb, "acl") && document.IsNoun(head))
            {
                if (document.Tokens[verb].Tag is "VBG" or "VB" && FarSubject.OfDocument(document, cue, head) is { IsNamed: true } author)
                {
                    return author;
                }

                return Control.OfNoun(document, cue, head) is { IsNamed: true } controller ? controller : ParsedPhrase.Of(document, head, new TokenRange(0, Math.Min(verb, cue.First) - 1));
            }

            // "urged him to say": the one who is urged is to say it.
            var made = document.Is(verb, "xcomp") || document.Is(verb, "advcl") && document.Tokens[verb].Tag == "VB" && Control.MakesDo(document, head) ? document.Child(head, "obj") : -1;
            if (made >= 0 && made < verb)
            {
                return ParsedPhrase.Of(document, made, new TokenRange(0, verb - 1));
            }

            verb = document.IsVerb(head) || document.Is(verb, "conj") || document.Is(verb, "advcl") || document.Is(verb, "xcomp") ? head : -1;
        }

        return Source.None;
    }

    // A subject on the cue's own side of the quotation marks: the parser does not see them.
    private static int SubjectOutside(Document document, int verb, int cue)
    {
        var own = document.Quoted.At(cue);
        var relative = -1;
        foreach (var child in document.Dependencies.Of(verb))
        {
            var quotation = document.Quoted.At(child);
            if (document.Is(child, "nsubj") && (quotation == own || quotation >= 0 && !document.Quoted.IsSpeech(quotation) && !IsCutShort(document, quotation, verb)))
            {
                // "which the mayor called “…”": of two the relative pronoun is the object.
                if (document.Tokens[child].Tag is "WDT" or "WP" && relative < 0)
                {
                    relative = child;
                    continue;
                }

                return relative >= 0 && (child > verb || document.IsPunctuation(child)) ? relative : child;
            }
        }

        return relative;
    }

    // “Paint,” wrote Lund, “is cheap”: the words before the verb are the quotation's, however few.
    private static bool IsCutShort(Document document, int quotation, int verb) =>
        document.Quoted.Outer[quotation].Last is var last && last < verb && last + 1 == verb && document.Word(last - 1)[0] is ',';

    // "The editor and Mr. Lund said", "A skipper, Per Lund, said": where the parser gives the verb two subjects, they are one phrase.
    private static Source WithPartner(Document document, int verb, Source source)
    {
        foreach (var child in document.Dependencies.Of(verb))
        {
            var next = source.Range.Last + 1;
            if (child > source.Range.Last && child < verb && document.Is(child, "nsubj") && document.Dependencies.First(child) is var first && (first == next + 1 || first == next)
                && (document.Tokens[next].Tag == "CC" || document.Word(next)[0] is ',' && document.Tokens[child].Tag == "NNP"))
            {
                return source with { Range = source.Range with { Last = document.Dependencies.Last(child) } };
            }
        }

        return source;
    }

    private static bool IsQuoted(Document document, int verb) => document.IsWord(verb, "quoted");

    private static TokenRange LimitsOf(Document document, Cue cue, int subject)
    {
        var sentence = document.Sentences[document.Tokens[subject].Sentence];
        return subject < cue.Head
            ? new TokenRange(sentence.First, cue.First > subject ? cue.First - 1 : cue.Head - 1)
            : new TokenRange(cue.Last + 1, sentence.Last - 1);
    }
}
