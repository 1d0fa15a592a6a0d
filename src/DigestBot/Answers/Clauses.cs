namespace DigestBot.Answers;

/// <summary>Who does what to what, of a question.</summary>
internal sealed record Clause
{
    /// <summary>The form, corrected by what the clause shows: "who did Trump accuse?" asks what Trump said.</summary>
    public required QuestionForm Form { get; init; }

    /// <summary>Whose statements; empty for anybody's.</summary>
    public IReadOnlyList<QuestionToken> Subject { get; init; } = [];

    /// <summary>The act; null where no word for one is found.</summary>
    public ActGroup? Act { get; init; }

    /// <summary>The act's word in base form.</summary>
    public string Verb { get; init; } = "";

    /// <summary>The rest: what it is about.</summary>
    public IReadOnlyList<QuestionToken> Object { get; init; } = [];

    /// <summary>"has said": up to now, not once.</summary>
    public bool IsOverTime { get; init; }

    /// <summary>The act is asked for by a noun: what stands beside that need not be of the name.</summary>
    public bool IsByNoun { get; init; }

    /// <summary>"did not", "refused" apart.</summary>
    public bool IsNegated { get; init; }
}

/// <summary>Finds subject, act and object of a question whose opening and times have been taken off.</summary>
internal static class Clauses
{
    /// <summary>Reads the clause by the form of its opening.</summary>
    public static Clause Read(List<QuestionToken> tokens, QuestionForm form)
    {
        var clause = form switch
        {
            QuestionForm.Who => OfWho(tokens),
            QuestionForm.News => OfNews(tokens),
            QuestionForm.Words => VerbClause(tokens, form, 0) ?? NounClause(tokens, form) ?? OfWords(tokens),
            _ => VerbClause(tokens, form, IsInverted(tokens) ? AuxiliaryAt(tokens) : tokens.Count) ?? NounClause(tokens, form) ?? new Clause { Form = form, Object = [.. tokens.Where(t => !Auxiliaries.Is(t.Lower))] },
        };
        return Meant(clause) with { IsNegated = tokens.Exists(t => Auxiliaries.IsNegation(t.Lower)) };
    }

    /// <summary>What the verb and its object mean together: "ask him to leave" demands, "want to meet" is no demand, and "how did he respond" asks for whatever he said.</summary>
    private static Clause Meant(Clause clause)
    {
        var rest = clause.Object;
        var isToDo = rest.Count > 1 && rest[0].Lower == "to";
        return clause switch
        {
            { Verb: "want", Form: not QuestionForm.Who } when isToDo => clause with { Act = ActWords.Any },
            { Verb: "ask" } when rest.Skip(1).SkipLast(1).Any(t => t.Lower == "to") || (rest.Count > 1 && (rest[^1].Lower == "for" || rest[0].Lower == "of")) => clause with { Act = ActWords.Demand },
            { Verb: "tell" } when rest.Skip(1).SkipLast(1).Any(t => t.Lower == "to") => clause with { Act = ActWords.Demand },
            { Form: QuestionForm.How, Verb: "respond" or "reply" or "answer" } => clause with { Form = QuestionForm.What, Act = ActWords.Any },
            { Form: QuestionForm.How } => clause with { Form = QuestionForm.What },
            _ => clause,
        };
    }

    /// <summary>"[did] Khatib [ever] demand of Russia": the subject ends where the act's verb stands.</summary>
    private static Clause? VerbClause(List<QuestionToken> tokens, QuestionForm form, int auxiliary)
    {
        var hasAuxiliary = auxiliary < tokens.Count && Auxiliaries.Is(tokens[auxiliary].Lower);
        var first = hasAuxiliary ? auxiliary + 1 : 0;
        var at = VerbFinder.Find(tokens, first, hasAuxiliary ? tokens[auxiliary].Lower : "");
        if (at < 0)
        {
            return null;
        }

        (var act, var verb, var behind) = ActWords.VerbAt(tokens, at);
        var subject = Trim(tokens[first..at]);
        // "[does] Dyke cast doubt on": the noun has its verb before it.
        subject = subject.Count > 1 && !subject[^1].IsCapital && Auxiliaries.IsLight(subject[^1].Lower) && ActWords.NounGroup(tokens[at].Lower) is not null ? subject[..^1] : subject;
        var rest = tokens[behind..];
        if (hasAuxiliary && auxiliary > 0)
        {
            // "what demands did Khatib make", "which offer did he reject": the noun before the auxiliary is of the object.
            if (act!.Breadth == ActBreadth.Any && NounAt(tokens, 0, auxiliary) is { } noun)
            {
                (act, verb) = (noun, tokens[auxiliary - 1].Lower);
            }
            else if (subject.Count == 0 && tokens[at - 1].Lower is not "by")
            {
                // "[what] Mutko had to say", "[whether] Carver would resign".
                subject = Trim(tokens[..auxiliary]);
            }
            else
            {
                rest.InsertRange(0, tokens[..auxiliary]);
            }
        }
        if (subject.Count == 0 && rest.FindIndex(t => t.Lower == "by") is >= 0 and var by)
        {
            var end = AboutAt(rest, by + 1);
            subject = rest[(by + 1)..end];
            rest.RemoveRange(by, end - by);
        }
        var isOverTime = hasAuxiliary && Auxiliaries.IsHaving(tokens[auxiliary].Lower) && form is QuestionForm.What or QuestionForm.How;
        return new Clause { Form = form, Subject = subject, Act = act, Verb = verb, Object = rest, IsOverTime = isOverTime && act!.Breadth == ActBreadth.Any };
    }

    /// <summary>"the demands of Khatib on Moscow", "Khatib's demands", "demands did Khatib make".</summary>
    private static Clause? NounClause(List<QuestionToken> tokens, QuestionForm form)
    {
        var at = tokens.FindIndex(t => t.Quotation == 0 && !ActWords.IsBrokenOff(tokens, tokens.IndexOf(t)) && ActWords.NounGroup(t.Lower) is not null && !(t.IsCapital && tokens.Exists(o => !o.IsCapital)));
        if (at < 0)
        {
            return null;
        }

        List<QuestionToken> before = [.. Trim(tokens[..at]).SkipWhile(t => Auxiliaries.IsDeterminer(t.Lower))];
        var behind = tokens[(at + 1)..];
        var subject = before;
        if (before.Count == 0 && behind.Count > 0)
        {
            var skip = 0;
            while (skip < behind.Count && (Auxiliaries.Is(behind[skip].Lower) || behind[skip].Lower is "of" or "by" or "from"))
            {
                skip++;
            }

            var end = skip;
            while (end < behind.Count && !Auxiliaries.IsLight(behind[end].Lower) && AboutAt(behind, end) != end && !Auxiliaries.Is(behind[end].Lower) && (end == skip || behind[end].Lower is not ("to" or "at" or "against" or "with")))
            {
                end++;
            }

            subject = skip > 0 ? behind[skip..end] : [];
            behind = [.. behind[(skip > 0 ? end : 0)..].Where(t => !Auxiliaries.IsLight(t.Lower))];
        }
        return new Clause { Form = form, Subject = subject, Act = ActWords.NounGroup(tokens[at].Lower), Verb = tokens[at].Lower, Object = behind, IsByNoun = true };
    }

    private static Clause OfWho(List<QuestionToken> tokens)
    {
        var start = tokens.FindIndex(t => !Auxiliaries.IsAdverb(t.Lower) || Auxiliaries.Is(t.Lower));
        if (start < 0)
        {
            return new Clause { Form = QuestionForm.Who };
        }

        var opening = tokens[start].Lower;
        var verb = VerbFinder.FindFirst(tokens, Auxiliaries.Is(opening) ? start + 1 : start);
        if (verb >= 0 && tokens[start..verb].TrueForAll(t => Auxiliaries.Is(t.Lower) || Auxiliaries.IsAdverb(t.Lower)))
        {
            (var act, var lemma, var behind) = ActWords.VerbAt(tokens, verb);
            return new Clause { Form = QuestionForm.Who, Act = act, Verb = lemma, Object = tokens[behind..] };
        }
        if (Auxiliaries.IsBeing(opening) && !IsPredicate(tokens[(start + 1)..]))
        {
            return new Clause { Form = QuestionForm.WhoIs, Subject = [.. tokens[(start + 1)..]] };
        }

        if (Auxiliaries.Is(opening) && VerbClause(tokens, QuestionForm.What, start) is { } clause)
        {
            return clause;
        }

        return new Clause { Form = QuestionForm.Who, Object = [.. tokens.Where(t => !Auxiliaries.Is(t.Lower))] };
    }

    /// <summary>"[who is] afraid to go": how somebody is, not who.</summary>
    private static bool IsPredicate(List<QuestionToken> words) =>
        words.FindIndex(t => t.Lower == "to") is > 0 and var to && to + 1 < words.Count && !words[to + 1].IsCapital && !Auxiliaries.IsDeterminer(words[0].Lower) && !words[0].IsCapital;

    /// <summary>"[latest] from Lavrov on Assad": who stands behind "from", what behind any other word.</summary>
    private static Clause OfNews(List<QuestionToken> tokens)
    {
        var from = tokens.FindIndex(t => t.Lower is "from" or "by");
        if (from < 0)
        {
            return new Clause { Form = QuestionForm.News, Object = tokens };
        }

        var end = AboutAt(tokens, from + 1);
        return new Clause { Form = QuestionForm.News, Subject = tokens[(from + 1)..end], Object = [.. tokens[..from], .. tokens[end..]] };
    }

    /// <summary>"Lavrov and Khatib on talks"; words without that are a topic.</summary>
    private static Clause OfWords(List<QuestionToken> tokens)
    {
        var about = AboutAt(tokens, 0);
        return about == 0 || about >= tokens.Count - 1
            ? new Clause { Form = QuestionForm.Words, Object = tokens }
            : new Clause { Form = QuestionForm.Words, Subject = tokens[..about], Object = tokens[(about + 1)..] };
    }

    /// <summary>Whether the first auxiliary asks: not in "[what] Brahimi thinks both sides should do", where a verb stands before it with its own object.</summary>
    private static bool IsInverted(List<QuestionToken> tokens)
    {
        var auxiliary = AuxiliaryAt(tokens);
        var verb = auxiliary > 2 ? VerbFinder.Find(tokens[..auxiliary], 0, "") : -1;
        return verb < 1 || auxiliary - verb < 2;
    }

    /// <summary>Index of the auxiliary that asks, among the first words; the count where there is none.</summary>
    private static int AuxiliaryAt(List<QuestionToken> tokens)
    {
        var at = tokens.FindIndex(t => Auxiliaries.Is(t.Lower) && t.Lower != "'s");
        // "what is", "what's": the possessive looks the same but never comes first.
        if (tokens.Count > 0 && tokens[0].Lower == "'s")
        {
            at = 0;
        }

        return at < 0 ? tokens.Count : at;
    }

    private static int AboutAt(List<QuestionToken> tokens, int start)
    {
        var at = tokens.FindIndex(Math.Min(start, tokens.Count), t => t.Lower is "about" or "on" or "over" or "regarding" or "concerning" or "in" or "for" or "towards" or "toward");
        return at < 0 ? tokens.Count : at;
    }

    private static ActGroup? NounAt(List<QuestionToken> tokens, int first, int last)
    {
        for (var at = last - 1; at >= first; at--)
        {
            if (ActWords.NounGroup(tokens[at].Lower) is { } group)
            {
                return group;
            }
        }
        return null;
    }

    private static List<QuestionToken> Trim(List<QuestionToken> words)
    {
        var first = 0;
        var last = words.Count;
        while (first < last && IsLoose(words[first]))
        {
            first++;
        }

        while (last > first && IsLoose(words[last - 1]))
        {
            last--;
        }

        return words[first..last];
    }

    // "Will Smith" and "May" keep their auxiliaries.
    private static bool IsLoose(QuestionToken word) => !word.IsCapital && (Auxiliaries.IsAdverb(word.Lower) || Auxiliaries.Is(word.Lower));
}
