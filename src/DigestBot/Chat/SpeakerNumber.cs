using System.Text.RegularExpressions;

namespace DigestBot.Chat;

/// <summary>Whether a speaker is one or several, by how a line names it: "officials say", "Grassley and Leahy say", "the ministry says".</summary>
internal static partial class SpeakerNumber
{
    /// <summary>Two people joined by "and", or a noun phrase without a name whose head is a plural.</summary>
    public static bool IsPlural(string speaker) => speaker is "they" or "we" || TwoPeople().IsMatch(speaker) || (Head(speaker) is { Length: > 2 } head && char.IsLower(head[0]) && IsPluralNoun(head));

    /// <summary>The word before what further describes it: "officials" in "three officials from the ministry".</summary>
    private static string Head(string speaker)
    {
        var phrase = Further().Split(speaker, 2)[0];
        return phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
    }

    private static bool IsPluralNoun(string noun) =>
        noun is "people" or "men" or "women" or "police" or "children" or "many" or "some" or "others" || (noun[^1] == 's' && noun[^2] is not ('s' or 'u' or 'i'));

    // Both of two words at least: "Johnson and Johnson" is a firm.
    [GeneratedRegex(@"^\p{Lu}\S* \p{Lu}[^,]* and \p{Lu}\S* \p{Lu}[^,]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TwoPeople();

    [GeneratedRegex(@"\s*,\s*|\s+(?:of|from|in|at|on|for|with|who|that|which|near|inside|close|familiar|briefed|involved)\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Further();
}
