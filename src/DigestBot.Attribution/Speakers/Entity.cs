namespace DigestBot.Attribution;

/// <summary>What somebody is said to be: the noun ("minister"), the words that go with it ("russian", "foreign"), and for whom ("russia").</summary>
internal sealed record Role(string Noun, string[] Modifiers, string[] Affiliation);

/// <summary>A person or body of the story while speakers are being resolved: all places where it appears, and what is known of it.</summary>
internal sealed class Entity
{
    /// <summary>Person, body or unnamed.</summary>
    public required SpeakerKind Kind { get; set; }

    /// <summary>The fullest name so far, without titles.</summary>
    public required string Name { get; set; }

    /// <summary>The name taken apart; null for bodies and the unnamed.</summary>
    public PersonName? Person { get; set; }

    /// <summary>The first token from which a surname alone can mean it: "his wife, Elena Reyes" is not the Reyes before.</summary>
    public int NamedFrom { get; init; }

    /// <summary>How often a surname alone has meant it so far.</summary>
    public int BareNames { get; set; }

    /// <summary>Gender as far as it is known.</summary>
    public Gender Gender { get; set; }

    /// <summary>Words or place say that it is a person or body; false for what only looks like a name.</summary>
    public bool IsSure { get; set; } = true;

    /// <summary>More than one person: "two residents", "officials".</summary>
    public bool IsPlural { get; init; }

    /// <summary>A human being, named or not; false for bodies.</summary>
    public bool IsHuman { get; set; }

    /// <summary>Whether more than a lone capital says that it is a human being: a given name, a title, an office.</summary>
    public bool IsPlainlyHuman => IsHuman && (Person is null || Person.GivenParts.Length > 0 || Gender != Gender.Unknown || Roles.Count > 0);

    /// <summary>A place that may stand for its government, but is spoken of as a place so far.</summary>
    public bool IsPlace { get; init; }

    /// <summary>What the story says that it is.</summary>
    public List<Role> Roles { get; } = [];

    /// <summary>The body that a person speaks for, where the description names one; "we" means it.</summary>
    public Entity? Side { get; set; }

    /// <summary>The words of the first description.</summary>
    public TextSpan? Description { get; set; }

    /// <summary>Where it appears, in the order in which it was found.</summary>
    public List<Appearance> Appearances { get; } = [];

    /// <summary>The sentence in which it last said something; far before the text where it never did.</summary>
    public int LastSpoke { get; set; } = int.MinValue / 2;

    /// <summary>A single name of which nothing says that it is a human being's: perhaps a firm's.</summary>
    public bool MayBeBody => Kind == SpeakerKind.Person && !IsPlainlyHuman && !Name.Contains(' ', StringComparison.Ordinal);

    /// <summary>The story speaks of it as of a body.</summary>
    public void BecomeBody() => (Kind, IsHuman, Gender, IsSure) = (SpeakerKind.Body, false, Gender.Unknown, true);

    /// <summary>Number of appearances outside of quotations so far.</summary>
    public int Weight { get; set; }
}
