namespace DigestBot.Attribution;

/// <summary>
/// Whom a pronoun stands for. Candidates must agree in gender, number and kind; among them the salience weights of Lappin and Leass (1994) decide:
/// nearness, subjects before objects, who is often named, and, for one who speaks, who spoke last (Muzny et al. 2017). The weights were set by
/// a random search over the training part of this repository's corpus.
/// </summary>
internal sealed class PronounResolver(WordView words, RecentEntities recent, SpeakingTokens speaking, Voices? voices = null)
{
    private const int FarthestSentence = 6;
    private const double Lowest = -60;
    private const double FrontedBonus = 1.8;
    private const double SameVoiceBonus = 1.9;
    private const double OwnContentMalus = -2.9;

    /// <summary>The antecedent; null where none is likely.</summary>
    /// <param name="mention">The pronoun.</param>
    /// <param name="pronoun">What it can stand for.</param>
    /// <param name="speaks">Whether something is attributed to the pronoun.</param>
    /// <param name="following">Appearances later in the sentence, for "In his speech, Lavrov said".</param>
    public Entity? Resolve(Appearance mention, Pronoun pronoun, bool speaks, IEnumerable<Appearance> following)
    {
        var best = (Entity: (Entity?)null, Score: Lowest);
        var sentence = SentenceOf(mention);
        var voice = voices?.Outer(mention.Head);
        for (var i = recent.Appearances.Count - 1; i >= 0; i--)
        {
            var candidate = recent.Appearances[i];
            if (candidate.Head > mention.Head)
            {
                continue;
            }

            if (sentence - SentenceOf(candidate) > FarthestSentence)
            {
                break;
            }

            // "It" is mostly a thing: only who speaks, or "Consolid said it", is a body.
            if (CanBe(candidate, mention, pronoun, voice) && (speaks || !pronoun.IsThing || IsAbove(candidate, mention)))
            {
                best = Better(best, candidate.Entity!, Score(candidate, mention, pronoun, speaks));
            }
        }

        // "In his speech, Lavrov said"; “He will not go,” Lavrov said of Assad.
        var isFronted = IsFronted(mention);
        if (isFronted || best.Entity is null)
        {
            var ahead = following.FirstOrDefault(next => next.Kind == AppearanceKind.Name && (next.IsSubject || !isFronted) && next.Entity != voice && Agrees(next.Entity!, pronoun));
            best = ahead is null ? best : Better(best, ahead.Entity!, Score(ahead, mention, pronoun, speaks) + FrontedBonus);
        }

        return best.Entity;
    }

    private static (Entity? Entity, double Score) Better((Entity? Entity, double Score) best, Entity entity, double score) =>
        score > best.Score ? (entity, score) : best;

    private bool CanBe(Appearance candidate, Appearance mention, Pronoun pronoun, Entity? voice)
    {
        var isAround = candidate.TitleFirst <= mention.First && candidate.Last >= mention.First;
        return !isAround && candidate.Entity != voice && Agrees(candidate.Entity!, pronoun) && !IsOtherArgument(candidate, mention, pronoun);
    }

    private static bool Agrees(Entity entity, Pronoun pronoun)
    {
        if (pronoun.IsThing)
        {
            return !entity.IsHuman && !entity.IsPlural || pronoun.IsPossessive && entity.MayBeBody;
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
        var score = (-1.4 * distance) + (0.07 * Math.Min(entity.Weight, 6));
        score += candidate.Kind switch { AppearanceKind.Name => 1.0, AppearanceKind.Pronoun => 1.4, _ => 0.7 };
        score += candidate.IsSubject ? 0.5 : 0;
        score += candidate.IsEmbedded ? -0.8 : 0;
        score += candidate.IsQuoted == mention.IsQuoted ? 0 : candidate.IsQuoted ? -4.5 : -1.4;
        score += IsAbove(candidate, mention) ? -0.5 : 0;
        score += ParagraphOf(candidate) == ParagraphOf(mention) ? 0.9 : 0;
        if (voices is not null && voices.Outer(mention.Head) is { } voice)
        {
            // What a speaker has just spoken of is what he goes on speaking of.
            score += voices.Outer(candidate.Head) == voice ? SameVoiceBonus : 0;
        }
        else if (speaks)
        {
            // "Rahman had preferred some other city, he said": who is spoken of there is rarely the one who says so.
            score += speaking.IsSaidBy(mention.Head, candidate.Head) ? OwnContentMalus : 0;
            score += SentenceOf(mention) - entity.LastSpoke <= 1 ? 2.7 : 0;
        }

        return score + Likeness(entity, pronoun);
    }

    // How well the entity itself goes with the pronoun.
    private static double Likeness(Entity entity, Pronoun pronoun)
    {
        var score = entity.Person is not null && !pronoun.IsThing ? 1.3 : 0;
        score += entity.IsSure ? 0 : -0.9;
        score += entity.IsPlace ? -3.1 : 0;
        if (pronoun.Gender != Gender.Unknown)
        {
            score += entity.Gender == pronoun.Gender ? 1.3 : 0;
            score += entity.IsPlainlyHuman ? 0 : -3.0;
        }

        score += pronoun.IsPlural && !entity.IsPlural ? -0.6 : 0;
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

    private int ParagraphOf(Appearance appearance) => words.Document.Sentences[SentenceOf(appearance)].Paragraph;

    private int SentenceOf(Appearance appearance) => words.Document.Tokens[appearance.First].Sentence;
}
