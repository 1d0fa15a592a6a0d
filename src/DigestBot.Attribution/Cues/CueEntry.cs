namespace DigestBot.Attribution.Cues;

/// <summary>The part of speech of a cue's main word.</summary>
internal enum CuePart
{
    /// <summary>"said"; the speaker is its subject.</summary>
    Verb,

    /// <summary>"the claim that"; the speaker is its possessor, or stands behind "by" or "from".</summary>
    Noun,

    /// <summary>"according to"; the speaker stands behind it.</summary>
    Preposition,

    /// <summary>"ready to meet"; the speaker is its subject.</summary>
    Adjective,

    /// <summary>A verb that only says how the one below it is done: "went on to say"; no cue by itself.</summary>
    Phase,
}

/// <summary>Where a cue's content can stand, seen from its main word.</summary>
[Flags]
internal enum Frames
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>A quotation before, behind or around it.</summary>
    Quotation = 1,

    /// <summary>A clause with or without "that".</summary>
    Clause = 2,

    /// <summary>A clause that begins with whether, how, what, why, when, who.</summary>
    Question = 4,

    /// <summary>"to" and an infinitive.</summary>
    Infinitive = 8,

    /// <summary>A noun phrase.</summary>
    Object = 16,

    /// <summary>A noun phrase, then "to" and an infinitive.</summary>
    ObjectInfinitive = 32,

    /// <summary>A gerund.</summary>
    Gerund = 64,

    /// <summary>A noun phrase, then "as" and what it is said to be.</summary>
    As = 128,

    /// <summary>A noun phrase, then what it is said to be.</summary>
    Complement = 256,

    /// <summary>A listener may stand before the clause.</summary>
    Listener = 512,

    /// <summary>A noun phrase behind one of the entry's prepositions.</summary>
    Preposition = 1024,

    /// <summary>A noun phrase, then a preposition and what is said of it: "accused them of".</summary>
    ObjectOf = 2048,
}

/// <summary>One line of the cue lexicon: a word as a certain part of speech, what is done with it, and where its content stands.</summary>
internal sealed record CueEntry(string Lemma, CuePart Part, SpeechAct Act, Frames Frames, IReadOnlyList<string> Prepositions)
{
    /// <summary>Whether any of <paramref name="frames"/> is possible.</summary>
    public bool Has(Frames frames) => (Frames & frames) != Frames.None;
}
