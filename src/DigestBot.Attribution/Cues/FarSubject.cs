namespace DigestBot.Attribution.Cues;

/// <summary>Finds the subject of a cue that stands far from it, where a parenthesis, a document or an opening phrase comes between and the parser loses it.</summary>
internal static class FarSubject
{
    private const int LongestClimb = 4;

    /// <summary>The subject of the clause that a participle belongs to: "before leaving", "Quoting the law, Lund …"; none where no rule reaches it.</summary>
    public static Source OfParticiple(Document document, Cue cue)
    {
        var sentence = document.Sentences[document.Tokens[cue.Head].Sentence];
        var mark = cue.First - 1;
        if (cue.First == sentence.First || mark == sentence.First && document.Tokens[mark].Tag is "IN" or "WRB")
        {
            return BehindComma(document, sentence, cue);
        }

        var isMarked = mark > sentence.First && document.Tokens[mark].Tag is "IN" or "WRB" && document.Quoted.At(mark) == document.Quoted.At(cue.Head);
        return isMarked && Opening(document, sentence, mark) is { IsNamed: true } opening ? opening : Source.None;
    }

    /// <summary>Whose deed a gerund behind "for" or "of" is: "thanked Lund for saying so" Lund's, "apologised for saying so" the subject's; none elsewhere.</summary>
    public static Source OfGerund(Document document, Cue cue)
    {
        var preposition = cue.First - 1;
        var sentence = document.Sentences[document.Tokens[cue.Head].Sentence];
        if (document.Tokens[cue.Head].Tag != "VBG" || preposition <= sentence.First || !(document.IsWord(preposition, "for") || document.IsWord(preposition, "of")))
        {
            return Source.None;
        }

        var verb = document.Tokens[cue.Head].Head;
        for (var step = 0; step < LongestClimb && verb >= 0 && !(document.IsVerb(verb) && verb < preposition && document.Tokens[verb].Tag != "VBG"); step++)
        {
            verb = document.Tokens[verb].Head;
        }

        if (verb < 0 || verb >= preposition || !document.IsVerb(verb) || document.Quoted.At(verb) != document.Quoted.At(cue.Head))
        {
            return Source.None;
        }

        var blamed = document.IsPassive(verb) ? -1 : document.Child(verb, "obj");
        if (blamed > verb && blamed < preposition && document.Tokens[blamed].Tag is "NNP" or "PRP" or "NNS" or "NNPS")
        {
            return ParsedPhrase.Of(document, blamed, new TokenRange(verb + 1, preposition - 1));
        }

        var subject = document.Subject(verb);
        return blamed < 0 && subject >= 0 && subject < verb ? ParsedPhrase.Of(document, subject, new TokenRange(sentence.First, verb - 1)) : Source.None;
    }

    /// <summary>Those named as examples right before a participle: "owners such as Lund and Moen, now saying"; none elsewhere.</summary>
    public static Source OfExamples(Document document, Cue cue)
    {
        var sentence = document.Sentences[document.Tokens[cue.Head].Sentence];
        if (document.Tokens[cue.Head].Tag != "VBG" || cue.First - 2 <= sentence.First || document.Word(cue.First - 1)[0] is not ',')
        {
            return Source.None;
        }

        for (var i = cue.First - 2; i > sentence.First && !document.IsVerb(i) && document.Tokens[i].Tag != "MD" && document.Quoted.At(i) == document.Quoted.At(cue.Head); i--)
        {
            if (document.IsWord(i, "as") && document.IsWord(i - 1, "such"))
            {
                var first = NounPhrase.Beginning(document, i + 1);
                return first.IsNamed ? first with { Range = first.Range with { Last = cue.First - 2 } } : Source.None;
            }
        }

        return Source.None;
    }

    /// <summary>Who sent the letter or issued the statement in which the cue's words stand: "Lund sent a letter urging …"; none where there is no such thing.</summary>
    public static Source OfDocument(Document document, Cue cue, int noun)
    {
        var verb = noun;
        for (var step = 0; step < LongestClimb && verb >= 0 && !document.IsVerb(verb); step++)
        {
            verb = document.Tokens[verb].Head;
        }

        if (verb < 0 || !document.IsVerb(verb) || verb >= cue.First || document.Subject(verb) is not (>= 0 and var subject) || subject > verb || document.IsPassive(verb))
        {
            return Source.None;
        }

        for (var i = verb + 1; i < cue.First; i++)
        {
            if (document.IsNoun(i) && Titles.IsDocument(Folding.Fold(document.Word(i))) && (document.Is(i, "obj") || document.Is(i, "nmod")))
            {
                return ParsedPhrase.Of(document, subject, new TokenRange(document.Sentences[document.Tokens[subject].Sentence].First, verb - 1));
            }
        }

        return Source.None;
    }

    /// <summary>The phrase before a parenthesis between dashes: "Dickson -- who owns the ferry -- said".</summary>
    public static Source BeforeDashes(Document document, Cue cue)
    {
        var sentence = document.Sentences[document.Tokens[cue.Head].Sentence];
        if (cue.First - 1 <= sentence.First || !IsDash(document, cue.First - 1))
        {
            return Source.None;
        }

        for (var i = cue.First - 2; i > sentence.First; i--)
        {
            if (IsDash(document, i) && document.Quoted.At(i) == document.Quoted.At(cue.Head))
            {
                var opening = Opening(document, sentence, i);
                var isNamed = opening.IsNamed && (opening.Range.Last + 1 == i || document.Word(opening.Range.Last + 1)[0] is ',' or '(');
                var source = isNamed ? opening : document.Tokens[cue.Head].Tag == "VBG" ? NounPhrase.Before(document, i) : Source.None;
                return source.IsNamed ? source with { Range = source.Range with { Last = cue.First - 2 } } : source;
            }
        }

        return Source.None;
    }

    private static bool IsDash(Document document, int token) => document.Word(token) is "--" or "—" or "–" or "―";

    // The noun phrase with which the clause begins, at the sentence's start or behind a quotation; what follows it is its verb or a comma.
    private static Source Opening(Document document, Sentence sentence, int before)
    {
        var first = before;
        while (first > sentence.First && document.Quoted.At(first - 1) == document.Quoted.At(before))
        {
            first--;
        }

        while (first < before && (document.IsPunctuation(first) || document.Tokens[first].Tag == "CC"))
        {
            first++;
        }

        var opening = first < before ? WithoutVerb(document, sentence, NounPhrase.Beginning(document, first)) : Source.None;
        return opening.IsNamed && opening.Range.Last < before && !NounPhrase.IsTime(document, opening.Head) && !NounPhrase.IsObjectForm(document, opening.Head) ? opening : Source.None;
    }

    // "Lund | sings to Moen before asking": a clause has a verb, and where none is tagged it is the form in -s behind the name.
    private static Source WithoutVerb(Document document, Sentence sentence, Source opening)
    {
        var (name, verb) = (opening.Range.Last - 1, opening.Range.Last);
        if (!opening.IsNamed || name < opening.Range.First || document.Tokens[name].Tag != "NNP" || document.Tokens[verb].Tag != "NNS" || char.IsUpper(document.Word(verb)[0]))
        {
            return opening;
        }

        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD" && document.Quoted.At(i) == document.Quoted.At(name))
            {
                return opening;
            }
        }

        return new Source(opening.Range with { Last = name }, name, name);
    }

    // "Quoting the law, Lund accused …": the phrase behind the first comma, if a verb follows.
    private static Source BehindComma(Document document, Sentence sentence, Cue cue)
    {
        for (var i = cue.Last + 1; i + 1 < sentence.Last; i++)
        {
            if (document.Word(i)[0] is ',' && document.Quoted.At(i) < 0 && NounPhrase.Beginning(document, i + 1) is { IsNamed: true } phrase && phrase.Range.Last + 1 < sentence.Last
                && document.Tokens[phrase.Range.Last + 1].Tag is "VBD" or "VBZ" or "VBP" or "MD" or "RB")
            {
                return phrase;
            }
        }

        return Source.None;
    }
}
