using System.Collections.Frozen;

namespace DigestBot.Attribution.Syntax;

/// <summary>Words with a capital that seldom stand inside a name: behind "U.S.", "Inc." or "Plan B." they begin a new sentence.</summary>
internal static class SentenceStarters
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words =
        ("A After All Also Although An And Another As At Because Before Both But By During Each Earlier Even Everybody Everyone Few For From He Her Here His How However I If In "
         + "Instead It Its Last Later Many Meanwhile More Most Much My Neither No Nobody None Nor Not Nothing Now On Once One Only Or Other Others Our Perhaps She Since So Some "
         + "Somebody Someone Still Such That The Their Then There These They This Those Though Thus To Today Under Until Very We What When Where Whether Which While Who Why With "
         + "Without Yesterday Yet You Your").Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="word"/> is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
