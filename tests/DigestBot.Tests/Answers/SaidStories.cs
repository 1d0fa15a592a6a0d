using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Tests.Answers;

/// <summary>Stores stories that say one thing, read by hand: the tests are about answering, not about reading.</summary>
internal static class SaidStories
{
    /// <summary>Stores "SPEAKER CUE CONTENT." as a story of its own.</summary>
    public static Task<AddResult> SayAsync(this Store store, string speaker, string cue, string content, SpeechAct act = SpeechAct.Says, Said? said = null)
    {
        said ??= new Said();
        var text = $"{speaker} {cue} {content}.";
        TextSpan contentSpan = new(speaker.Length + cue.Length + 2, text.Length - 1);
        Reading reading = new()
        {
            Speakers = [new Speaker { Id = 0, Name = speaker, Kind = SpeakerKind.Person, Mentions = [new Mention(new TextSpan(0, speaker.Length), IsPronoun: false)], Aliases = [speaker] }],
            Statements =
            [
                new Statement
                {
                    SpeakerId = 0,
                    SpeakerSpans = [new TextSpan(0, speaker.Length)],
                    CueSpans = [new TextSpan(speaker.Length + 1, speaker.Length + 1 + cue.Length)],
                    ContentSpans = [contentSpan],
                    Kind = QuoteKind.Indirect,
                    Act = act,
                    IsNegated = said.IsNegated,
                },
            ],
        };
        Story story = new() { Id = said.Id ?? StoryId.FromText(text + said.Outlet), Title = said.Title, Text = text, Outlet = said.Outlet, Published = said.Published };
        return store.AddAsync(story, reading, said.Feed, TestContext.Current.CancellationToken);
    }
}

/// <summary>Where and when it is said.</summary>
internal sealed record Said
{
    public string? Id { get; init; }

    public string Title { get; init; } = "Title";

    public string? Outlet { get; init; }

    public DateTimeOffset? Published { get; init; } = new DateTimeOffset(2026, 3, 9, 12, 0, 0, TimeSpan.Zero);

    public bool IsNegated { get; init; }

    public Feed Feed { get; init; } = Feed.Terminal;
}
