using DigestBot.Answers;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.LanguageModels.Tools;

/// <summary>What a program may look up in one workspace's archive: read-only, and never more than the workspace sees. Thread-safe.</summary>
internal sealed class ArchiveSearch(Store store, TimeProvider clock, string workspace)
{
    /// <summary>So many statements, people or lines of a story one call gives at most.</summary>
    public const int Most = 25;

    private const int LongestText = 300;

    private readonly SpeakerFinder _speakers = new(store);

    /// <summary>Answers questions as the ask command does.</summary>
    public Answerer Answerer { get; } = new(store, clock);

    /// <summary>The workspace that is looked into.</summary>
    public string Workspace { get; } = workspace;

    /// <summary>Statements by their words and speaker, the most fitting first; where no statement has all of the words, those that have some.</summary>
    /// <exception cref="ToolProblemException">A time cannot be read; the message says how it is written.</exception>
    public async Task<IReadOnlyList<StoredStatement>> StatementsAsync(StatementQuery query, CancellationToken cancel)
    {
        StatementFilter filter = new()
        {
            Since = Time(query.Since),
            Until = Time(query.Until),
            StoryId = query.Story,
            Limit = Math.Clamp(query.Limit, 1, Most),
        };
        if (query.Words is { Length: > 0 } words)
        {
            filter = filter with { Words = TopicWords.Of(QuestionTokens.Read(Short(words))) };
        }

        if (query.Speaker is { Length: > 0 } name)
        {
            var found = await _speakers.FindAsync(new Scope(Workspace, filter with { Words = null }), Short(name), cancel);
            filter = found.PeopleWords is not null ? StatementFinder.ByTitle(filter, found) : filter with { Speakers = [.. found.Speakers.Select(s => s.Id)] };
        }
        var statements = await store.FindStatementsAsync(Workspace, filter, cancel);
        return statements.Count > 0 || filter.Words is null ? statements : await store.FindStatementsAsync(Workspace, filter with { AllWords = false }, cancel);
    }

    /// <summary>People and bodies by name; those who say most where the name is empty.</summary>
    public Task<IReadOnlyList<StoredSpeaker>> PeopleAsync(string? name, CancellationToken cancel) =>
        PeopleFinder.FindAsync(store, Workspace, Short(name?.Trim() ?? ""), Most, cancel);

    /// <summary>A story with what is said in it, in text order; null where the workspace sees no story with this id.</summary>
    public async Task<(Story Story, IReadOnlyList<StoredStatement> Statements)?> StoryAsync(string id, CancellationToken cancel) =>
        await store.GetStoryAsync(Workspace, id, cancel) is { } story ? (story, await store.StatementsOfAsync(Workspace, id, cancel)) : null;

    /// <summary>The time that a tool's argument names; null for none.</summary>
    /// <exception cref="ToolProblemException">It cannot be read.</exception>
    public DateTimeOffset? Time(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : AskedTimes.Parse(text, clock.GetLocalNow()) ?? throw new ToolProblemException("The time cannot be read: write 7d, 24h or a day such as 2012-12-29.");

    /// <summary>What a program typed, as long as a person would type.</summary>
    public static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText];
}

/// <summary>Which statements to look up; a null member does not narrow.</summary>
/// <param name="Words">Words of content or story.</param>
/// <param name="Speaker">Name or title.</param>
/// <param name="Since">Not before: 7d, 2012-12-29.</param>
/// <param name="Until">Before.</param>
/// <param name="Story">A story's id.</param>
/// <param name="Limit">At most so many, up to <see cref="ArchiveSearch.Most"/>.</param>
internal sealed record StatementQuery(string? Words, string? Speaker, string? Since, string? Until, string? Story, int Limit);

/// <summary>A tool was called with what it cannot use; the message tells the caller what to write.</summary>
internal sealed class ToolProblemException(string message) : Exception(message);
