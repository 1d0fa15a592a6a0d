using DigestBot.Attribution;

namespace DigestBot.Answers;

/// <summary>The story and the exact place behind one line.</summary>
public sealed record Citation
{
    /// <summary>The story's id.</summary>
    public required string StoryId { get; init; }

    /// <summary>The story's headline.</summary>
    public required string Title { get; init; }

    /// <summary>The publisher's name, where known.</summary>
    public string? Outlet { get; init; }

    /// <summary>When it was published, where known.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The story's own address, where known.</summary>
    public string? Url { get; init; }

    /// <summary>The content's spans in the story's text, in text order.</summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }
}

/// <summary>One line of an answer or digest: a statement, shown.</summary>
public sealed record AnswerLine
{
    /// <summary>The statement's row id, for buttons that refer to it.</summary>
    public long StatementId { get; init; }

    /// <summary>Row id of who says it; stories spell one speaker in several ways. Null for the unnamed.</summary>
    public long? SpeakerId { get; init; }

    /// <summary>Who says it: the resolved name, or the story's noun phrase for the unnamed.</summary>
    public required string Speaker { get; init; }

    /// <summary>What the speaker does by saying it.</summary>
    public required SpeechAct Act { get; init; }

    /// <summary>The act is said not to have taken place.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Direct, indirect or mixed: only a direct content may be shown in quotation marks of our own.</summary>
    public required QuoteKind Kind { get; init; }

    /// <summary>The cited spans of the story's text joined by " … ", byte for byte.</summary>
    public required string Content { get; init; }

    /// <summary>The story's own word for the act, as "welcomed" of one who praises; null where it has none.</summary>
    public string? Cue { get; init; }

    /// <summary>Not said by the speaker but of it, by the story itself: "Syrian opposition leader".</summary>
    public bool IsDescription { get; init; }

    /// <summary>In a timeline: the speaker turns here, and accepts what was rejected before or no longer demands what was demanded.</summary>
    public bool IsTurn { get; init; }

    /// <summary>The story and place.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Other stories in which the same was said.</summary>
    public IReadOnlyList<Citation> AlsoIn { get; init; } = [];
}

/// <summary>
/// What is replied to a question: one sentence and at most five lines. What does not fit follows in <see cref="More"/>, so that a chat can turn pages.
/// </summary>
public sealed record Answer
{
    /// <summary>Whether <see cref="Lines"/> answer what was asked.</summary>
    public required bool Answered { get; init; }

    /// <summary>It is not plain what was asked for; the text asks for it.</summary>
    public bool IsPuzzled { get; init; }

    /// <summary>One direct sentence ("Three demands, in one story:"), or that there is nothing, and how far back the archive goes.</summary>
    public required string Text { get; init; }

    /// <summary>The lines that answer, best first; at most five.</summary>
    public IReadOnlyList<AnswerLine> Lines { get; init; } = [];

    /// <summary>Those that follow, in the same order; at most 20. Lines are few and already in hand, so pages are cut from <see cref="Lines"/> and these, without asking again.</summary>
    public IReadOnlyList<AnswerLine> More { get; init; } = [];

    /// <summary>Where nothing answers: the nearest there is.</summary>
    public IReadOnlyList<AnswerLine> Nearest { get; init; } = [];

    /// <summary>Questions that the archive can answer, where help is due.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
