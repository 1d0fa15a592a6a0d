using System.Collections.Concurrent;
using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>Commands to try, made from what the archive holds for a workspace, so that each of them has an answer. Thread-safe.</summary>
internal sealed class Examples(Store store, TimeProvider clock)
{
    private const int Most = 4;
    private const int MostWorkspaces = 1_000;

    // Counting everybody's statements takes a tenth of a second in a large archive; that is not for every page.
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Page> _latest = new(StringComparer.Ordinal);

    /// <summary>About at most four speakers, and who one of them is, each with a slash before it; none where nobody speaks. At most a minute old.</summary>
    public async Task<IReadOnlyList<string>> LatestAsync(string workspace, CancellationToken cancel)
    {
        if (_latest.TryGetValue(workspace, out var page) && page.Commands.Count > 0 && clock.GetUtcNow() - page.Made < _kept)
        {
            return page.Commands;
        }

        if (_latest.Count >= MostWorkspaces)
        {
            _latest.Clear();
        }

        page = _latest[workspace] = new Page(clock.GetUtcNow(), await MakeAsync(workspace, cancel));
        return page.Commands;
    }

    private async Task<IReadOnlyList<string>> MakeAsync(string workspace, CancellationToken cancel)
    {
        var speakers = await store.SpeakersAsync(workspace, limit: 12, cancel: cancel);
        StoredSpeaker[] people = [.. speakers.Where(s => s.Kind == SpeakerKind.Person && s.Statements > 0).Take(Most)];
        List<string> examples = [];
        foreach (var speaker in people)
        {
            var said = await store.FindStatementsAsync(
                workspace, new StatementFilter { Speakers = [speaker.Id], Limit = 50 }, cancel);
            // What somebody does most, other than just say or think, is the most worth asking about; no act twice.
            var verb = said.Where(s => !s.IsNegated).GroupBy(s => s.Act).OrderBy(g => g.Key is SpeechAct.Says or SpeechAct.Thinks).ThenByDescending(g => g.Count())
                .Select(g => Suggestions.Verb(g.Key)).FirstOrDefault(v => !examples.Exists(e => e.EndsWith($" {v}?", StringComparison.Ordinal)));
            examples.Add($"/ask what did {FamilyName(speaker)} {verb ?? "say"}?");
        }
        if (Array.Find(people, p => p.Description is not null) is { } first)
        {
            examples.Add($"/ask who is {FamilyName(first)}?");
        }

        return examples;
    }

    private sealed record Page(DateTimeOffset Made, IReadOnlyList<string> Commands);

    private static string FamilyName(StoredSpeaker speaker) => PersonName.Parse(speaker.Name).Surname is { Length: > 0 } surname ? surname : speaker.Name;
}
