namespace DigestBot.Answers;

/// <summary>A word of asking that a question lacks, and the word in its place that may be it, mistyped.</summary>
/// <param name="Typed">The word in its place.</param>
/// <param name="Meant">What may be meant.</param>
/// <param name="IsVerb">Whether it is the verb of the act asked for: whoever is asked has to be told.</param>
/// <param name="IsSure">Whether what follows leaves no doubt that a question begins here, whatever the stories know of the word.</param>
internal sealed record Gap(QuestionToken Typed, string Meant, bool IsVerb = false, bool IsSure = false)
{
    /// <summary>How much of the question it stands for: UTF-16 units from where it begins.</summary>
    public int Length { get; init; } = Typed.Text.Length;
}

/// <summary>
/// Finds such words. A word is taken for one of asking only where the question lacks one at that place: in "what did Wang say" nothing is amiss, though
/// "Wang" is near to "want". The first word is far more often one of asking than a name.
/// </summary>
internal static class Gaps
{
    private const int Shortest = 2;

    /// <summary>The first such word; null where nothing is lacking, or nothing near to it stands there.</summary>
    /// <param name="left">Whether a word is to be left as it is.</param>
    public static Gap? Next(List<QuestionToken> words, Predicate<QuestionToken> left)
    {
        List<QuestionToken> tokens = [.. words];
        Openings.SkipPoliteness(tokens);
        if (tokens.Count < 2)
        {
            return null;
        }

        bool IsOpen(QuestionToken t) => t.Quotation == 0 && t.Lower.Length >= Shortest && t.Lower.All(char.IsAsciiLetter) && !AskingWords.IsKnown(t.Lower) && !left(t);
        List<QuestionToken> rest = [.. tokens];
        var form = Openings.Take(rest);
        var gap = form == QuestionForm.Words ? Opening(tokens, IsOpen)
            : form is QuestionForm.News or QuestionForm.WhoIs or QuestionForm.YesNo ? null
            : Second(tokens[0].Lower, rest, form, IsOpen, left);
        return gap ?? (form is QuestionForm.News or QuestionForm.Words ? null : Verb(rest, form, IsOpen)) ?? Particle(tokens, IsOpen) ?? About(tokens, IsOpen);
    }

    private static Gap? Opening(List<QuestionToken> tokens, Predicate<QuestionToken> isOpen)
    {
        if (!isOpen(tokens[0]))
        {
            return null;
        }

        if (Parted(tokens, AskingWords.IsOpening, isOpen) is { } parted)
        {
            return parted;
        }

        var meant = AskingWords.Opening(tokens[0].Lower).FirstOrDefault(n => CanFollow(n.Word, tokens, isOpen));
        return meant is null ? null : new Gap(tokens[0], meant.Word, IsSure: Auxiliaries.Is(tokens[1].Lower));
    }

    /// <summary>Whether what stands behind the first word goes with it as meant: "hwo said" is who, "hwo many" is how.</summary>
    private static bool CanFollow(string opening, List<QuestionToken> tokens, Predicate<QuestionToken> isOpen)
    {
        var next = tokens[1];
        if (AskingWords.IsAuxiliary(opening))
        {
            return tokens.Count > 2;
        }

        if (Auxiliaries.Is(next.Lower) || Openings.Seconds(opening).Contains(next.Lower))
        {
            return true;
        }

        return opening is "who" or "whom" or "which" or "what"
            ? AskingWords.IsVerb(next.Lower) || ActWords.NounGroup(next.Lower) is not null || (isOpen(next) && (IsNearVerb(next) || AskingWords.Second(next.Lower, opening) is not null))
            : isOpen(next) && AskingWords.Second(next.Lower, opening) is not null;
    }

    private static bool IsNearVerb(QuestionToken token) => AskingWords.Verb(token.Lower, _ => true) is not null;

    /// <summary>The auxiliary behind a question word that has none, or the rest of a longer opening.</summary>
    private static Gap? Second(string opening, List<QuestionToken> rest, QuestionForm form, Predicate<QuestionToken> isOpen, Predicate<QuestionToken> left)
    {
        if (rest.Count < 2 || rest[0].Quotation > 0 || left(rest[0]) || rest.Exists(t => Auxiliaries.Is(t.Lower) && t.Lower != "'s"))
        {
            return null;
        }

        if (Parted(rest, AskingWords.IsAuxiliary, isOpen) is { } parted)
        {
            return parted;
        }

        if (!isOpen(rest[0]))
        {
            // "what dose Prado want": another word, but where an auxiliary has to stand.
            return form != QuestionForm.Who && !AskingWords.IsOfAsking(rest[0].Lower) && rest.Skip(2).Any(t => AskingWords.IsVerb(t.Lower))
                && AskingWords.Auxiliary(rest[0].Lower) is { } auxiliary ? new Gap(rest[0], auxiliary.Word) : null;
        }

        // "who sayd": behind "who" the verb stands as often as an auxiliary, and is longer.
        var verb = form == QuestionForm.Who ? AskingWords.Verb(rest[0].Lower, _ => true) : null;
        var second = AskingWords.Second(rest[0].Lower, opening);
        return second is not null && (verb is null || second.Weight < verb.Weight) ? new Gap(rest[0], second.Word)
            : verb is not null ? new Gap(rest[0], verb.Word, IsVerb: true) : null;
    }

    /// <summary>The verb of a question in which no word stands for an act.</summary>
    private static Gap? Verb(List<QuestionToken> rest, QuestionForm form, Predicate<QuestionToken> isOpen)
    {
        // "did Prado rejetc the plan" has a noun of an act, but no verb.
        if (Clauses.Read([.. rest], form) is { Act: not null, IsByNoun: false })
        {
            return null;
        }

        var auxiliary = form == QuestionForm.YesNo ? 0 : rest.FindIndex(t => Auxiliaries.Is(t.Lower) && t.Lower != "'s");
        if (form == QuestionForm.Who && auxiliary <= 0)
        {
            var first = rest.FindIndex(t => !Auxiliaries.Is(t.Lower) && !Auxiliaries.IsAdverb(t.Lower));
            return first >= 0 && isOpen(rest[first]) && AskingWords.Verb(rest[first].Lower, _ => true) is { } told ? new Gap(rest[first], told.Word, IsVerb: true) : null;
        }

        // Behind the auxiliary the subject stands before the verb.
        for (var at = auxiliary + 2; auxiliary >= 0 && at < rest.Count; at++)
        {
            if (!rest[at].IsCapital && isOpen(rest[at]) && !Auxiliaries.IsDeterminer(rest[at - 1].Lower) && AskingWords.Verb(rest[at].Lower, _ => true) is { } verb)
            {
                return new Gap(rest[at], verb.Word, IsVerb: true);
            }
        }
        return null;
    }

    /// <summary>A blank that changed places with the letter beside it, or was lost: "wha tdid", "whatdid".</summary>
    private static Gap? Parted(List<QuestionToken> tokens, Predicate<string> isMeant, Predicate<QuestionToken> isOpen)
    {
        (var first, var next) = (tokens[0], tokens[1]);
        var length = next.Start + next.Text.Length - first.Start;
        if (isOpen(next) && isMeant(first.Lower + next.Lower[0]))
        {
            return new Gap(first, $"{first.Lower}{next.Lower[0]} {next.Text[1..]}", IsSure: true) { Length = length };
        }

        if (isOpen(next) && isMeant(first.Lower[..^1]) && AskingWords.IsAuxiliary(first.Lower[^1] + next.Lower))
        {
            return new Gap(first, $"{first.Lower[..^1]} {first.Lower[^1]}{next.Lower}", IsSure: true) { Length = length };
        }

        var cut = Enumerable.Range(2, Math.Max(0, first.Lower.Length - 3)).FirstOrDefault(at => isMeant(first.Lower[..at]) && AskingWords.IsAuxiliary(first.Lower[at..]));
        return cut == 0 ? null : new Gap(first, $"{first.Lower[..cut]} {first.Lower[cut..]}");
    }

    /// <summary>"for" behind "call", where it makes another verb of it.</summary>
    private static Gap? Particle(List<QuestionToken> tokens, Predicate<QuestionToken> isOpen)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            if (isOpen(tokens[at]) && AskingWords.Particle(tokens[at].Lower, tokens[at - 1].Lower) is { } particle)
            {
                return new Gap(tokens[at], particle.Word);
            }
        }
        return null;
    }

    /// <summary>"about" between the one who speaks and the matter, where no other word leads to that.</summary>
    private static Gap? About(List<QuestionToken> tokens, Predicate<QuestionToken> isOpen)
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (isOpen(tokens[at]) && !tokens[at].IsCapital && AskingWords.About(tokens[at].Lower) is { } about)
            {
                return new Gap(tokens[at], about.Word);
            }
        }
        return null;
    }
}
