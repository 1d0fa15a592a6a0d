using DigestBot.Attribution;

namespace DigestBot.Storage;

/// <summary>What the archive finds a speaker by, and how names of its speakers compare.</summary>
public static class SpeakerKeys
{
    private static readonly string[] _small = ["the", "of", "and", "for", "in", "on", "at", "to", "de", "la"];

    /// <summary>The keys of a name: its folded words, its acronym, its country. Two names without a common key are never the same.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        HashSet<string> keys = [.. PersonName.Parse(name).LookupKeys];
        string[] words = [.. name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)];
        keys.UnionWith(words.Select(Plain).Where(w => w.Length > 0 && !_small.Contains(w)));
        if (words.Length > 1)
        {
            keys.Add(string.Concat(words.Select(w => Plain(w)).Where(w => w.Length > 0 && !_small.Contains(w)).Select(w => w[0])));
            keys.Add(string.Concat(words.Select(w => Plain(w)).Where(w => w.Length > 0).Select(w => w[0])));
        }
        if (Countries.Of(name) is { } country)
        {
            keys.Add($"country:{Plain(country)}");
        }

        return [.. keys.Where(k => k.Length > 0)];
    }

    /// <summary>How two names of speakers of that kind stand to each other.</summary>
    public static NameMatch Compare(SpeakerKind kind, string left, string right) =>
        kind == SpeakerKind.Person ? Names.Compare(left, right) : BodyNames.Compare(left, right);

    private static string Plain(string word) => string.Concat(Names.Fold(word).Where(char.IsLetterOrDigit));
}
