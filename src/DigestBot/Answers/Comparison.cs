namespace DigestBot.Answers;

/// <summary>What two speakers say on one matter, side by side.</summary>
public sealed record Comparison
{
    /// <summary>Lines that are shown of each at most: a comparison is two short answers, and shall stand on one screen of a phone.</summary>
    public const int MostOfEach = 3;

    /// <summary>One sentence over both: "Lavrov and Khatib on “talks”: one statement against three.", or who of them says nothing.</summary>
    public required string Text { get; init; }

    /// <summary>The first speaker's side.</summary>
    public required ComparedSide Left { get; init; }

    /// <summary>The second speaker's side.</summary>
    public required ComparedSide Right { get; init; }
}

/// <summary>One side of a comparison.</summary>
public sealed record ComparedSide
{
    /// <summary>The speaker's name; as asked where nobody of that name is known.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What the speaker says on the matter, best first. <see cref="Answer.Lines"/> holds as many lines as the other side's, at most three;
    /// what follows stands in <see cref="Answer.More"/>. Where the other side has nothing it holds up to three. Not answered where the speaker says nothing on it:
    /// then its text says so and its nearest lines are the speaker's on other matters.
    /// </summary>
    public required Answer Answer { get; init; }
}
