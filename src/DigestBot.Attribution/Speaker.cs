namespace DigestBot.Attribution;

/// <summary>What sort of source a speaker is.</summary>
public enum SpeakerKind
{
    /// <summary>A named human being.</summary>
    Person,

    /// <summary>A named body: a ministry, a company, a paper, a government meant by its capital.</summary>
    Body,

    /// <summary>Someone or some people without a name: "officials", "a source", "two residents".</summary>
    Unnamed,
}

/// <summary>Grammatical and social gender as the text shows it.</summary>
public enum Gender
{
    /// <summary>The text does not show it.</summary>
    Unknown,

    /// <summary>Spoken of as "she".</summary>
    Female,

    /// <summary>Spoken of as "he".</summary>
    Male,
}

/// <summary>One surface form of a speaker in the text, at its place.</summary>
public sealed record Mention(TextSpan Span, bool IsPronoun);

/// <summary>A person or body of one story, resolved over all of its names, whether or not it says anything.</summary>
public sealed record Speaker
{
    /// <summary>Position in <see cref="Reading.Speakers"/>.</summary>
    public required int Id { get; init; }

    /// <summary>The fullest name in the story, without titles: "Moaz al-Khatib"; for the unnamed, the noun phrase.</summary>
    public required string Name { get; init; }

    /// <summary>Person, body or unnamed.</summary>
    public required SpeakerKind Kind { get; init; }

    /// <summary>Gender as far as the text shows it.</summary>
    public Gender Gender { get; init; }

    /// <summary>What the story says that the speaker is ("Syrian opposition leader"), where it does.</summary>
    public TextSpan? Description { get; init; }

    /// <summary>All mentions in text order, pronouns included.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>The distinct spellings of the name in the story, titles left out: "Khatib", "al-Khatib", "Alkhatib".</summary>
    public required IReadOnlyList<string> Aliases { get; init; }
}
