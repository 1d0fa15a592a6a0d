namespace DigestBot.Attribution;

/// <summary>For what body or country somebody holds an office: "the president of UEFA", "the UEFA president", "Norway's minister".</summary>
internal static class Affiliation
{
    private const int Longest = 8;

    /// <summary>The folded names around <paramref name="noun"/>, whose phrase begins at <paramref name="first"/>: acronyms and places before it, any name behind "of".</summary>
    public static string[] Of(WordView words, int first, int noun)
    {
        var names = new List<string>();
        for (var i = first; i < noun; i++)
        {
            if (words.IsWord(i) && words.IsCapital(i) && (IsAcronym(words, i) || Gazetteer.KindOf(words.Folded(i)) != PlaceKind.None))
            {
                names.Add(words.Folded(i));
            }
        }

        for (var i = noun + 2; i < words.Count && i < noun + Longest && words.Folded(noun + 1) is "of" or "for" && IsPart(words, i); i++)
        {
            if (words.IsCapital(i) && words.Tag(i) != "DT")
            {
                names.Add(words.Folded(i));
            }
        }

        return [.. names];
    }

    /// <summary>Whether both are known and have nothing in common: "UEFA" and "FIFA", not "UN" and "United Nations".</summary>
    public static bool Contradict(string[] one, string[] other) =>
        one.Length > 0 && other.Length > 0 && !one.Any(mine => other.Any(theirs => mine == theirs || SameCountry(mine, theirs)))
        && !AreInitials(one, other) && !AreInitials(other, one);

    private static bool IsAcronym(WordView words, int token) => words.Document.Word(token).Length > 1 && !words.Document.Word(token).ContainsAnyInRange('a', 'z');

    private static bool IsPart(WordView words, int token) => words.IsJoint(token) || words.IsNoun(token) || words.Tag(token) is "DT" or "JJ" or "POS";

    private static bool SameCountry(string one, string other) => Gazetteer.CountryOf(one) is { Length: > 0 } country && country == Gazetteer.CountryOf(other);

    private static bool AreInitials(string[] acronym, string[] names) => acronym.Length == 1 && acronym[0] == string.Concat(names.Select(name => name[0]));
}
