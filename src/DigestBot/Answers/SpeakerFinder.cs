using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Finds whom a name or title of a question means: over all aliases, forgiving typing errors, the dominant bearer of a surname first.</summary>
internal sealed class SpeakerFinder(Store store)
{
    // A bearer with twice the statements of the next is the one whom readers mean.
    private const int Dominance = 2;

    private readonly Spokesmen _spokesmen = new(store);

    /// <summary>Who is meant, in the stories searched.</summary>
    public async Task<FoundSpeakers> FindAsync(Scope scope, string asked, CancellationToken cancel)
    {
        var name = AskedNames.Capitalised(asked);
        var bearers = await BearersAsync(scope, name, SpeakerKeys.Of(name), CompareAsked, cancel);
        if (bearers.Any(b => b.Statements > 0))
        {
            return new FoundSpeakers { Asked = asked, Speakers = Dominant(bearers) };
        }

        // "The coalition", "the secretary-general": what somebody is comes before who speaks for him.
        if (bearers.Count == 0 && !asked.Contains(' ', StringComparison.Ordinal) && await TitledAsync(scope, asked, cancel) is { } titledBody)
        {
            return titledBody;
        }

        if (!AskedNames.IsOfAnother(asked) && await _spokesmen.FindAsync(scope, asked, Dominant(bearers) is [StoredSpeaker silent, ..] ? silent : null, cancel) is { } speaking)
        {
            return speaking;
        }

        if (bearers.Count > 0)
        {
            return new FoundSpeakers { Asked = asked, Speakers = Dominant(bearers) };
        }

        if (await TitledAsync(scope, asked, cancel) is { } titled)
        {
            return titled;
        }

        var meant = await MistypedAsync(scope, name, cancel);
        return new FoundSpeakers { Asked = asked, Speakers = Dominant(meant), IsMistyped = meant.Count > 0 };
    }

    /// <summary>Who is meant by a title alone; nobody where it is none.</summary>
    public async Task<FoundSpeakers> FindTitledAsync(Scope scope, string title, CancellationToken cancel) =>
        await TitledAsync(scope, title, cancel) ?? new FoundSpeakers { Asked = title };

    private async Task<IReadOnlyList<StoredSpeaker>> BearersAsync(
        Scope scope, string asked, IReadOnlyList<string> keys, Func<SpeakerKind, string, string, NameMatch> compare, CancellationToken cancel)
    {
        var aliases = await store.AliasesAsync(scope.Workspace, keys, cancel);
        Dictionary<long, NameMatch> matches = [];
        foreach (var bearer in aliases.GroupBy(a => a.SpeakerId))
        {
            (StoredAlias Alias, NameMatch Match)[] compared = [.. bearer.Select(a => (a, compare(a.Kind, asked, a.Form)))];
            // "Laura Ruiz" is not Ana Ruiz, though Ana Ruiz is also called Ruiz.
            var isContradicted = compared.Any(c => c.Match == NameMatch.Different && c.Alias.Form.Contains(' ', StringComparison.Ordinal)) && asked.Contains(' ', StringComparison.Ordinal);
            var best = compared.Max(c => c.Match);
            if (best == NameMatch.Same || (best == NameMatch.Compatible && !isContradicted))
            {
                matches[bearer.Key] = best;
            }
        }
        // A full name that fits outright leaves those out whom it only might mean.
        var isExact = asked.Contains(' ', StringComparison.Ordinal) && matches.ContainsValue(NameMatch.Same);
        long[] ids = [.. matches.Where(m => !isExact || m.Value == NameMatch.Same).Select(m => m.Key)];
        return await store.BearersAsync(scope.Workspace, ids, scope.StoryId, cancel);
    }

    /// <summary>"FIFA president" is not FIFA and "people close to Blatter" are not Blatter, though each holds the other's name.</summary>
    private static NameMatch CompareAsked(SpeakerKind kind, string asked, string alias)
    {
        var match = SpeakerKeys.Compare(kind, asked, alias);
        var isAnother = kind == SpeakerKind.Person ? AskedNames.IsOfAnother(asked) : match == NameMatch.Compatible && asked.Length > alias.Length;
        return isAnother ? NameMatch.Different : match;
    }

    /// <summary>"the foreign minister", "Russian officials": found in noun phrases and descriptions.</summary>
    private async Task<FoundSpeakers?> TitledAsync(Scope scope, string asked, CancellationToken cancel)
    {
        string[] words = [.. QuestionTokens.Read(asked).SelectMany(t => Countries.Of(t.Text) is null ? TextWords.Of(t.Text) : [t.Lower]).Where(w => !TopicWords.IsStop(w))];
        // A single capital word is a name, and "Putin" is not his spokesman.
        if (words.Length == 0 || (words.Length == 1 && char.IsUpper(asked[0])))
        {
            return null;
        }

        var filter = StatementFinder.ByTitle(scope.Filter with { Limit = 100 }, new FoundSpeakers { Asked = asked, PeopleWords = words });
        var statements = await store.FindStatementsAsync(scope.Workspace, filter, cancel);
        if (statements.Count == 0)
        {
            return null;
        }

        long[] ids = [.. statements.Select(s => s.SpeakerId).OfType<long>().Distinct()];
        var holders = await store.BearersAsync(scope.Workspace, ids, scope.StoryId, cancel);
        // "putin" typed small is still not his spokesman: the stories must have the word as a noun of what somebody is.
        if (words.Length == 1 && !statements.Select(s => s.Speaker).Concat(holders.Select(h => h.Description ?? "")).Any(p => AskedNames.IsRole(words[0], p))
            && !holders.Any(h => h.Kind == SpeakerKind.Body && TextWords.Of(h.Name).Last() == words[0]))
        {
            return null;
        }

        return statements.All(s => s.SpeakerId is not null) && holders.Count == 1
            ? new FoundSpeakers { Asked = asked, Speakers = holders }
            : new FoundSpeakers { Asked = asked, PeopleWords = words };
    }

    private async Task<IReadOnlyList<StoredSpeaker>> MistypedAsync(Scope scope, string asked, CancellationToken cancel)
    {
        List<string> keys = [];
        if (AskedNames.IsOfAnother(asked))
        {
            return [];
        }

        foreach (var key in PersonName.Parse(asked).LookupKeys)
        {
            keys.AddRange((await store.KeysLikeAsync(key, cancel)).Where(k => Names.CompareMistyped(AskedNames.Capitalised(key), AskedNames.Capitalised(k)) != NameMatch.Different));
        }

        return keys.Count == 0 ? [] : await BearersAsync(scope, asked, keys, (_, left, right) => Names.CompareMistyped(left, right), cancel);
    }

    private static IReadOnlyList<StoredSpeaker> Dominant(IReadOnlyList<StoredSpeaker> bearers)
    {
        StoredSpeaker[] speaking = [.. bearers.Where(b => b.Statements > 0).OrderByDescending(b => b.Statements).ThenByDescending(b => b.Stories)];
        if (speaking.Length == 0)
        {
            return [.. bearers.OrderByDescending(b => b.Stories).Take(1)];
        }

        return speaking.Length == 1 || speaking[0].Statements >= Dominance * speaking[1].Statements ? speaking[..1] : speaking[..Math.Min(3, speaking.Length)];
    }
}
