using System.Collections.Frozen;

namespace DigestBot.Attribution;

/// <summary>What a word before or instead of a name can be.</summary>
[Flags]
internal enum TitleKinds
{
    None = 0,

    /// <summary>Mr., Dr.: stands before a surname and tells nothing of office.</summary>
    Honorific = 1,

    /// <summary>King, Sheikh, Sir: a given name follows.</summary>
    BeforeGiven = 2,

    /// <summary>Gen., Sen.: an office, abbreviated.</summary>
    Rank = 4,

    /// <summary>minister, mayor, author: what somebody does.</summary>
    Office = 8,

    /// <summary>wife, brother.</summary>
    Kinship = 16,

    /// <summary>woman, resident, source: a human being without a name.</summary>
    Person = 32,

    /// <summary>ministry, party, company.</summary>
    Body = 64,

    /// <summary>Inc., Party, Times: the last word of a body's name.</summary>
    BodyEnding = 128,

    /// <summary>Hamas, Kremlin: a body by itself.</summary>
    BodyName = 256,

    /// <summary>Jr., III.</summary>
    Suffix = 512,

    /// <summary>von, de, bin, al: belongs to the surname that follows.</summary>
    Particle = 1024,

    /// <summary>Monday: never a part of a name.</summary>
    NoName = 2048,

    /// <summary>Muslims, Democrat: people by belief or party.</summary>
    Group = 4096,

    /// <summary>Internet, South: nobody's name by itself.</summary>
    Lone = 8192,

    /// <summary>Prize, Bridge, Act: the last word of a name that is neither person nor body.</summary>
    Thing = 16384,

    /// <summary>report, letter, tweet: says what its author says.</summary>
    Document = 32768,
}

/// <summary>Titles, offices, kinship words, bodies and particles, each with the gender that it shows.</summary>
internal static class Titles
{
    private const TitleKinds Human = TitleKinds.Office | TitleKinds.Kinship | TitleKinds.Person;
    private static readonly FrozenDictionary<string, (TitleKinds Kinds, Gender Gender)> _words = Load();
    private static readonly FrozenDictionary<string, (TitleKinds Kinds, Gender Gender)>.AlternateLookup<ReadOnlySpan<char>> _bySpan =
        _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What <paramref name="folded"/> can be; words joined by a space are looked up as one ("prime minister").</summary>
    public static TitleKinds KindsOf(ReadOnlySpan<char> folded) => _bySpan.TryGetValue(folded, out var entry) ? entry.Kinds : TitleKinds.None;

    /// <summary>The gender that the word shows: "mrs", "spokeswoman", "brother".</summary>
    public static Gender GenderOf(ReadOnlySpan<char> folded) => _bySpan.TryGetValue(folded, out var entry) ? entry.Gender : Gender.Unknown;

    /// <summary>Whether the word, or its singular, names a human being by office, kinship or nature.</summary>
    public static bool IsHuman(ReadOnlySpan<char> folded) => (KindsOf(folded) & Human) != TitleKinds.None || (KindsOf(Singular(folded)) & Human) != TitleKinds.None;

    /// <summary>Whether the word names a kind of body, as a common noun.</summary>
    public static bool IsBody(ReadOnlySpan<char> folded) =>
        (KindsOf(folded) & TitleKinds.Body) != TitleKinds.None || (KindsOf(Singular(folded)) & TitleKinds.Body) != TitleKinds.None;

    /// <summary>Whether the word, or its singular, names something written or made that can be said to say something.</summary>
    public static bool IsDocument(ReadOnlySpan<char> folded) =>
        ((KindsOf(folded) | KindsOf(Singular(folded))) & TitleKinds.Document) != TitleKinds.None;

    /// <summary>The singular of a regular plural and of -men: "officials" → "official", "ministries" → "ministry".</summary>
    public static string Singular(ReadOnlySpan<char> folded)
    {
        if (folded.EndsWith("men") && folded.Length > 3)
        {
            return string.Concat(folded[..^2], "an");
        }

        if (folded.EndsWith("ies") && folded.Length > 4)
        {
            return string.Concat(folded[..^3], "y");
        }

        if (folded.EndsWith("sses") || folded.EndsWith("ches") || folded.EndsWith("shes"))
        {
            return folded[..^2].ToString();
        }

        return folded.EndsWith("s") && !folded.EndsWith("ss") ? folded[..^1].ToString() : folded.ToString();
    }

    private static FrozenDictionary<string, (TitleKinds Kinds, Gender Gender)> Load()
    {
        var words = new Dictionary<string, (TitleKinds Kinds, Gender Gender)>();
        foreach (var line in WordLists.Lines("titles.txt"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var kind = KindOf(parts[0]);
            foreach (var part in parts.AsSpan(1))
            {
                var (word, gender) = Split(part);
                words[word] = words.TryGetValue(word, out var known)
                    ? (known.Kinds | kind, gender == Gender.Unknown ? known.Gender : gender)
                    : (kind, gender);
            }
        }

        return words.ToFrozenDictionary();
    }

    private static (string Word, Gender Gender) Split(string part)
    {
        var gender = part.EndsWith(":f", StringComparison.Ordinal) ? Gender.Female
            : part.EndsWith(":m", StringComparison.Ordinal) ? Gender.Male : Gender.Unknown;
        var word = gender == Gender.Unknown ? part : part[..^2];
        return (Folding.Fold(word.Replace('_', ' ')), gender);
    }

    private static TitleKinds KindOf(string word) => word switch
    {
        "honorific" => TitleKinds.Honorific,
        "given" => TitleKinds.BeforeGiven,
        "rank" => TitleKinds.Rank,
        "office" => TitleKinds.Office,
        "kinship" => TitleKinds.Kinship,
        "person" => TitleKinds.Person,
        "body" => TitleKinds.Body,
        "bodyending" => TitleKinds.BodyEnding,
        "bodyword" => TitleKinds.BodyName,
        "suffix" => TitleKinds.Suffix,
        "particle" => TitleKinds.Particle,
        "not" => TitleKinds.NoName,
        "lone" => TitleKinds.Lone,
        "thing" => TitleKinds.Thing,
        "group" => TitleKinds.Group,
        "document" => TitleKinds.Document,
        _ => throw new InvalidOperationException($"titles.txt has the unknown kind \"{word}\"."),
    };
}
