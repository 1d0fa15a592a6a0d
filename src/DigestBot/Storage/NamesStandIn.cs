namespace DigestBot.Storage;

/// <summary>Until the attribution engine's own Names lands: last word, folded.</summary>
internal enum NameMatch { Same, Compatible, Different }

internal static class Names
{
    public static string Key(string name) => Last(name);

    public static NameMatch Compare(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase) ? NameMatch.Same : Last(a) == Last(b) && (!a.Contains(' ') || !b.Contains(' ')) ? NameMatch.Compatible : NameMatch.Different;

    private static string Last(string name)
    {
        string last = name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
        return last.StartsWith("al-", StringComparison.Ordinal) ? last[3..] : last;
    }
}
