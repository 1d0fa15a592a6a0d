namespace DigestBot.Attribution;

/// <summary>What a pronoun can stand for.</summary>
/// <param name="IsFirstPerson">I, we: the speaker of the quotation that it stands in.</param>
/// <param name="IsPlural">they, we.</param>
/// <param name="Gender">he, she.</param>
/// <param name="IsThing">it: a body, never a person.</param>
/// <param name="IsPossessive">his, its.</param>
internal readonly record struct Pronoun(bool IsFirstPerson, bool IsPlural, Gender Gender, bool IsThing, bool IsPossessive)
{
    /// <summary>Reads a word; false where it is no pronoun that refers to people or bodies.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out Pronoun pronoun)
    {
        pronoun = default;
        if (word.Length is 0 or > 10)
        {
            return false;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        Pronoun? read = lower switch
        {
            "he" or "him" or "himself" => new Pronoun(false, false, Gender.Male, false, false),
            "his" => new Pronoun(false, false, Gender.Male, false, true),
            "she" or "herself" => new Pronoun(false, false, Gender.Female, false, false),
            "her" or "hers" => new Pronoun(false, false, Gender.Female, false, true),
            "they" or "them" or "themselves" => new Pronoun(false, true, Gender.Unknown, false, false),
            "their" or "theirs" => new Pronoun(false, true, Gender.Unknown, false, true),
            "it" or "itself" => new Pronoun(false, false, Gender.Unknown, true, false),
            "its" => new Pronoun(false, false, Gender.Unknown, true, true),
            "i" or "me" or "myself" => new Pronoun(true, false, Gender.Unknown, false, false),
            "my" or "mine" => new Pronoun(true, false, Gender.Unknown, false, true),
            "we" or "us" or "ourselves" => new Pronoun(true, true, Gender.Unknown, false, false),
            "our" or "ours" => new Pronoun(true, true, Gender.Unknown, false, true),
            _ => null,
        };
        pronoun = read.GetValueOrDefault();
        return read is not null && word is not "US" and not "IT" and not "ME";
    }
}
