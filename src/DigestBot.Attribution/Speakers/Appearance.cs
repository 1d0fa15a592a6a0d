namespace DigestBot.Attribution;

/// <summary>How a text refers to somebody.</summary>
internal enum AppearanceKind
{
    /// <summary>By name: "Lavrov", "the National Coalition".</summary>
    Name,

    /// <summary>By a common noun: "the senator", "two residents".</summary>
    Noun,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>One place where somebody is referred to, while speakers are being resolved. Token indices; both ends included.</summary>
internal sealed class Appearance
{
    /// <summary>First token of the name, noun phrase or pronoun; titles are not part of a name.</summary>
    public required int First { get; init; }

    /// <summary>Last token.</summary>
    public required int Last { get; set; }

    /// <summary>The token that stands for the whole: a name's last word, a phrase's noun.</summary>
    public required int Head { get; init; }

    /// <summary>By name, noun or pronoun.</summary>
    public required AppearanceKind Kind { get; init; }

    /// <summary>First token of the title or description before a name; equal to <see cref="First"/> where there is none.</summary>
    public int TitleFirst { get; init; }

    /// <summary>Last token of party and state behind a name ("Lund, R-Texas"); 0 where there are none.</summary>
    public int PartyLast { get; set; }

    /// <summary>Whether it stands inside quotation marks.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether it begins a sentence or quotation, where every word has a capital.</summary>
    public bool IsOpening { get; init; }

    /// <summary>Whether it is a subject, as far as the parse or the next word tells.</summary>
    public bool IsSubject { get; set; }

    /// <summary>Whether it belongs to another noun ("Lavrov's position", "the mayor of Lyon") or is cut off by a preposition.</summary>
    public bool IsEmbedded { get; set; }

    /// <summary>Gender of the phrase itself ("Ms. Hua", "the spokeswoman").</summary>
    public Gender Gender { get; init; }

    /// <summary>More than one person.</summary>
    public bool IsPlural { get; init; }

    /// <summary>What kind of source the words look like; null where they do not tell.</summary>
    public SpeakerKind? Kindred { get; set; }

    /// <summary>The person or body that it refers to, once known.</summary>
    public Entity? Entity { get; set; }
}
