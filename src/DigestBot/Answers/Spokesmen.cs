using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>
/// Finds who speaks for one who says nothing: a body's or country's people ("Mr. Morgan of the Reef Trust", "Norway's minister"), and the team
/// or campaign that bears a person's name.
/// </summary>
internal sealed class Spokesmen(Store store)
{
    private static readonly string[] _offices =
        ["leader", "spokesman", "spokeswoman", "spokesperson", "president", "chairman", "chairwoman", "chair", "chief", "head", "director", "secretary", "official", "minister", "representative"];

    private static readonly string[] _countryOffices = ["minister", "ministry", "president", "government", "spokesman", "spokeswoman", "official", "premier", "chancellor"];

    // What bears somebody's name speaks with it; a lawyer, a family or a spokesman has a voice of his own.
    private static readonly string[] _teams = ["team", "campaign", "camp", "office"];

    private static readonly HashSet<string> _outside = ["critic", "critics", "opponent", "opponents", "former", "enemy", "enemies", "rival", "rivals"];

    /// <summary>Those who speak for him; null where nobody does.</summary>
    /// <param name="asked">The name as asked.</param>
    /// <param name="silent">Who bears the name; null where nobody does, as with "the opposition".</param>
    public async Task<FoundSpeakers?> FindAsync(Scope scope, string asked, StoredSpeaker? silent, CancellationToken cancel)
    {
        if (Phrases(asked, silent) is not { Count: > 0 } phrases || !await IsToldAsync(scope, phrases[0][0], cancel))
        {
            return null;
        }

        FoundSpeakers found = new() { Asked = asked, PeopleWords = [.. phrases.Select(p => p[0])], PeopleSynonyms = phrases.ToDictionary(p => p[0], p => p), SpeaksFor = silent?.Name ?? asked };
        var filter = StatementFinder.ByTitle(scope.Filter with { Limit = 20 }, found);
        var statements = await store.FindStatementsAsync(scope.Workspace, filter, cancel);
        if (statements.Count == 0 || statements.Any(s => TextWords.Of(s.Speaker).Any(_outside.Contains)))
        {
            return null;
        }
        // The one who speaks for it does so with all that he says.
        long[] ids = [.. statements.Select(s => s.SpeakerId).OfType<long>().Distinct()];
        return ids.Length == 1 && statements.All(s => s.SpeakerId is not null)
            ? found with { PeopleWords = null, Speakers = await store.BearersAsync(scope.Workspace, ids, scope.StoryId, cancel) }
            : found;
    }

    // Most names that nobody bears stand nowhere: one look spares the search for sixty phrases.
    private async Task<bool> IsToldAsync(Scope scope, string phrase, CancellationToken cancel)
    {
        string[] words = [.. TextWords.Of(phrase).Where(w => w.Length > 1 && !TopicWords.IsStop(w) && !_teams.Contains(w) && !_offices.Contains(w))];
        var filter = StatementFinder.ByTitle(scope.Filter with { Limit = 1 }, new FoundSpeakers { Asked = phrase, PeopleWords = words });
        return words.Length > 0 && (await store.FindStatementsAsync(scope.Workspace, filter, cancel)).Count > 0;
    }

    /// <summary>Of each list one phrase must stand in how a speaker is named or described.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Phrases(string asked, StoredSpeaker? silent)
    {
        var name = AskedNames.Bare(QuestionTokens.Read(silent?.Kind == SpeakerKind.Body ? silent.Name : asked));
        if (name.Length == 0)
        {
            return [];
        }

        if (silent?.Kind == SpeakerKind.Person)
        {
            return [[.. _teams.SelectMany(t => new[] { $"{Surname(name)} s {t}", $"{Surname(name)} {t}" })]];
        }

        if (Countries.Of(name) is not null)
        {
            return [[.. Countries.WordsOf(name).Prepend(name).Distinct(StringComparer.OrdinalIgnoreCase)], _countryOffices];
        }

        string[] officers = [.. _offices.SelectMany(o => new[] { $"{name} {o}", $"{name} s {o}", $"{o} of {name}", $"{o} of the {name}" })];
        return [silent is null ? officers : [$"of the {name}", $"of {name}", $"for the {name}", .. officers]];
    }

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
