namespace DigestBot.Attribution;

/// <summary>Goes through a story's appearances in text order and gives each noun phrase and pronoun its entity.</summary>
internal sealed class ReferenceResolver(WordView words, Cast cast, SpeakingTokens speaking, Authorship authorship)
{
    private const int Ahead = 12;
    private readonly RecentEntities _recent = new();

    /// <summary>Resolves what stands outside of quotations; names inside count as named.</summary>
    public void ResolveOutside(List<Appearance> appearances)
    {
        var nouns = new NounResolver(words, _recent, cast);
        var pronouns = new PronounResolver(words, _recent, speaking);
        for (var i = 0; i < appearances.Count; i++)
        {
            var appearance = appearances[i];
            if (appearance.Entity is null && !appearance.IsQuoted && !IsFirstPerson(appearance))
            {
                Take(appearance, appearance.Kind == AppearanceKind.Noun ? authorship.Of(appearance) ?? nouns.Resolve(appearance) : ResolvePronoun(pronouns, appearances, i, null));
            }

            Note(appearance);
        }
    }

    /// <summary>Resolves what stands inside quotations, whose speakers <paramref name="voices"/> knows.</summary>
    public void ResolveInside(List<Appearance> appearances, Voices voices)
    {
        var recent = new RecentEntities();
        var nouns = new NounResolver(words, recent, cast);
        var pronouns = new PronounResolver(words, recent, speaking, voices);
        for (var i = 0; i < appearances.Count; i++)
        {
            var appearance = appearances[i];
            if (appearance.Entity is null && (appearance.IsQuoted || IsFirstPerson(appearance)))
            {
                var voice = voices.Inner(appearance.Head);
                Take(appearance, appearance.Kind == AppearanceKind.Noun ? authorship.Of(appearance) ?? nouns.Resolve(appearance) : ResolvePronoun(pronouns, appearances, i, voice));
            }

            if (appearance.Entity is not null)
            {
                recent.Note(appearance);
            }
        }
    }

    private Entity? ResolvePronoun(PronounResolver resolver, List<Appearance> appearances, int index, Entity? voice)
    {
        var appearance = appearances[index];
        if (words.Tag(appearance.Head) is "WP" or "WDT")
        {
            return Antecedent(appearances, index);
        }

        Pronoun.TryRead(words.Document.Word(appearance.Head), out var pronoun);
        if (pronoun.IsFirstPerson)
        {
            return pronoun.IsPlural ? voice?.Side ?? voice : voice;
        }

        var speaks = speaking.Speaks(appearance);
        if (Gloss(appearance) is { } glossed)
        {
            return glossed;
        }

        var sentence = words.Document.Tokens[appearance.First].Sentence;
        var following = appearances.Skip(index + 1).Take(Ahead).Where(next => next.Entity is not null && words.Document.Tokens[next.First].Sentence == sentence);
        var entity = resolver.Resolve(appearance, pronoun, speaks, following);
        if (entity is { Gender: Gender.Unknown, IsHuman: true, IsPlural: false })
        {
            entity.Gender = pronoun.Gender;
        }

        // "Tarvan cut its forecast": a surname has no "its".
        if (pronoun.IsThing && entity is { IsHuman: true })
        {
            entity.BecomeBody();
        }

        return entity;
    }

    // "who", "which": the noun that the clause hangs on, else the phrase right before.
    private Entity? Antecedent(List<Appearance> appearances, int index)
    {
        var relative = appearances[index].Head;
        // "with Mayor Ann Lund, who": a name right before is rarely passed over.
        if (index > 0 && appearances[index - 1] is { Kind: AppearanceKind.Name, Entity.IsHuman: true } name && (relative - name.Last is 1 or 2 || name.PartyLast > 0 && relative - name.PartyLast is > 0 and <= 4) && words.Folded(relative) is "who")
        {
            return name.Entity;
        }

        var noun = speaking.Antecedent(relative);
        for (var i = index - 1; i >= 0 && i >= index - Ahead; i--)
        {
            var before = appearances[i];
            if (before.Entity is not null && ((noun >= before.TitleFirst && noun <= before.Last) || (noun < 0 && relative - before.Last is 1 or 2)))
            {
                return before.Entity;
            }
        }

        return index > 0 && relative - appearances[index - 1].Last <= 4 ? appearances[index - 1].Entity : null;
    }

    // "he [Lavrov]": the reporter says whom the quotation means.
    private Entity? Gloss(Appearance appearance)
    {
        var open = appearance.Last + 1;
        if (open + 1 >= words.Count || words.Document.Word(open) is not "[")
        {
            return null;
        }

        var close = open + 1;
        while (close < words.Count && close < open + Ahead && words.Document.Word(close) is not "]")
        {
            close++;
        }

        return close < words.Count ? cast.Find(words.TextOf(open + 1, close - 1), open) : null;
    }

    private static void Take(Appearance appearance, Entity? entity)
    {
        if (entity is not null)
        {
            appearance.Entity = entity;
            entity.Appearances.Add(appearance);
        }
    }

    private void Note(Appearance appearance)
    {
        if (appearance.Entity is not { } entity)
        {
            return;
        }

        _recent.Note(appearance);
        if (!appearance.IsQuoted && speaking.Speaks(appearance))
        {
            entity.LastSpoke = words.Document.Tokens[appearance.Head].Sentence;
        }
    }

    private bool IsFirstPerson(Appearance appearance) =>
        appearance.Kind == AppearanceKind.Pronoun && Pronoun.TryRead(words.Document.Word(appearance.Head), out var pronoun) && pronoun.IsFirstPerson;
}
