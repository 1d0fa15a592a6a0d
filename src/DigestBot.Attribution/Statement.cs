namespace DigestBot.Attribution;

/// <summary>One attribution: somebody (speaker) says (cue) something (content), in the terms of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018).</summary>
public sealed record Statement
{
    /// <summary>The speaker, resolved; an index into <see cref="Reading.Speakers"/>; null where the text names nobody.</summary>
    public required int? SpeakerId { get; init; }

    /// <summary>The noun phrase that the statement is attributed to, as it stands here ("he", "Russian Foreign Minister Sergei Lavrov").</summary>
    public required IReadOnlyList<TextSpan> SpeakerSpans { get; init; }

    /// <summary>The words that say that somebody says.</summary>
    public required IReadOnlyList<TextSpan> CueSpans { get; init; }

    /// <summary>What was said, in text order; more than one span where the story splits it.</summary>
    public required IReadOnlyList<TextSpan> ContentSpans { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required QuoteKind Kind { get; init; }

    /// <summary>What the speaker does by saying it.</summary>
    public required SpeechAct Act { get; init; }

    /// <summary>The act is said not to have taken place: "did not demand".</summary>
    public bool IsNegated { get; init; }

    /// <summary>The condition on which it holds ("if there was a clear agenda"), inside the content, where there is one.</summary>
    public TextSpan? Condition { get; init; }

    /// <summary>To whom it is addressed, or of whom it is demanded ("from Lavrov"), where the text says so.</summary>
    public TextSpan? Addressee { get; init; }

    /// <summary>
    /// Position in <see cref="Reading.Statements"/> of the statement whose content this one is made in, null for the story's own:
    /// “he said that she had promised …”, “Now we want an apology”.
    /// </summary>
    public int? Within { get; init; }

    /// <summary>How sure the engine is, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;
}
