using System.Collections.Frozen;

namespace DigestBot.Attribution.Syntax;

/// <summary>Words that keep their full stop, as newspapers and the treebanks write them.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> _titles = Set(
        "adm amb atty brig capt cdr cmdr col cpl det dr drs fr ft gen gens gov govs hon insp lt maj messrs mlle mme mr mrs ms msgr mt "
        + "pres prof profs pvt rep reps rev sec sen sens sgt st supt v vs");

    private static readonly FrozenSet<string> _others = Set(
        "al approx apr arr assn attn aug ave bldg blvd bros ca calif cf co colo conn corp dec dept div dom ed eds eg esp est etc ext feb fig figs "
        + "fla fri hwy ie inc jan jr jul jun kan llc ltd mar mich minn mon mont neb nev nov oct okla penn pp que rd sept sep sq sr tenn tex thu thur "
        + "thurs tue tues univ vol vols wed wis wyo");

    // State and other short forms that are words as well; they keep the stop only behind a comma ("Biloxi, Miss.").
    private static readonly FrozenSet<string> _afterComma = Set(
        "ala ariz ark del ga ill ind ky la mass md miss mo ore pa va vt wash ont");

    /// <summary>Longest abbreviation of one segment, in UTF-16 units.</summary>
    public const int LongestLength = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _titleLookup = _titles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _otherLookup = _others.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _afterCommaLookup = _afterComma.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="word"/> (without its stop) is a title that stands before a name and so never ends a sentence.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => _titleLookup.Contains(word);

    /// <summary>Whether <paramref name="word"/> (without its stop) keeps a stop that follows it.</summary>
    public static bool KeepsStop(ReadOnlySpan<char> word, bool isAfterComma) =>
        word.Length <= LongestLength
        && (_titleLookup.Contains(word) || _otherLookup.Contains(word) || (isAfterComma && _afterCommaLookup.Contains(word)));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
