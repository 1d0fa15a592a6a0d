namespace DigestBot.Attribution.Cues;

/// <summary>A cue in its context: the words that say that somebody says, as tokens, and how they are used.</summary>
/// <param name="Head">The main word.</param>
/// <param name="First">First word of the group: auxiliaries, negation, adverbs, "went on to".</param>
/// <param name="Last">Last word of the group, particles included.</param>
/// <param name="Top">The word whose subject is the speaker: the main word or what governs it ("went on to say").</param>
/// <param name="Entries">What the lexicon knows of the word.</param>
internal sealed record Cue(int Head, int First, int Last, int Top, CueEntry[] Entries)
{
    /// <summary>"was accused": the subject is what is spoken of.</summary>
    public bool IsPassive { get; init; }

    /// <summary>"did not demand".</summary>
    public bool IsNegated { get; init; }

    /// <summary>The first entry with one of the frames; null where there is none.</summary>
    public CueEntry? With(Frames frames) => Array.Find(Entries, e => e.Has(frames));

    /// <summary>Whether an entry has one of the frames.</summary>
    public bool Has(Frames frames) => With(frames) is not null;

    /// <summary>Verb, noun, preposition or adjective.</summary>
    public CuePart Part => Entries[0].Part;
}
