using System.Collections.Frozen;

namespace DigestBot.Attribution.Acts;

/// <summary>"Ready to meet them" offers something to another; "ready to run again" tells of oneself.</summary>
internal static class Readiness
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _together =
        "meet talk negotiate help listen cooperate co-operate compromise speak trade settle assist answer testify pay".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether somebody else has a part in what the infinitive from <paramref name="first"/> on says.</summary>
    public static bool IsForAnother(Document document, int first, int last)
    {
        var verb = first;
        while (verb < last && document.Tokens[verb].Tag is "TO" or "RB")
        {
            verb++;
        }

        var next = verb + 1;
        var hasObject = next <= last && (document.IsNoun(next) || document.Tokens[next].Tag is "DT" or "PRP" or "PRP$" or "JJ" or "CD" or "VBG" || document.IsWord(next, "with") || document.IsWord(next, "to"));
        return hasObject || document.Tokens[first].Tag != "TO" || _together.Contains(document.Word(verb));
    }
}
