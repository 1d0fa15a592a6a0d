using DigestBot.Answers;

namespace DigestBot.Digests;

/// <summary>One story or event of a digest, with its lines.</summary>
public sealed record DigestStory
{
    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>Outlets that report it.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>At most three lines.</summary>
    public required IReadOnlyList<AnswerLine> Lines { get; init; }
}

/// <summary>One edition: at most five stories of three lines, read in fifteen seconds.</summary>
public sealed record Digest
{
    /// <summary>The local day that it is for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many stories it looked at.</summary>
    public required int StoriesRead { get; init; }

    /// <summary>At most five, the most told first; empty where there was nothing.</summary>
    public required IReadOnlyList<DigestStory> Stories { get; init; }
}
