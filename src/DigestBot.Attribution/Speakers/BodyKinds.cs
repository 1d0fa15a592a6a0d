using System.Collections.Frozen;

namespace DigestBot.Attribution;

/// <summary>Which bodies a common noun can stand for, by the words of their names: "the company" for "Consolid Inc.", "the paper" for "The Times".</summary>
internal static class BodyKinds
{
    private static readonly Dictionary<string, string[]> _words = new()
    {
        ["company"] = ["inc", "corp", "co.", "ltd", "llc", "plc", "ag", "gmbh", "group", "holdings", "motors", "airlines", "technologies", "systems", "industries", "energy", "oil", "gas", "google", "facebook", "twitter", "apple", "microsoft", "amazon", "tesla", "boeing", "airbus", "gazprom", "uber"],
        ["newspaper"] = ["times", "post", "journal", "herald", "tribune", "gazette", "guardian", "telegraph", "chronicle", "observer", "globe", "star", "mirror", "news", "daily"],
        ["agency"] = ["agency", "press", "reuters", "novosti", "xinhua", "tass", "interfax", "administration", "bureau", "fbi", "cia", "epa", "nsa"],
        ["bank"] = ["bank", "reserve"], ["network"] = ["cnn", "nbc", "abc", "cbs", "fox", "bbc", "news", "television", "jazeera", "aljazeera"],
        ["group"] = ["coalition", "front", "association", "federation", "watch", "amnesty", "hamas", "hezbollah", "alliance", "league", "society", "foundation", "institute", "union", "network", "isis", "taliban", "al-qaeda"],
        ["union"] = ["union", "federation"], ["court"] = ["court", "tribunal"], ["party"] = ["party", "likud", "fidesz", "syriza", "podemos", "labour", "fatah"],
        ["organization"] = ["organization", "organisation", "association", "foundation", "nations", "watch", "amnesty", "international", "federation"],
        ["administration"] = ["white house"], ["body"] = ["council", "commission", "committee", "assembly", "parliament", "agency"],
        ["panel"] = ["committee", "commission", "board"], ["university"] = ["college"], ["force"] = ["army", "police"], ["department"] = ["department", "ministry", "pentagon"],
    };

    private static readonly Dictionary<string, string> _alike = new()
    {
        ["firm"] = "company", ["corporation"] = "company", ["carmaker"] = "company", ["manufacturer"] = "company", ["maker"] = "company", ["retailer"] = "company",
        ["airline"] = "company", ["carrier"] = "company", ["paper"] = "newspaper", ["magazine"] = "newspaper", ["organisation"] = "organization",
        ["movement"] = "group", ["coalition"] = "group", ["ngo"] = "group", ["nonprofit"] = "group", ["charity"] = "group", ["broadcaster"] = "network", ["channel"] = "network",
    };

    // Nouns that mean one of many, where "the court" or "the administration" may mean the only one there is.
    private static readonly FrozenSet<string> _organisations = "company newspaper agency bank network group union party organization university".Split(' ').ToFrozenSet();

    /// <summary>Whether "the <paramref name="noun"/>" mostly points back to an organisation that has been named.</summary>
    public static bool IsOrganisation(string noun) => _organisations.Contains(_alike.GetValueOrDefault(noun, noun));

    /// <summary>Whether the noun means a firm, which may have any name.</summary>
    public static bool IsFirm(string noun) => _alike.GetValueOrDefault(noun, noun) == "company";

    /// <summary>Whether nothing in the folded <paramref name="name"/> says that the body is of another kind than the <paramref name="noun"/>.</summary>
    public static bool MayFit(string noun, string name) =>
        Fits(noun, name) || !Array.Exists(name.Split(' '), word => (Titles.KindsOf(word) & (TitleKinds.Body | TitleKinds.BodyEnding)) != TitleKinds.None)
        && !_words.Any(kind => kind.Key != _alike.GetValueOrDefault(noun, noun) && Array.Exists(kind.Value, word => HasWord(name, word)));

    /// <summary>Whether a body with the folded <paramref name="name"/> can be called the <paramref name="noun"/>.</summary>
    public static bool Fits(string noun, string name) =>
        _words.TryGetValue(_alike.GetValueOrDefault(noun, noun), out var endings) && Array.Exists(endings, word => HasWord(name, word));

    private static bool HasWord(string name, string word)
    {
        var at = name.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || name[at - 1] is ' ' or '-') && (at + word.Length == name.Length || name[at + word.Length] is ' ' or '-' or '.');
    }
}
