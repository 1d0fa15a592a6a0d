using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>The answers that say that there is none, or that it is not plain what is asked for, with what helps.</summary>
internal sealed class NothingFound(Store store)
{
    private readonly Nearest _nearest = new(store);
    private readonly Suggestions _suggestions = new(store);

    /// <summary>Nothing answers: how far back the archive goes, and the nearest there is.</summary>
    public async Task<Answer> SayAsync(Scope scope, Question asked, IReadOnlyList<FoundSpeakers> speakers, CancellationToken cancel)
    {
        var near = await _nearest.FindAsync(scope, asked, speakers, cancel);
        return new Answer
        {
            Answered = false,
            Text = NothingText.Of(asked, speakers, await store.ExtentAsync(scope.Workspace, cancel), scope),
            Nearest = near,
            Suggestions = near.Count == 0 && scope.StoryId is null ? await _suggestions.FindAsync(scope, cancel) : [],
        };
    }

    /// <summary>"He" or "they" without a question before.</summary>
    public async Task<Answer> AskWhomAsync(Scope scope, Question asked, CancellationToken cancel) => new()
    {
        Answered = false,
        IsPuzzled = true,
        Text = "Whom do you mean? Ask again with the name.",
        Nearest = await _nearest.FindAsync(scope, asked, [], cancel),
        Suggestions = await _suggestions.FindAsync(scope, cancel),
    };

    /// <summary>Neither speaker nor act nor matter: a short help.</summary>
    public async Task<Answer> HelpAsync(Scope scope, CancellationToken cancel) => new()
    {
        Answered = false,
        IsPuzzled = true,
        Text = "Ask who said what, about whom or what, and when: name a speaker, an act or a matter.",
        Suggestions = await _suggestions.FindAsync(scope, cancel),
    };
}
