namespace DigestBot.Attribution.Syntax;

/// <summary>Sums of marks along a sentence: commas, quotation marks, verbs and conjunctions passed so far.</summary>
internal readonly record struct Passed(ushort Commas, ushort Quotes, ushort Verbs, ushort Conjunctions)
{
    private const uint QuoteForm = 4;
    private static readonly uint _comma = WordForm.Of(",");

    /// <summary>The sums one word further on.</summary>
    public Passed With(uint form, PassedMark mark) => new(
        (ushort)(Commas + (form == _comma ? 1 : 0)),
        (ushort)(Quotes + (form == QuoteForm ? 1 : 0)),
        (ushort)(Verbs + (mark == PassedMark.Verb ? 1 : 0)),
        (ushort)(Conjunctions + (mark == PassedMark.Conjunction ? 1 : 0)));

    /// <summary>What stands between the word of these sums and the one before <paramref name="later"/>, each kind up to three, as one number.</summary>
    public uint Until(Passed later) =>
        Few(later.Commas - Commas) | (Few(later.Quotes - Quotes) << 2) | (Few(later.Verbs - Verbs) << 4) | (Few(later.Conjunctions - Conjunctions) << 6);

    private static uint Few(int count) => count <= 0 ? 0u : count < 3 ? (uint)count : 3u;
}

/// <summary>What a tag counts as among the sums.</summary>
internal enum PassedMark : byte
{
    /// <summary>Nothing that is summed.</summary>
    Other,

    /// <summary>A finite verb or auxiliary.</summary>
    Verb,

    /// <summary>A coordinating conjunction.</summary>
    Conjunction,
}

/// <summary>What each tag of a tag list counts as.</summary>
internal sealed class PassedMarks(IReadOnlyList<string> tags)
{
    private readonly PassedMark[] _marks = [.. tags.Select(tag => tag switch
    {
        "VBD" or "VBZ" or "VBP" or "MD" => PassedMark.Verb,
        "CC" => PassedMark.Conjunction,
        _ => PassedMark.Other,
    })];

    /// <summary>What the tag with number <paramref name="tagCode"/> counts as.</summary>
    public PassedMark Of(byte tagCode) => _marks[tagCode];
}
