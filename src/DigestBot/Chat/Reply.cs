using DigestBot.Answers;

namespace DigestBot.Chat;

/// <summary>Some lines under a heading.</summary>
public sealed record ReplySection
{
    /// <summary>Plain text, or null.</summary>
    public string? Heading { get; init; }

    /// <summary>What stands under the heading before the lines: outlets of a story, a remark; plain text, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Cited lines.</summary>
    public IReadOnlyList<AnswerLine> Lines { get; init; } = [];

    /// <summary>Lines without a citation: help, people, suggestions; plain text.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];
}

/// <summary>What the bot says, before a platform's format gives it its looks. All strings are plain text: formats escape them.</summary>
public sealed record Reply
{
    /// <summary>The direct sentence at the top.</summary>
    public required string Text { get; init; }

    /// <summary>The part of <see cref="Text"/> that a language model wrote over the lines of an answer that stood without it; null for none.</summary>
    public string? Prose { get; init; }

    /// <summary>Sections in order.</summary>
    public IReadOnlyList<ReplySection> Sections { get; init; } = [];

    /// <summary>Shown to the asker alone.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether something was found.</summary>
    public bool Found { get; init; } = true;

    /// <summary>It is not plain what was asked for.</summary>
    public bool IsPuzzled { get; init; }

    /// <summary>What can be pressed underneath: pages first, then what else the lines allow.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>What can be chosen underneath; null where nothing can.</summary>
    public Picker? Picker { get; init; }
}
