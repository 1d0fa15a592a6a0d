namespace DigestBot.Attribution;

/// <summary>
/// Whom a pronoun stands for. Candidates must agree in gender, number and kind; among them the salience weights of Lappin and Leass (1994) decide:
/// nearness, subjects before objects, names often named, and, for one who speaks, who spoke last (Muzny et al. 2017).
/// </summary>
internal sealed class PronounResolver(WordView words, RecentEntities recent)
{
    private const int FarthestSentence = 6;
    private const double Lowest = -6;

    /// <summary>The antecedent; null where none is likely.</summary>
    /// <param name="mention">The pronoun.</param>
    /// <param name="pronoun">What it can stand for.</param>
    /// <param name="speaks">Whether something is attributed to the pronoun.</param>
    /// <param name="quoting">Who speaks the quotation around it, if it stands in one: never the one that "he" means there.</param>
    /// <param name="following">Appearances later in the sentence, for "In his speech, Lavrov said".</param>
    public Entity? Resolve(Appearance mention, Pronoun pronoun, bool speaks, Entity? quoting, IEnumerable<Appearance> following)
    {
        var best = (Entity: (Entity?)null, Score: Lowest);
        var sentence = SentenceOf(mention);
        for (var i = recent.Appearances.Count - 1; i >= 0; i--)
        {
            var candidate = recent.Appearances[i];
            if (candidate.First > mention.First)
            {
                continue;
            }

            if (sentence - SentenceOf(candidate) > FarthestSentence)
            {
                break;
            }

            if (CanBe(candidate, mention, pronoun, quoting))
            {
                best = Better(best, candidate.Entity!, Score(candidate, mention, pronoun, speaks));
            }
        }

        if (IsFronted(mention))
        {
            foreach (var candidate in following)
            {
                if (candidate.Kind == AppearanceKind.Name && candidate.IsSubject && Agrees(candidate.Entity!, pronoun) && candidate.Entity != quoting)
                {
                    best = Better(best, candidate.Entity!, Score(candidate, mention, pronoun, speaks) + 0.8);
                    break;
                }
            }
        }

        return best.Entity;
    }

    private static (Entity? Entity, double Score) Better((Entity? Entity, double Score) best, Entity entity, double score) =>
        score > best.Score ? (entity, score) : best;

    private bool CanBe(Appearance candidate, Appearance mention, Pronoun pronoun, Entity? quoting)
    {
        var isAround = candidate.First <= mention.First && candidate.Last >= mention.First;
        return !isAround && candidate.Entity != quoting && Agrees(candidate.Entity!, pronoun) && !IsOtherArgument(candidate, mention, pronoun);
    }

    private static bool Agrees(Entity entity, Pronoun pronoun)
    {
        if (pronoun.IsThing)
        {
            return !entity.IsHuman && !entity.IsPlural;
        }

        return pronoun.IsPlural
            ? entity.IsPlural || (!entity.IsHuman && !entity.IsPlace) || (entity.Person is null && entity.IsHuman)
            : entity.IsHuman && !entity.IsPlural && (entity.Gender == pronoun.Gender || entity.Gender == Gender.Unknown);
    }

    // Subject and object of one verb are two (the binding principle): "Lavrov met him".
    private bool IsOtherArgument(Appearance candidate, Appearance mention, Pronoun pronoun)
    {
        var tokens = words.Document.Tokens;
        var verb = tokens[mention.Head].Head;
        var isReflexive = words.Folded(mention.Head).EndsWith("sel", StringComparison.Ordinal) || words.Folded(mention.Head).EndsWith("self", StringComparison.Ordinal);
        return !pronoun.IsPossessive && words.Tag(mention.Head) != "PRP$" && !isReflexive && verb >= 0 && tokens[candidate.Head].Label.Length > 0
            && tokens[candidate.Head].Head == verb && SentenceOf(candidate) == SentenceOf(mention);
    }

    private double Score(Appearance candidate, Appearance mention, Pronoun pronoun, bool speaks)
    {
        var entity = candidate.Entity!;
        var distance = SentenceOf(mention) - SentenceOf(candidate);
        var score = -0.9 * distance;
        score += candidate.IsSubject ? 1.0 : 0;
        score += candidate.IsEmbedded ? -0.5 : 0;
        score += candidate.Kind == AppearanceKind.Name ? 0.2 : candidate.Kind == AppearanceKind.Pronoun ? 0.4 : 0;
        score += candidate.IsQuoted == mention.IsQuoted ? 0 : candidate.IsQuoted ? -2.0 : -0.3;
        score += 0.12 * Math.Min(entity.Weight, 6);
        score += entity.IsSure ? 0 : -1.2;
        score += pronoun.Gender != Gender.Unknown && entity.Gender == pronoun.Gender ? 0.6 : 0;
        score += pronoun.IsPlural && !entity.IsPlural ? -0.5 : 0;
        score += entity.IsPlace ? -0.8 : 0;
        score += entity.Person is not null ? 0.6 : 0;
        score += IsAbove(candidate, mention) ? 0.8 : 0;
        score += speaks && SentenceOf(mention) - entity.LastSpoke <= 3 ? 0.9 : 0;
        return score;
    }

    // "Lavrov said that he": the subject of a verb that the pronoun's own hangs on (Hobbs 1978 climbs the same way).
    private bool IsAbove(Appearance candidate, Appearance mention)
    {
        var tokens = words.Document.Tokens;
        if (!candidate.IsSubject || SentenceOf(candidate) != SentenceOf(mention))
        {
            return false;
        }

        var verb = tokens[mention.Head].Head;
        for (var step = 0; step < 6 && verb >= 0; step++)
        {
            if (tokens[candidate.Head].Head == verb)
            {
                return true;
            }

            verb = tokens[verb].Head;
        }

        return false;
    }

    // Before the sentence's first comma, in a phrase that a preposition or participle opens.
    private bool IsFronted(Appearance mention)
    {
        var sentence = words.Document.Sentences[SentenceOf(mention)];
        if (mention.First - sentence.First > 12 || words.Tag(sentence.First) is not ("IN" or "VBG" or "VBN" or "RB" or "TO" or "WRB"))
        {
            return false;
        }

        for (var i = sentence.First; i < mention.First; i++)
        {
            if (words.Document.Word(i) is ",")
            {
                return false;
            }
        }

        return true;
    }

    private int SentenceOf(Appearance appearance) => words.Document.Tokens[appearance.First].Sentence;
}
