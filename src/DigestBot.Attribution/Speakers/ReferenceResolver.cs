namespace DigestBot.Attribution;

/// <summary>Goes through a story's appearances in text order and gives each noun phrase and pronoun its entity.</summary>
internal sealed class ReferenceResolver(WordView words, Cast cast, SpeakingTokens speaking)
{
    private const int Ahead = 12;
    private readonly RecentEntities _recent = new();
    private readonly Entity?[] _speakerAt = new Entity?[words.Count];

    /// <summary>Resolves what stands outside of quotations; names inside count as named.</summary>
    public void ResolveOutside(List<Appearance> appearances)
    {
        var nouns = new NounResolver(words, _recent, cast);
        var pronouns = new PronounResolver(words, _recent);
        for (var i = 0; i < appearances.Count; i++)
        {
            var appearance = appearances[i];
            if (appearance.Entity is null && !appearance.IsQuoted && !IsFirstPerson(appearance))
            {
                Take(appearance, appearance.Kind == AppearanceKind.Noun ? nouns.Resolve(appearance) : ResolvePronoun(pronouns, appearances, i, null));
            }

            Note(appearance);
        }
    }

    /// <summary>Resolves what stands inside quotations, whose speakers are known now.</summary>
    public void ResolveInside(List<Appearance> appearances)
    {
        FindContentSpeakers(appearances);
        var recent = new RecentEntities();
        var nouns = new NounResolver(words, recent, cast);
        var pronouns = new PronounResolver(words, recent);
        for (var i = 0; i < appearances.Count; i++)
        {
            var appearance = appearances[i];
            if (appearance.Entity is null && (appearance.IsQuoted || IsFirstPerson(appearance)))
            {
                var quoting = _speakerAt[appearance.Head];
                Take(appearance, appearance.Kind == AppearanceKind.Noun ? nouns.Resolve(appearance) : ResolvePronoun(pronouns, appearances, i, quoting));
            }

            if (appearance.Entity is not null)
            {
                recent.Note(appearance);
            }
        }
    }

    private Entity? ResolvePronoun(PronounResolver resolver, List<Appearance> appearances, int index, Entity? quoting)
    {
        var appearance = appearances[index];
        if (words.Tag(appearance.Head) is "WP" or "WDT")
        {
            return Antecedent(appearances, index);
        }

        Pronoun.TryRead(words.Document.Word(appearance.Head), out var pronoun);
        if (pronoun.IsFirstPerson)
        {
            return pronoun.IsPlural ? quoting?.Side ?? quoting : quoting;
        }

        var speaks = speaking.Speaks(appearance);
        if (Gloss(appearance) is { } glossed)
        {
            return glossed;
        }

        var sentence = words.Document.Tokens[appearance.First].Sentence;
        var following = appearances.Skip(index + 1).Take(Ahead).Where(next => next.Entity is not null && words.Document.Tokens[next.First].Sentence == sentence);
        var entity = resolver.Resolve(appearance, pronoun, speaks, quoting, following);
        if (entity is { Gender: Gender.Unknown, IsHuman: true, IsPlural: false })
        {
            entity.Gender = pronoun.Gender;
        }

        return entity;
    }

    // "who", "which": the noun that the clause hangs on, else the phrase right before.
    private Entity? Antecedent(List<Appearance> appearances, int index)
    {
        var relative = appearances[index].Head;
        var verb = words.Document.Tokens[relative].Head;
        var noun = verb >= 0 && words.Document.Tokens[verb].Label.StartsWith("acl", StringComparison.Ordinal) ? words.Document.Tokens[verb].Head : -1;
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

    // A content belongs to its proposal's speaker; the inner of two to the inner one's.
    private void FindContentSpeakers(List<Appearance> appearances)
    {
        var byHead = new Dictionary<int, Appearance>();
        foreach (var appearance in appearances)
        {
            for (var i = appearance.TitleFirst; i <= appearance.Last; i++)
            {
                byHead[i] = appearance;
            }
        }

        var tokens = words.Document.Tokens;
        foreach (var proposal in speaking.Proposals.OrderByDescending(proposal => proposal.ContentSpans.Sum(span => span.Length)))
        {
            if (!byHead.TryGetValue(proposal.SpeakerHead, out var speaker) || speaker.Entity is null)
            {
                continue;
            }

            foreach (var span in proposal.ContentSpans)
            {
                for (var i = TokenAt(span.Start); i < tokens.Length && tokens[i].Start < span.End; i++)
                {
                    _speakerAt[i] = speaker.Entity;
                }
            }
        }
    }

    private bool IsFirstPerson(Appearance appearance) =>
        appearance.Kind == AppearanceKind.Pronoun && Pronoun.TryRead(words.Document.Word(appearance.Head), out var pronoun) && pronoun.IsFirstPerson;

    private int TokenAt(int position)
    {
        var tokens = words.Document.Tokens;
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].End <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
