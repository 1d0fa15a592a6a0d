using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Finds the people and bodies of an archive by any of their names.</summary>
internal static class PeopleFinder
{
    /// <summary>Those whom a name fits, those who say most first; an empty name fits everybody who says something.</summary>
    /// <param name="most">At most so many.</param>
    public static async Task<IReadOnlyList<StoredSpeaker>> FindAsync(Store store, string workspace, string name, int most, CancellationToken cancel)
    {
        if (name.Length == 0)
        {
            return [.. (await store.SpeakersAsync(workspace, limit: most, cancel: cancel)).Where(s => s.Statements > 0)];
        }

        var aliases = await store.AliasesAsync(workspace, SpeakerKeys.Of(name), cancel);
        long[] ids = [.. aliases.Where(a => SpeakerKeys.Compare(a.Kind, a.Form, name) != NameMatch.Different).Select(a => a.SpeakerId).Distinct()];
        return await store.SpeakersAsync(workspace, ids, most, cancel: cancel);
    }
}
