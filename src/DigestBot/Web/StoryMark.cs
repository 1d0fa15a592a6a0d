using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Web;

/// <summary>What a marked piece of a story is.</summary>
public enum MarkKind
{
    /// <summary>The place that an answer points to.</summary>
    Cited,

    /// <summary>What was said.</summary>
    Content,

    /// <summary>The words that say that somebody says.</summary>
    Cue,

    /// <summary>The words for who says it.</summary>
    Speaker,
}

/// <summary>A span of a story's text to be shown as something of a speaker's.</summary>
public sealed record StoryMark(TextSpan Span, MarkKind Kind, StorySpeaker? Speaker = null);

/// <summary>Someone who says something in a story, with the number and colour that stand for them on its page.</summary>
/// <param name="Number">From 1, in the order in which they speak.</param>
public sealed record StorySpeaker(int Number, string Name, long? Id, IReadOnlyList<StoredStatement> Statements)
{
    /// <summary>The style sheet has so many colours; more speakers share them, and differ by number.</summary>
    public const int Colours = 8;

    /// <summary>From 1 to <see cref="Colours"/>.</summary>
    public int Colour => (Number - 1) % Colours + 1;

    /// <summary>The speakers of a story's statements, in the order in which they speak.</summary>
    public static IReadOnlyList<StorySpeaker> Of(IReadOnlyList<StoredStatement> statements) =>
    [
        .. statements.GroupBy(s => s.SpeakerId is { } id ? (object)id : s.Speaker)
            .Select((said, index) => new StorySpeaker(index + 1, said.First().Speaker, said.First().SpeakerId, [.. said])),
    ];

    /// <summary>All marks of what this speaker says.</summary>
    public IEnumerable<StoryMark> Marks() => Statements.SelectMany(s =>
        s.Spans.Select(span => new StoryMark(span, MarkKind.Content, this))
            .Concat(s.CueSpans.Select(span => new StoryMark(span, MarkKind.Cue, this)))
            .Concat(s.SpeakerSpans.Select(span => new StoryMark(span, MarkKind.Speaker, this))));
}
