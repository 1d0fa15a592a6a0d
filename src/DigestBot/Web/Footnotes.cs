using DigestBot.Answers;
using DigestBot.Chat;

namespace DigestBot.Web;

/// <summary>A story behind a reply, by its number there.</summary>
/// <param name="Number">From 1, in the order in which lines cite stories.</param>
/// <param name="Citation">The story, with all the places that the reply cites in it.</param>
public sealed record Footnote(int Number, Citation Citation);

/// <summary>The numbered stories under a reply.</summary>
public sealed class Footnotes
{
    private readonly Dictionary<string, Footnote> _byStory;

    private Footnotes(IEnumerable<Citation> citations) =>
        _byStory = citations.GroupBy(c => c.StoryId)
            .Select((same, index) => new Footnote(index + 1, same.First() with { Spans = [.. same.SelectMany(c => c.Spans).Distinct().Order()] }))
            .ToDictionary(f => f.Citation.StoryId);

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<Footnote> All => _byStory.Values.OrderBy(f => f.Number);

    /// <summary>The footnotes of a reply.</summary>
    public static Footnotes Of(Reply reply) => new(reply.Sections.SelectMany(s => s.Lines).SelectMany(CitedStories.Sources));

    /// <summary>The number of a story that a line cites.</summary>
    public int NumberOf(Citation citation) => _byStory[citation.StoryId].Number;
}
